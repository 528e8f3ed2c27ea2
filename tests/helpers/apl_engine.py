"""Amazon's own renderer of APL in Chromium: what a screen looks like, and what on it cannot be read.

It is npm's apl-viewhost-web 1.4.0, the last one with its engine inside, and so of APL 1.4. What came
later is written out for it: the paths of a figure, which are made of data. A moment of an answer is
drawn as if the document had been opened there.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from skill.figures.drawing.drawing import HALO
from skill.screen.parts import FIGURE

NODE = Path(__file__).parents[1] / "node"
BUNDLE = NODE / "node_modules/apl-viewhost-web/index.js"
ADDRESS = "http://apl.invalid/"
NEVER = 10**9
EMPTY = "<meta charset=utf-8><body style='margin:0;background:#000'><div id=view></div>"

Data = dict[str, Any]


@dataclass(frozen=True)
class Display:
    """A device's screen, in its own dots."""

    wide: int
    high: int
    dpi: int = 160
    shape: str = "RECTANGLE"
    mode: str = "HUB"


DISPLAYS = {
    "round": Display(480, 480, shape="ROUND"),
    "small": Display(960, 480),
    "medium": Display(1280, 800, dpi=213),
    "usual": Display(1280, 800),
    "large": Display(1920, 1080),
    "television": Display(1920, 1080, dpi=320, mode="TV"),
    "upright": Display(1080, 1920),
}
"""An Echo Spot, a Show 5, a Show 8, a Show 10, a Show 15, a Fire TV, and a Show 15 hung upright."""


class Engine:
    """The renderer, in a page of its own."""

    def __init__(self, browser) -> None:
        self.complaints: list[str] = []
        self._page = browser.new_page()
        self._page.on("console", self._hear)
        self._page.on("pageerror", lambda error: self.complaints.append(error.message))
        self._page.route("**/*", self._answer)
        self._page.goto(ADDRESS)
        bundle = BUNDLE.read_text(encoding="utf-8")
        # In one script: the engine's start waits for an event that a later call can miss.
        ready = f"{bundle}\n;window.engine = window.AplRenderer.initEngine();"
        for script in (ready, (NODE / "draw_apl.js").read_text(encoding="utf-8")):
            self._page.add_script_tag(content=script)

    def draw(self, shown: Data, mark: int, display: Display, theme: str = "dark") -> list[str]:
        """Draw a moment of an answer, in the middle of a mark, and tell what of it cannot be read.

        Args:
            shown: The document and its data.
            mark: The number of the mark.
            display: The device's screen.
            theme: Which of Amazon's themes the device is set to.
        """
        self._show(*_at(shown, mark), display, theme)
        return self._page.evaluate("window.wrong()")

    def follow(self, shown: Data, display: Display, last: str) -> list[str]:
        """Show an answer without a figure from its beginning until a text is there; gives all texts."""
        document, data = deepcopy(shown["document"]), shown["datasources"]
        _without_rows(document, [])
        self._show(document, data, display, "dark")
        self._page.wait_for_function("last => window.inks().some(([told]) => told === last)", arg=last)
        return [told for told, _, _ in self.inks()]

    def _show(self, document: Data, data: Data, display: Display, theme: str) -> None:
        self._page.set_viewport_size({"width": display.wide, "height": display.high})
        written = {name: json.dumps(value) for name, value in data.items()}
        told = {"document": json.dumps(document), "data": written, "theme": theme} | asdict(display)
        self._page.evaluate("told => window.shows(told)", told)

    def inks(self) -> list[tuple[str, str, str]]:
        """The texts that are drawn, each with its colour and the colour it stands on, as #rrggbb."""
        return [
            (told, "#" + bytes(colour).hex(), "#" + bytes(ground).hex())
            for told, colour, ground in self._page.evaluate("window.inks()")
        ]

    def keep(self, path: Path) -> None:
        """Keep a picture of what is drawn."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._page.screenshot(path=path)

    def close(self) -> None:
        """Put the page away."""
        self._page.close()

    def _hear(self, message) -> None:
        if message.type == "error" and "ERR_FAILED" not in message.text:  # its fonts are on the web
            self.complaints.append(message.text)

    def _answer(self, route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(content_type="text/html", body=EMPTY)
        else:
            route.abort()


def _at(shown: Data, mark: int) -> tuple[Data, Data]:
    document, data = deepcopy(shown["document"]), deepcopy(shown["datasources"])
    coach = data["coach"]
    frame = coach["mark"]["f"] if "mark" in coach else coach["marks"][mark]["f"]
    if coach["kind"] == "words":
        coach["over"] = 0
        for pages in (coach["pages"], coach["round"]):
            pages[:] = pages[min(mark, len(pages) - 1) :][:1]
    elif coach["kind"] == "practice":
        marks = coach["marks"]
        ends = [row["a"] for row in marks[1:]] + [coach["over"]]
        middle = (marks[mark]["a"] + ends[mark]) // 2
        start = {"i": mark, "was": frame}
        for bound in document["mainTemplate"]["items"][0]["bind"]:
            bound["value"] = start.get(bound["name"], bound["value"])
        for row in (*marks, *coach["stages"]):
            row |= {key: row[key] - middle for key in ("a", "b") if key in row}
        for later in marks[mark + 1 :]:
            later["a"] = NEVER
        coach |= {"over": 0, "done": 0}
    rows = _order(coach, frame)
    _without_rows(document, [_path(coach["paths"][path], coach["looks"][look]) for path, look in rows])
    return document, data


def _without_rows(document: Data, paths: list[Data]) -> None:
    """Put paths in the place of those that are made of data."""
    body = document["graphics"][FIGURE]["items"][0]
    del body["data"]
    body["items"] = paths


def _order(coach: Data, frame: int) -> Iterator[tuple[int, int]]:
    order = coach["frames"][frame]["o"] if frame >= 0 else []
    return zip(order[::2], order[1::2], strict=True)


def _path(path: str, look: Data) -> Data:
    return {
        "type": "path",
        "strokeLineCap": "round",
        "strokeLineJoin": "round",
        "pathData": path,
        "fill": look.get("f", "transparent"),
        "stroke": look.get("s", "${paper}"),
        "strokeWidth": look.get("w", HALO),
    }
