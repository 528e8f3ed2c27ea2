// The lock screen and the media keys: they show the stretch, and pause it. A browser shows them only for
// a page that plays something, so a silence is played, made here.

import { t } from "./texts.js";

const RATE = 8000, SECONDS = 6, HEADER = 44;

export class Media {
  #session = navigator.mediaSession;
  #sound = null;
  #shown = "";

  constructor(on) {
    for (const [action, handle] of Object.entries({ play: on.play, pause: on.pause, nexttrack: on.next, previoustrack: on.again, stop: on.stop })) {
      this.#session?.setActionHandler(action, handle);
    }
  }

  /** `playing`, `paused` or `none`, with what is being done. */
  show(state, name = "", what = "") {
    const key = `${state} ${name} ${what}`;
    if (!this.#session || key === this.#shown) return;
    this.#shown = key;
    this.#session.playbackState = state;
    this.#session.metadata = state === "none" ? null : new MediaMetadata({ title: name, artist: what, album: t("app.name"), artwork: [{ src: "/icons/large.png", sizes: "512x512", type: "image/png" }] });
    if (state === "playing") this.#play();
    else this.#sound?.pause();
  }

  #play() {
    if (!this.#sound) {
      this.#sound = new Audio(URL.createObjectURL(silence()));
      this.#sound.loop = true;
    }
    this.#sound.play().catch(() => {}); // before the first press nothing may sound: then there is no lock screen
  }
}

function silence() {
  const data = new DataView(new ArrayBuffer(HEADER + RATE * SECONDS));
  const write = (at, text) => [...text].forEach((letter, index) => data.setUint8(at + index, letter.charCodeAt(0)));
  write(0, "RIFF"); data.setUint32(4, data.byteLength - 8, true); write(8, "WAVEfmt ");
  data.setUint32(16, 16, true); data.setUint16(20, 1, true); data.setUint16(22, 1, true);
  data.setUint32(24, RATE, true); data.setUint32(28, RATE, true); data.setUint16(32, 1, true); data.setUint16(34, 8, true);
  write(36, "data"); data.setUint32(40, RATE * SECONDS, true);
  new Uint8Array(data.buffer, HEADER).fill(128);
  return new Blob([data.buffer], { type: "audio/wav" });
}
