// Plays a turn with the page's own player on a clock of its own, in no time: node play.js < turn.json,
// in a folder with the page's modules and a package.json that says that they are modules.
// The input is { turn, perLetter }: milliseconds a voice takes for each letter, 0 for no voice.
import { readFileSync } from "node:fs";
import { Clock } from "./clock.js";
import { Player } from "./player.js";

const { turn, perLetter } = JSON.parse(readFileSync(0, "utf8"));
const now = Date.parse(turn.at);
let passed = 0;
let waiting = [];
Object.defineProperty(globalThis, "performance", { value: { now: () => passed } });
Date.now = () => now + passed;
globalThis.setTimeout = (wake, milliseconds) => {
  waiting.push({ at: passed + Math.max(1, Math.ceil(milliseconds)), wake }); // as browsers round
  return waiting.length;
};

const voice = {
  audible: perLetter > 0,
  say: (text) => new Promise((said) => setTimeout(said, perLetter * text.length)),
  quiet() {},
};
const told = { stages: [], said: [], listened: [], over: null };
const player = new Player(new Clock(), voice, {
  sentence: (text) => told.said.push([passed / 1000, text]),
  listening: () => told.listened.push(passed / 1000),
  over: () => { told.over = passed / 1000; },
});

player.play(turn);
for (;;) {
  await new Promise(setImmediate);
  const stage = player.doing === "saying" ? player.stage : null;
  const last = told.stages.at(-1);
  if (stage?.at !== last?.stage) told.stages.push({ stage: stage?.at, phase: stage?.phase ?? "", side: stage?.side ?? "", at: passed / 1000 });
  if (told.over !== null) break;
  waiting.sort((one, other) => one.at - other.at);
  const next = waiting.shift();
  passed = Math.max(passed, next.at);
  next.wake();
}
console.log(JSON.stringify(told));
