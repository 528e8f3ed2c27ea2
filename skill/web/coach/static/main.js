// Puts the page together.

import { user } from "./api.js";
import { Clock } from "./clock.js";
import { Controls } from "./controls.js";
import { Diary } from "./diary.js";
import { $ } from "./dom.js";
import { Drawer } from "./drawer.js";
import { Glance } from "./glance.js";
import { Player } from "./player.js";
import { Session } from "./session.js";
import { Shelf } from "./shelf.js";
import { Transcript } from "./transcript.js";
import { Voice } from "./voice.js";

const VIEWS = ["coach", "library", "progress"];

const clock = new Clock();
const voice = new Voice();
const transcript = new Transcript();

const player = new Player(clock, voice, {
  sentence(text) {
    $("caption").textContent = text;
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
    if (turn.stages) glance.turn(turn);
    transcript.card(turn.card);
    controls.show();
  },
  closed() { controls.show(); },
  note,
  trouble(error) { note(error.message); controls.show(); },
});

const glance = new Glance(player, session);
const drawer = new Drawer(clock, player, { setClock, setUser });
const controls = new Controls(session, drawer);
const shelf = new Shelf(start);
const diary = new Diary(clock, { start, goOn, deleteAll });
const pages = { library: shelf, progress: diary };

function note(text) { $("note").textContent = text; }

function start(entry) {
  location.hash = "#/";
  return session.start(entry.id, entry.name);
}

function goOn(entry) {
  location.hash = "#/";
  return session.say(`resume ${entry.name}`);
}

/** Deleting is a conversation, as with Alexa: the coach asks, and a yes is answered. */
async function deleteAll() {
  if (session.open) await session.end("user");
  const asked = await session.say("delete my data");
  const answered = asked && session.mode === "confirming" ? await session.say("yes") : asked;
  return answered ? answered.answer.parts.map((part) => part.text).filter(Boolean).join(" ") : "Nothing was deleted.";
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

async function show() {
  const wanted = location.hash.replace(/^#\//, "") || "coach";
  const view = VIEWS.includes(wanted) ? wanted : "coach";
  for (const name of VIEWS) $(name).hidden = name !== view;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  window.scrollTo(0, 0);
  try {
    await pages[view]?.open();
  } catch (error) {
    $(view).querySelector(".heading").append(Object.assign(document.createElement("p"), { className: "note", textContent: error.message }));
  }
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

window.addEventListener("hashchange", show);
// The browser may keep the page and show it again: it must not coach on without a session.
window.addEventListener("pagehide", () => {
  player.stop();
  session.end("user", true);
});

setInterval(() => {
  glance.draw();
  drawer.draw();
  // Who hears the words needs no screen reader to say them again.
  $("caption").setAttribute("aria-live", voice.audible ? "off" : "polite");
}, 100);
show();
