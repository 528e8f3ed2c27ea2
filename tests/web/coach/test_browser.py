"""The browser coach in Debian's Chromium: a whole practice, as somebody on a mat goes through it.

Headless Chromium has no voices, so sentences are shown for as long as they would take to say;
`test_player` is about voices and exact times. The page's clock stands still but where a test lets time
pass, so that nothing in here depends on how fast the machine is.
"""

import json
import re
from pathlib import Path

import pytest

from helpers.coach_page import LONGEST, LOOKS, NEEDS_CHROMIUM, PAUSE, Page
from helpers.web_servers import desk

pytestmark = NEEDS_CHROMIUM

PHASE = 2
"""Where a place has its phase, in what is exported."""

LEAVINGS = {
    "another page": lambda page: page.goto("about:blank"),
    "the tab closed": lambda page: page.close(),
}


@pytest.mark.parametrize("way", LEAVINGS)
@pytest.mark.parametrize(("stage", "done"), [("hold", []), ("release", ["happy_baby"])])
def test_leaving_the_page_counts_what_was_heard(browser, address, way, stage, done):
    """A tab that is closed ends its session like a device's: what was heard counts, no more."""
    person = Page(browser, address)
    person.open()
    person.say("start happy baby")
    person.until_stage(stage)
    user = person.page.evaluate("localStorage.getItem('limber-user')")
    other = person.context.new_page()
    LEAVINGS[way](person.page)
    # Nobody tells when the last request of a page that is gone has been answered.
    for _ in range(LOOKS):
        written = other.request.get(f"{address}/api/export", headers={"X-Limber-User": user}).json()
        (kept,) = written["household"]["people"]
        phase = kept["practices"][0]["place"][PHASE]
        if phase != "settle":
            break
        other.wait_for_timeout(PAUSE)
    assert phase != "settle"
    assert [each["stretch"] for each in kept["history"]] == done
    person.close()


def test_a_page_that_was_left_coaches_no_further(person):
    """Browsers keep a page that is left and show it again: its session is over, and so is its voice."""
    person.say("start happy baby")
    person.until_stage("hold")
    person.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    said = person.page.locator("#transcript").inner_text()
    person.passes(LONGEST)

    assert person.page.locator("#transcript").inner_text() == said
    assert person.page.evaluate("document.body.dataset.mode") == "closed"


def test_a_whole_practice(person, library):
    """From the launch to the last delete; the steps are told along the way."""
    page = person.page
    page.click("#main-button")
    page.wait_for_selector("text=Welcome to Limber Back.")

    person.say("start child's pose")
    person.until("document.getElementById('name').textContent === \"Child's pose\"")
    person.until_stage("hold")

    # A hold is seen counting down, a second a second, and the ring with it.
    count, ring = person.count, person.ring
    person.passes(5)
    assert person.count == count - 5
    assert 30 * (ring - person.ring) == pytest.approx(5, abs=0.01)
    assert person.text("unit") == "seconds"
    assert person.text("times") == "1 of 4"

    # Spoken over with a question: it is answered, and the hold goes on with what was left.
    before = person.count
    person.say("how long left")
    page.wait_for_selector("text=/this hold/i")
    person.until_stage("hold")
    assert before - 6 < person.first_hold <= before
    assert person.text("times") == "1 of 4"

    # The space bar pauses; what is left of the hold stays to be seen.
    page.keyboard.press("Space")
    person.until("document.body.dataset.mode === 'paused'")
    assert page.locator("#main-button").inner_text() == "Go on"
    person.until("document.getElementById('count').textContent === 'Paused'")
    left = person.ring * 30

    # The page is loaded anew: it offers to go on, and goes on to the second.
    page.reload()
    assert page.locator("#main-button").inner_text() == "Go on"
    page.click("#main-button")
    person.until_stage("hold")
    assert person.first_hold == pytest.approx(left, abs=0.5)
    assert person.text("times") == "1 of 4"

    # The library: found by any name, read, started with one press.
    page.click("#more")
    page.click("nav >> text=Library")
    page.wait_for_selector(".stretch")
    assert page.locator(".stretch").count() == len(library.stretches)
    assert page.locator(".routine").count() == len(library.routines)
    page.fill("#find", "glute bridge")
    assert page.locator(".stretch:visible").count() == 1
    page.fill("#find", "happy baby")
    page.click(".stretch:visible .entry")
    page.wait_for_selector("#reading .leaf")
    assert page.url.endswith("/stretches/happy_baby")
    assert "Source:" in page.locator("#reading").inner_text()
    page.go_back()
    page.wait_for_selector(".stretch")
    page.fill("#find", "happy baby")
    page.click(".stretch:visible .start")
    person.until("document.getElementById('name').textContent === 'Happy baby'")
    person.until_stage("hold")
    person.skip()
    person.until("document.getElementById('phase').textContent === 'Your turn'")

    # Progress: today's minutes, the streak, what is done most, what is unfinished.
    person.say("stop")
    person.until("document.body.dataset.mode === 'closed' || document.body.dataset.mode === 'idle'")
    person.open("progress")
    page.wait_for_selector(".day.done")
    assert "1 min" in page.locator(".day.done.today").inner_text()
    assert "1\nday in a row" in page.locator("#figures").inner_text()
    assert "Happy baby" in page.locator("#favourites").inner_text()
    assert "Child's pose" in page.locator("#unfinished").inner_text()

    with page.expect_download() as download:
        page.click("#export")
    exported = json.loads(Path(download.value.path()).read_text())
    (kept,) = exported["household"]["people"]
    assert [row["stretch"] for row in kept["history"]] == ["happy_baby"]

    # Delete: asked about first; no keeps it, yes deletes it, and the coach says so.
    page.click("#delete")
    page.click("dialog >> text=Keep it")
    assert page.locator(".day.done").count() == 1
    page.click("#delete")
    page.click("dialog >> button.danger")
    person.until("document.querySelectorAll('.day.done').length === 0")
    assert "deleted" in person.text("data-note").lower()
    assert "Nothing is left unfinished." in page.locator("#unfinished").inner_text()


