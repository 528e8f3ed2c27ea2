"""What the page looks like: nothing hidden, nobody shut out; pictures of it, to be looked at.

Every view is held against the WCAG 2.2 AA by axe, in light, in dark and in forced colours. A view comes
about once for all that is seen of it: they set the screen they look at, and nothing else.
"""

from collections.abc import Callable, Iterator
from itertools import product

import pytest

from helpers.coach_page import DRAWN, NEEDS_CHROMIUM, SIZES, THEMES, Page
from helpers.web_servers import ROOT

AXE = ROOT / "tests/node/node_modules/axe-core/axe.min.js"
pytestmark = NEEDS_CHROMIUM
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="needs axe: scripts/node_packages")

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

COLOURS = [("light", "none"), ("dark", "none"), ("dark", "active")]
"""What the device asks for: its scheme, and whether colours are forced."""

NARROW = {
    "360": (360, 640),
    "375": (375, 667),
    "twice as large": (640, 400),
    "twice as large, upright": (410, 590),
    "a phone on its edge": (844, 390),
}
"""Screens on which instructions have hidden behind a bar; the third and fourth are at 200 % zoom."""


LANGUAGES = ("en-US", "de-DE")
SAID = {
    "en-US": {"start": "start half kneeling hip flexor stretch", "pain": "that hurts"},
    "de-DE": {"start": "starte die hüftbeugerdehnung im kniestand", "pain": "das tut weh"},
}
"""What the views take to come about; in German the stretch has the longest word of all names."""


def practise(person: Page) -> None:
    """Start a stretch, and wait until its figure is there."""
    person.say(SAID[person.locale]["start"])
    person.until("document.body.dataset.mode === 'practising'")
    person.until("document.querySelector('#picture svg') !== null")


def held(person: Page) -> None:
    """Into a hold."""
    practise(person)
    person.until_stage("hold", "left")
    person.passes(5)


def told(person: Page) -> None:
    """While a step is told."""
    practise(person)
    person.until_stage("step")


def unfolded(person: Page) -> None:
    """A hold, with all that can be said."""
    held(person)
    person.page.click("#more")


def paused(person: Page) -> None:
    """A hold that waits."""
    held(person)
    person.say("pause")
    person.until("document.body.dataset.mode === 'paused'")


def hurting(person: Page) -> None:
    """A question while one practises."""
    held(person)
    person.say(SAID[person.locale]["pain"])
    person.until("!['practising', 'closed'].includes(document.body.dataset.mode)")


def left(person: Page) -> None:
    """The next visit after a hold was left."""
    held(person)
    person.page.reload()


def drawer(person: Page) -> None:
    """The drawer for developers, with a turn in it."""
    held(person)
    person.page.keyboard.press("d")


def settings(person: Page) -> None:
    """What can be set."""
    person.page.click("#settings-open")


def progress(person: Page) -> None:
    """The calendar."""
    person.open("progress")
    person.page.wait_for_selector(".day")


def nothing(person: Page) -> None:
    """The page as it opens."""


def page(path: str) -> Callable[[Page], None]:
    """A page to read."""
    return lambda person: person.open(path)


VIEWS: dict[str, Callable[[Page], None]] = {
    "closed": nothing,
    "told": told,
    "hold": held,
    "unfolded": unfolded,
    "paused": paused,
    "hurting": hurting,
    "left": left,
    "drawer": drawer,
    "settings": settings,
    "library": page("library"),
    "stretch": page("stretches/half_kneeling_hip_flexor"),
    "routine": page("routines/six_stretches"),
    "progress": progress,
}


@pytest.fixture(scope="module")
def shown(request, browser, address) -> Iterator[Page]:
    """A view, in a language; it is still the same when all have looked at it."""
    view, language = request.param
    person = Page(browser, address, locale=language)
    person.open()
    VIEWS[view](person)
    person.passes(DRAWN)
    begun = person.page.evaluate(STANDS)
    yield person
    assert person.page.evaluate(STANDS) == begun
    person.close()


