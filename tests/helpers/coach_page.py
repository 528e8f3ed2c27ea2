"""The coach's page in Debian's Chromium, as a person sees it.

Its clock stands still but where a test lets time pass: nothing depends on how fast the machine is.
"""

import re
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from helpers.web_servers import ROOT

CHROMIUM = shutil.which("chromium")
NEEDS_CHROMIUM = pytest.mark.skipif(CHROMIUM is None, reason="needs a browser: apt-get install chromium")

SHOTS = ROOT / "build" / "screenshots"
SIZES = {
    "small-phone": (360, 640),
    "phone": (390, 844),
    "tablet": (820, 1180),
    "desktop": (1440, 900),
    "television": (1920, 1080),
}
THEMES = ("light", "dark")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60
"""Seconds after which something has not happened, on a machine however slow."""
DRAWN = 0.1
"""Seconds between two drawings of what is shown."""
LOOKS, PAUSE = 3000, 20
"""How often it is looked whether something has come about, with so many milliseconds in between: it
may have to come from the service, for which the page's clock does not count."""
LONGEST, STEP = 600, 0.5
"""Seconds that an answer and all that belongs to it may take, and those between two looks at it."""


class Page:
    """The coach on a screen of its own, as a person who is new here."""

    def __init__(self, browser, address: str, **options) -> None:
        width, height = SIZES["desktop"]
        self.locale = options.get("locale", "en-US")
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="light",
            timezone_id="Europe/Berlin",
            **{"locale": self.locale, "reduced_motion": "reduce", "service_workers": "block"} | options,
        )
        # The drawer for developers is behind a setting, and these tests look into it.
        self.context.add_init_script(
            "if (location.protocol === 'http:') localStorage.setItem('limber-developer', 'on')"
        )
        # In the middle of the day: what is finished today is not finished yesterday.
        noon = datetime.now(UTC).replace(hour=11, minute=0, second=0, microsecond=0)
        self.context.clock.install(time=noon)
        self.context.clock.pause_at(noon + timedelta(minutes=1))
        self.page = self.context.new_page()
        self.address = address
        self.asked: list[str] = []
        self.broken: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.broken.append(str(error)))
        self.page.on("console", self._hear)
        self.page.set_default_timeout(PATIENCE * 1000)

    def _hear(self, said) -> None:
        if said.type == "error":
            self.broken.append(f"{said.text} {said.location['url']}")

    def open(self, view: str = "") -> None:
        """Go to a view."""
        self.page.goto(f"{self.address}/{view}")

    def say(self, words: str) -> None:
        """Type something to the coach, wherever the field is folded away."""
        self.page.evaluate(
            "words => { document.getElementById('words').value = words;"
            " document.getElementById('say').requestSubmit(); }",
            words,
        )

    def passes(self, seconds: float) -> None:
        """Let so much time pass in the page."""
        self.page.clock.run_for(round(1000 * seconds))

    def speed(self, speed: int) -> None:
        """Fast-forward, as the developer's drawer does."""
        self.page.evaluate(f"document.querySelector('[data-speed=\"{speed}\"]').click()")

    def skip(self) -> None:
        """To the end of what is being said."""
        self.page.evaluate("document.getElementById('skip').click()")

    def until(self, condition: str) -> None:
        """Look until an expression holds; the page's own policy lets nothing be evaluated inside it."""
        for _ in range(LOOKS):
            if self.page.evaluate(condition):
                return
            self.passes(DRAWN)
            self.page.wait_for_timeout(PAUSE)
        pytest.fail(condition)

    def until_stage(self, phase: str, side: str = "") -> None:
        """Let time pass until the dial shows a phase, on a side."""
        chosen = f"[data-side='{side}']" if side else ""
        shown = f"document.querySelector(\"#dial[data-phase='{phase}']{chosen}\") !== null"
        for _ in range(round(LONGEST / STEP)):
            self.passes(STEP)
            if self.page.evaluate(shown):
                return
        pytest.fail(f"no {phase} {side}")

    def text(self, name: str) -> str:
        """What an element says."""
        return self.page.locator(f"#{name}").inner_text()

    @property
    def count(self) -> int:
        """The seconds in the middle of the ring."""
        return int(self.text("count"))

    @property
    def first_hold(self) -> float:
        """Seconds of the first hold that the last answer goes through, by the developer's timeline."""
        bar = self.page.locator(".timeline [data-phase='hold']").first
        return float(re.search(r": ([\d.]+) s$", bar.get_attribute("title"))[1])

    @property
    def ring(self) -> float:
        """How much of the ring is left, from 1 to 0."""
        return (
            1
            - float(self.page.evaluate("document.getElementById('ring').style.strokeDashoffset")) / 1000
        )

    def set_clock(self, at: str) -> None:
        """Set the coach's clock in the developer's drawer."""
        self.page.evaluate(
            "at => { const clock = document.getElementById('clock');"
            " document.getElementById('drawer').hidden = true; clock.value = at;"
            " document.getElementById('clock-form').requestSubmit(); }",
            at,
        )

    def shoot(self, name: str) -> None:
        """Keep a picture, to be looked at."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png")

    def close(self) -> None:
        """Nothing went wrong in the page, and nothing came from elsewhere."""
        self.context.close()
        assert not self.broken, self.broken
        assert self.asked
        assert {
            url.split("?")[0] for url in self.asked if not url.startswith((self.address, "blob:"))
        } == set()