def test_what_was_typed_is_never_html(person):
    """It stands there as it was typed: in the transcript, and in the developer's drawer."""
    page = person.page
    page.keyboard.press("d")
    for words in (
        "<img src=x onerror=window.hacked=1>",
        "<script>window.hacked=1</script>",
        "{{7*7}} &lt;b>",
    ):
        person.say(words)
        page.wait_for_selector(f".turn:first-child > p:text-is('{words}')")
        assert page.locator(".transcript .you").last.inner_text() == words
    page.fill("#user", words)
    page.click("#user-form button:text-is('Use')")
    person.until("document.getElementById('transcript').childElementCount === 0")
    assert page.evaluate("window.hacked") is None
    assert page.locator("main img, main script").count() == 0


def test_the_keyboard_is_enough(person):
    """Everything has a name and can be reached; the space bar starts and pauses, / writes, d opens."""
    page = person.page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    page.wait_for_selector("#drawer:visible")
    page.keyboard.press("Escape")
    assert not page.is_visible("#drawer")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    page.wait_for_selector("text=Welcome to Limber Back.")
    for view, shown in (
        ("", "#coach"),
        ("library", ".stretch"),
        ("stretches/bridge", ".leaf"),
        ("progress", ".day"),
    ):
        person.open(view)
        page.wait_for_selector(shown)
        unnamed = page.evaluate(
            """[...document.querySelectorAll("button, input, a, summary")]
              .filter((each) => each.offsetParent !== null)
              .filter((each) => !(each.innerText || each.ariaLabel || each.labels?.[0]?.textContent))
              .map((each) => each.outerHTML)"""
        )
        assert unnamed == []
        assert page.locator("h1:visible").count() == 1
    live = page.evaluate(
        "[...document.querySelectorAll('[aria-live], [role=status]')].map((each) => each.id)"
    )
    assert {"caption", "note", "data-note"} <= set(live)


def test_the_drawer_shows_what_went_over_the_wire(person):
    """Request and response as JSON, the intent and its slots, the SSML, the place running along."""
    page = person.page
    person.say("start knee to chest")
    person.until("document.body.dataset.mode === 'practising'")
    page.keyboard.press("d")
    turn = page.locator(".turn").first
    assert "StartStretchIntent { stretch: knee_to_chest }" in turn.inner_text()
    for summary in ("SSML", "Request", "Response"):
        turn.locator(f"summary:text-is('{summary}')").click()
    ssml, sent, got = turn.locator("pre").all_inner_texts()
    assert ssml.startswith("<speak>")
    assert json.loads(sent)["request"]["intent"]["name"] == "StartStretchIntent"
    assert json.loads(got)["response"]["outputSpeech"]["ssml"] in ssml
    person.until_stage("hold")
    place = r"([\d.]+) s knee_to_chest 1/2 left hold"
    left = "parseFloat(document.getElementById('cursor').style.left)"
    cursor, begun = page.evaluate(left), float(re.match(place, person.text("position"))[1])
    person.speed(20)
    person.passes(1)
    assert float(re.match(place, person.text("position"))[1]) == pytest.approx(begun + 20, abs=0.2)
    assert page.evaluate(left) > cursor
    assert page.locator(".timeline [data-phase='hold']").count() == 4


def test_the_drawer_shows_what_a_screen_is_sent(person):
    """Taken for a device with a screen, each turn has its document and its data."""
    page = person.page
    person.say("start child's pose")
    person.until("document.body.dataset.mode === 'practising'")
    page.keyboard.press("d")
    assert page.locator("summary:text-is('Screen')").count() == 0
    page.check("#as-screen")
    person.say("repeat")
    page.locator(".turn").first.locator("summary:text-is('Screen')").click()
    shown = json.loads(page.locator(".turn").first.locator("details[open] pre").inner_text())
    assert shown["document"]["type"] == "APL"
    assert shown["datasources"]["coach"]["kind"] == "practice"


def test_the_clock_and_the_user_can_be_set(person):
    """Another morning, another person: the coach goes by what the drawer says."""
    page = person.page
    person.set_clock("2027-03-01T07:30:00")
    page.keyboard.press("d")
    page.fill("#user", "somebody-else")
    page.click("#user-form button:text-is('Use')")
    person.say("start happy baby")
    person.until("document.body.dataset.mode === 'practising'")
    page.locator(".turn").first.locator("summary:text-is('Request')").click()
    request = json.loads(page.locator(".turn").first.locator("pre:visible").inner_text())
    assert request["request"]["timestamp"].startswith("2027-03-01T06:30")
    assert request["context"]["System"]["user"]["userId"] == "browser.somebody-else"


def test_a_coach_that_is_gone_is_said_in_one_sentence(browser, tmp_path):
    """The service ends in the middle of it: the page says so, and stays whole."""
    with desk(tmp_path, "--no-verify") as address:
        person = Page(browser, address)
        person.open()
        person.page.click("#main-button")
        person.page.wait_for_selector("text=Welcome to Limber Back.")
    person.say("start child's pose")
    person.until("document.getElementById('note').textContent.includes('cannot be reached')")
    assert "“start child's pose” is kept" in person.text("note")
    person.broken.clear()
    person.close()
