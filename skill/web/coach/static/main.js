// Puts the page together.

import { user } from "./api.js";
import { Awake } from "./awake.js";
import { Clock } from "./clock.js";
import { Controls } from "./controls.js";
import { Diary } from "./diary.js";
import { $ } from "./dom.js";
import { Drawer } from "./drawer.js";
import { Figure } from "./figure.js";
import { Glance } from "./glance.js";
import { forget } from "./loaded.js";
import { Media } from "./media.js";
import { Offer } from "./offer.js";
import { Pages } from "./pages.js";
import { Player } from "./player.js";
import { Session } from "./session.js";
import { choose, t } from "./texts.js";
import { Transcript } from "./transcript.js";
import { Voice } from "./voice.js";

const DRAWN = 100; // milliseconds between two looks at what is to be shown

document.documentElement.dataset.scripted = "";

const clock = new Clock();
const voice = new Voice();
const transcript = new Transcript();
const figure = new Figure();
const offer = new Offer();
const awake = new Awake();

const player = new Player(clock, voice, {
  sentence(text) {
    glance.caption(text);
    transcript.coach(text);
    controls.ear.called = true;
  },
  listening() { controls.ear.called = false; },
  over(turn) { session.playedOut(turn); },
});

const session = new Session(clock, player, {
  asked(words) { note(""); transcript.you(words); },
  turn(turn, words) {
    drawer.turn(turn, words);
    if (turn.stages) {
      glance.turn(turn);
      offer.turn(turn);
    }
    transcript.card(turn.card);
    controls.show();
  },
  loaded(turns) { turns.forEach((turn) => figure.load(turn)); },
  finished() {
    offer.drop();
    controls.show();
    note(t("note.finished"));
  },
  closed(over) { if (over) offer.drop(); controls.show(); },
  note,
  trouble(error) { note(error.message); controls.show(); },
});

const glance = new Glance(player, session, figure, offer);
const drawer = new Drawer(clock, player, { setClock, setUser });
const controls = new Controls(session, drawer, offer);
const diary = new Diary(clock, { start, goOn, deleteAll });
const pages = new Pages({ progress: diary }, { start });
const say = (words) => () => { if (session.open) session.say(t(words)); };
const media = new Media({ play: () => controls.press(), pause: say("say.pause"), next: say("say.next"), again: say("say.again"), stop: say("say.stop") });

function note(text) { $("note").textContent = text; }

function start(entry) {
  pages.go("/");
  return session.start(entry.id, entry.name);
}

function goOn(entry) {
  pages.go("/");
  return session.say(t("say.resume_named", entry));
}

/** Deleting is a conversation, as with Alexa: the coach asks, and a yes is answered. */
async function deleteAll() {
  if (session.open) await session.end("user");
  const asked = await session.say(t("say.delete"));
  const answered = asked && session.mode === "confirming" ? await session.say(t("say.yes")) : asked;
  await forget();
  offer.drop();
  return answered ? answered.answer.parts.map((part) => part.text).filter(Boolean).join(" ") : t("note.nothing_deleted");
}

async function setClock(milliseconds) {
  await leave();
  clock.own = milliseconds !== null;
  clock.set(milliseconds ?? Date.now());
}

async function setUser(id) {
  await leave();
  if (id) user.id = id;
  else user.renew();
  $("user").value = user.id;
  transcript.clear();
}

async function leave() {
  player.stop();
  await session.end("user");
}

function theme(wanted) {
  document.documentElement.dataset.theme = wanted;
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const preferred = () => localStorage.getItem("limber-theme") ?? (dark.matches ? "dark" : "light");
theme(preferred());
dark.addEventListener("change", () => theme(preferred()));
$("theme").addEventListener("click", () => {
  localStorage.setItem("limber-theme", document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  theme(preferred());
});
$("sound").addEventListener("click", () => {
  voice.on = !voice.on;
  if (!voice.on) voice.quiet();
  $("sound").setAttribute("aria-pressed", String(voice.on));
});

$("settings-open").addEventListener("click", () => $("settings").showModal());
for (const each of $("language").options) each.textContent = new Intl.DisplayNames([each.value], { type: "language" }).of(each.value);
$("language").addEventListener("change", () => choose($("language").value));
// The browser may keep the page and show it again: it must not coach on without a session.
window.addEventListener("pagehide", () => {
  player.stop();
  session.end("user", true);
});
navigator.serviceWorker?.register("/worker.js").catch(() => {}); // some windows keep nothing: then there is no page offline

function mediaState() {
  const told = glance.told;
  if (!told || session.mode === "closed") return media.show("none");
  media.show(session.mode === "paused" ? "paused" : "playing", told.name, told.what);
}

setInterval(() => {
  glance.draw();
  drawer.draw();
  mediaState();
  awake.set(session.open && session.mode !== "idle");
  // Who hears the words needs no screen reader to say them again.
  $("caption").setAttribute("aria-live", voice.audible ? "off" : "polite");
}, DRAWN);