STANDS = "[document.body.dataset.mode, document.body.dataset.phase, document.body.dataset.view]"
"""What tells one view from another as time passes."""


def in_languages(*views: str, languages: tuple[str, ...] = LANGUAGES) -> pytest.MarkDecorator:
    """In each of these views, in each language."""
    wanted = [*product(views, languages)]
    return pytest.mark.parametrize("shown", wanted, indirect=True, ids="-".join)


def in_english(*views: str) -> pytest.MarkDecorator:
    """In each of these views."""
    wanted = [(view, LANGUAGES[0]) for view in views]
    return pytest.mark.parametrize("shown", wanted, indirect=True, ids=views)


def on_screen(
    person: Page, screen: tuple[int, int], theme: str = "light", forced_colors: str = "none"
) -> None:
    """From the top, on a screen of this size, in these colours."""
    width, height = screen
    person.page.set_viewport_size({"width": width, "height": height})
    person.page.emulate_media(color_scheme=theme, forced_colors=forced_colors)
    person.until(f"document.documentElement.dataset.theme === '{theme}'")
    person.page.evaluate("scrollTo(0, 0)")
    person.passes(DRAWN)


@needs_axe
@in_languages(*VIEWS)
def test_every_view_keeps_to_the_wcag(shown):
    """By axe nothing is against the WCAG 2.2 AA, on a phone and a desk, in every set of colours.

    Another language changes names, labels and widths, not colours: it is looked at in one set of them.
    """
    shown.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = {}
    english = shown.page.evaluate("document.documentElement.lang").startswith("en")
    for (theme, forced), size in product(COLOURS if english else COLOURS[:1], ("phone", "desktop")):
        on_screen(shown, SIZES[size], theme, forced)
        shown.page.evaluate(
            "tags => { let done; const asked = { runOnly: tags, resultTypes: ['violations'] };"
            "window.axe.run(document, asked).then((found) => { done = found; });"
            "window.result = () => done; }",
            WCAG,
        )
        shown.until("window.result() !== undefined")
        result = shown.page.evaluate("window.result().violations")
        for each in result:
            found[size, theme, forced, each["id"]] = [node["html"] for node in each["nodes"]]
    assert not found, found


@pytest.mark.parametrize("screen", NARROW)
@in_english("told", "hold")
def test_no_instruction_is_behind_anything(shown, screen):
    """The words, the count and the limb are seen as a whole, and so is Pause, without scrolling."""
    on_screen(shown, NARROW[screen])
    hidden = shown.page.evaluate(
        """["caption", "count", "limb", "main-button"].filter((id) => {
          const element = document.getElementById(id);
          const box = element.getBoundingClientRect();
          const inside = box.top >= 0 && box.left >= 0
            && box.bottom <= innerHeight && box.right <= innerWidth;
          const corners = [[box.left + 2, box.top + 2], [box.right - 2, box.bottom - 2]];
          const free = corners.every(([x, y]) => {
            const over = document.elementFromPoint(x, y);
            return over && (element.contains(over) || over.contains(element));
          });
          return !(inside && free);
        })"""
    )
    shown.shoot(f"narrow-{screen.replace(' ', '-').replace(',', '')}-{stage(shown)}")
    assert hidden == []


def stage(person: Page) -> str:
    """Whether a step is told or a hold is held."""
    return "hold" if person.page.evaluate("document.body.dataset.phase") == "hold" else "told"


