// In a page with Amazon's renderer of APL: shows a document, and tells what of its words cannot be read.

window.shows = async ({ document: written, data, wide, high, dpi, shape, mode, theme }) => {
  const apl = window.AplRenderer;
  await window.engine;
  window.renderer?.destroy();
  const view = document.getElementById("view");
  view.replaceChildren();
  const content = apl.Content.create(written);
  for (const name in data) content.addData(name, data[name]);
  window.isRound = shape === "ROUND";
  window.hasRing = JSON.parse(data.coach).kind === "practice";
  window.renderer = apl.default.create({
    content, view, mode, theme, notLoadFonts: true, utcTime: Date.now(), localTimeAdjustment: 0,
    environment: { agentName: "check", agentVersion: "1", allowOpenUrl: false, disallowVideo: true },
    viewport: { width: wide, height: high, isRound: window.isRound, shape, dpi },
    onSendEvent: () => {},
  });
  await window.renderer.init();
};

const RING = 0.885, EDGE = 0.98; // of a round screen's radius: what is farther from the middle lies on the ring
const ROOM = 0.4; // of a letter's height: the space at a line's end may be outside

const isSeen = (element) => {
  for (let each = element; each && each.id !== "view"; each = each.parentElement) {
    const { display, visibility, opacity } = getComputedStyle(each);
    if (display === "none" || visibility === "hidden" || opacity === "0") return false;
  }
  return true;
};

/** The lines of a text: where its letters are, which is less than the boxes they stand in. */
function linesOf(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const size = parseFloat(getComputedStyle(text).fontSize) * (text.getBoundingClientRect().width / text.offsetWidth);
  return [...range.getClientRects()].filter((box) => box.width > 1).map((box) => {
    const middle = (box.top + box.bottom) / 2;
    return { text, told: text.innerText.replaceAll("\n", " "), size, left: box.left, right: box.right, top: middle - size / 2, bottom: middle + size / 2 };
  });
}

function isOnScreen({ left, right, top, bottom }) {
  const middle = innerWidth / 2;
  const free = middle * (window.hasRing ? RING : EDGE);
  const isInside = (x, y) => (window.isRound
    ? Math.hypot(x - middle, y - middle) <= free
    : x >= -1 && y >= -1 && x <= innerWidth + 1 && y <= innerHeight + 1);
  return [[left, top], [right, top], [left, bottom], [right, bottom]].every(([x, y]) => isInside(x, y));
}

function isCut(line) {
  for (let each = line.text.parentElement.parentElement; each && each.id !== "view"; each = each.parentElement) {
    const box = each.getBoundingClientRect();
    const room = line.size * ROOM;
    if (line.left < box.left - room || line.right > box.right + room || line.top < box.top - 2 || line.bottom > box.bottom + 2) return true;
  }
  return false;
}

const isOver = (one, other) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4
  && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2;

const textsSeen = () => [...document.querySelectorAll("#view p")].filter((each) => each.innerText.trim() && isSeen(each));

const NOTHING = "rgba(0, 0, 0, 0)";

/** The colour of an element itself; the screen's own is written as a gradient from it to itself. */
function groundOf(element) {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage.match(/rgb\([^)]*\)/)?.[0] ?? backgroundColor;
}

/** Of each text its words, its colour, and the colour it stands on, as the numbers of red, green and blue. */
window.inks = () => textsSeen().map((text) => {
  let ground = NOTHING;
  for (let each = text; each && ground === NOTHING; each = each.parentElement) ground = groundOf(each);
  const { color } = getComputedStyle(text.querySelector("span") ?? text);
  return [text.innerText, ...[color, ground].map((each) => each.match(/\d+/g).slice(0, 3).map(Number))];
});

window.wrong = () => {
  const texts = textsSeen();
  const lines = texts.flatMap(linesOf);
  const found = [];
  for (const line of lines) {
    if (line.told.endsWith("…")) found.push(`not to its end: ${line.told}`);
    if (!isOnScreen(line)) found.push(`off the screen: ${line.told}`);
    if (isCut(line)) found.push(`cut: ${line.told}`);
    for (const other of lines) {
      if (line.text !== other.text && line.told <= other.told && isOver(line, other)) found.push(`over each other: ${line.told} | ${other.told}`);
    }
  }
  return [...new Set(found)];
};