@in_english("told", "hold")
def test_a_small_phone_at_twice_the_size_hides_nothing(shown):
    """360 pixels at 200 %: nothing is wider than the screen, and nothing lies over the words."""
    width, height = SIZES["small-phone"]
    on_screen(shown, (width // 2, height // 2))
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    covered = shown.page.evaluate(
        """["caption", "count", "limb", "main-button"].filter((id) => {
          const element = document.getElementById(id);
          element.scrollIntoView({ block: "center" });
          const box = element.getBoundingClientRect();
          const over = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
          return !(over && (element.contains(over) || over.contains(element)));
        })"""
    )
    shown.shoot(f"narrow-180-{stage(shown)}")
    assert covered == []


@in_languages("paused", "hurting", "left")
def test_what_is_to_be_pressed_is_seen(shown):
    """1280 by 800 at 200 %, and a television: words that wait for an answer have their button there."""
    for screen in (NARROW["twice as large"], SIZES["television"]):
        on_screen(shown, screen)
        bottom = shown.page.evaluate(
            "document.getElementById('main-button').getBoundingClientRect().bottom - innerHeight"
        )
        assert bottom <= 0, screen


def test_in_a_hold_everything_but_pause_is_folded_away(person):
    """On a phone figure, count and limb fill the screen; what can be said comes with More."""
    page = person.page
    width, height = SIZES["phone"]
    page.set_viewport_size({"width": width, "height": height})
    held(person)
    seen = page.evaluate(
        "[...document.querySelectorAll('button, input, a')].filter((each) => each.checkVisibility()"
        " && each.getBoundingClientRect().width > 2 && each.getBoundingClientRect().top >= 0)"
        ".map((each) => each.innerText || each.id)"
    )
    assert seen == ["Pause", "More"]
    area = page.evaluate(
        "['picture', 'dial', 'limb'].map((id) => document.getElementById(id).getBoundingClientRect())"
        ".reduce((sum, box) => sum + box.height, 0) / innerHeight"
    )
    assert area > 0.6
    page.click("#more")
    assert page.is_visible("#chips >> text=How long left")
    assert page.is_visible("nav >> text=Library")
    page.click("#more")
    assert not page.is_visible("#chips")


@in_english("hold")
def test_on_a_television_the_words_are_as_large_as_the_number(shown):
    """The limb and the instruction, in the same size as the count."""
    on_screen(shown, SIZES["television"])
    sizes = shown.page.evaluate(
        "['count', 'limb', 'caption'].map((id) => document.getElementById(id))"
        ".map((each) => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert len(set(sizes)) == 1
    assert sizes[0] >= 100


def test_the_figure_moves_as_the_words_go(browser, address):
    """From frame to frame while a step is told, in pictures between; the hold has its glow."""
    person = Page(browser, address, reduced_motion="no-preference")
    person.open()
    practise(person)
    person.until_stage("step")
    shown = []
    for _ in range(400):
        person.passes(0.1)
        key = person.page.evaluate("document.querySelector('#picture svg').dataset.key")
        if not shown or shown[-1] != key:
            shown.append(key)
        if person.page.evaluate("document.body.dataset.phase") == "hold":
            break
    # A frame is "stretch side frame", a picture between two "stretch side from to number".
    frames = [key.split()[2] for key in shown if len(key.split()) == 3]
    assert frames[-1] == "hold"
    assert {"stepped", "hands"} <= set(frames)
    steps = [int(key.split()[4]) for key in shown if key.split()[2:4] == ["start", "stepped"]]
    assert steps == sorted(steps)
    assert len(steps) > 4
    assert person.page.locator("#picture .glow").count() > 0
    assert "left" in person.page.locator("#picture svg").get_attribute("aria-label")
    person.close()


def test_reduced_motion_gives_still_pictures(person):
    """Whoever asks for less movement sees the frames alone."""
    practise(person)
    for _ in range(120):
        person.passes(0.5)
        key = person.page.evaluate("document.querySelector('#picture svg').dataset.key")
        assert len(key.split()) == 3


def test_a_question_leaves_the_practice_on_the_stage(person):
    """Asked in a hold: while she answers its name, its figure and what was left stay; nobody rests."""
    held(person)
    person.say("what should i feel")
    person.until("document.getElementById('count').textContent === 'Listen'")
    assert person.text("name") == "Half kneeling hip flexor stretch"
    assert person.text("limb").lower() == "left knee down"
    assert person.page.evaluate("document.querySelector('#picture svg').dataset.key.endsWith('hold')")
    assert "seconds to go" in person.text("phase")


def test_the_microphone_is_one_press_away_and_explained(browser, address):
    """Offered beside Start; where it is refused the page says how to allow it, and goes on."""
    person = Page(browser, address)
    person.context.add_init_script(
        "window.SpeechRecognition = class { start() { setTimeout(() =>"
        " this.onerror({ error: 'not-allowed' }), 10); } abort() {} };"
    )
    person.open()
    person.page.click("#hands-free")
    person.until("document.body.dataset.mode !== 'closed'")
    person.until("document.getElementById('note').textContent.includes('allow the microphone')")
    assert person.page.locator("#listen").get_attribute("aria-pressed") == "false"
    person.close()


def test_the_drawer_is_behind_a_setting(browser, address):
    """Nobody comes upon it by chance; one box in the settings brings it, and it stays so."""
    person = Page(browser, address)
    person.context.add_init_script("localStorage.removeItem('limber-developer')")
    person.open()
    page = person.page
    page.keyboard.press("d")
    assert not page.is_visible("#drawer")
    assert not page.is_visible("#developer")
    page.click("#settings-open")
    page.check("#setting-developer")
    page.click("#settings >> text=Done")
    page.click("#developer")
    assert page.is_visible("#drawer")
    person.close()


def test_the_library_is_read_without_a_script(browser, address):
    """Its pictures are there, and nothing to press that would do nothing."""
    person = Page(browser, address, java_script_enabled=False)
    for path, shown in (
        ("library", ".stretch"),
        ("stretches/bridge", ".steps svg"),
        ("", "noscript h1"),
    ):
        person.open(path)
        assert person.page.locator(shown).first.is_visible()
        assert person.page.locator("button:visible").count() == 0
    person.close()


@pytest.mark.parametrize("language", ["en-US", "de-DE"])
def test_a_routine_prints_as_a_sheet_for_the_wall(browser, address, language):
    """Its figures and what to do, on two pages at most; nothing to press, and black on white."""
    person = Page(browser, address, locale=language)
    page = person.page
    page.emulate_media(color_scheme="dark")
    person.open("routines/full_back")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".wall svg:visible").count() == 9
    assert page.locator("button:visible, nav:visible, .leaf .heading a:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    for paper in ("A4", "Letter"):
        assert page.pdf(format=paper).count(b"/Type /Page\n") <= 2
    person.close()


LOOSE = """() => {
  const found = [];
  for (const each of document.querySelectorAll("h1, h2, dialog[open] *, nav a, button, .limb")) {
    const box = each.getBoundingClientRect();
    if (!each.checkVisibility() || !box.width || each.closest(".drawer, .hidden")) continue;
    const around = each.closest("dialog[open], .heading, nav, .stage, .bar, body");
    const inside = around.getBoundingClientRect();
    if (box.left < inside.left - 1 || box.right > inside.right + 1) {
      found.push(`wide: ${each.innerText}`);
    }
    if (!each.matches("h1, h2")) continue;
    const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { index, 0: word } of text.data.matchAll(/[\\p{L}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map((line) => line.top));
        if (lines.size > 1) found.push(`broken: ${word}`);
      }
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page");
  return found;
}"""
"""What is wider than what it lies in, and words of titles that are broken in two."""


@in_languages(*VIEWS)
def test_every_view_fits_its_screens(request, shown):
    """Nothing is wider than its place, no title has a broken word; pictures are kept to look at."""
    view, language = request.node.callspec.params["shown"]
    phones = {size: SIZES[size] for size in ("small-phone", "phone")}
    half = {f"half-{size}": (wide // 2, high // 2) for size, (wide, high) in phones.items()}
    for theme in THEMES:
        for size, screen in (SIZES | half).items():
            on_screen(shown, screen, theme)
            shown.shoot(f"{view}-{size}-{theme}-{language[:2]}")
            assert shown.page.evaluate(LOOSE) == [], (size, theme)
