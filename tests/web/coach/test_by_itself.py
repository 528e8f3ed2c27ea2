"""The page coaches on by itself: a routine to its end, after a reload, and without a network."""

import json
from collections.abc import Iterator

import pytest

from helpers.coach_page import NEEDS_CHROMIUM, Page

pytestmark = NEEDS_CHROMIUM

ROUTINE, STRETCHES = "standing_hips", 2
"""The shortest routine, and how many stretches it has."""

LONGEST = "full_back"
"""The longest one."""

LONG = 1700
"""Seconds in which any routine is over."""

WATCHED = """
window.locks = [];
window.handlers = {};
Object.defineProperty(navigator, "wakeLock", { value: { request: async (what) => {
  const lock = { what, released: false, async release() { lock.released = true; } };
  window.locks.push(lock);
  return lock;
} } });
navigator.mediaSession.setActionHandler = (action, handle) => { window.handlers[action] = handle; };
"""
"""Keeps what the page asks of the screen and of the media keys."""


@pytest.fixture
def watched(browser, address) -> Iterator[Page]:
    """Somebody whose screen and media keys are watched."""
    page = Page(browser, address)
    page.context.add_init_script(WATCHED)
    page.open()
    yield page
    page.close()


def started(page: Page, entry: str) -> None:
    """Start an entry of the library with one press; from here on nobody touches anything."""
    page.open("library")
    page.page.click(f"[data-start='{entry}']")
    page.until("document.body.dataset.mode === 'practising'")


SHOWN = """(() => {
  const { mode, phase } = document.body.dataset;
  const said = (id) => document.getElementById(id).textContent;
  const side = document.getElementById("dial").dataset.side;
  return {
    told: `${said("name")} ${side} ${phase || said("count")}`,
    waiting: document.body.hasAttribute("data-waiting"),
    over: mode === "closed",
  };
})()"""
"""What the dial shows, whether an answer is waited for, and whether it is over."""


def goes_on(page: Page, seconds: float) -> dict:
    """What is shown when so much time has passed, and the answer that was waited for has come."""
    page.passes(seconds)
    shown = page.page.evaluate(SHOWN)
    if not shown["waiting"]:
        return shown
    page.until("!document.body.hasAttribute('data-waiting')")
    return shown | {"over": page.page.evaluate(SHOWN)["over"]}


def phases(page: Page, seconds: int) -> list[str]:
    """What the dial shows from second to second, each once in a row, until it is over."""
    seen = [""]
    for _ in range(seconds * 2):
        shown = goes_on(page, 0.5)
        if shown["told"] != seen[-1]:
            seen.append(shown["told"])
        if shown["over"]:
            return seen
    pytest.fail(f"not over: {seen[-5:]}")


def finished(page: Page) -> list[str]:
    """The stretches that the coach has down as finished."""
    user = page.page.evaluate("localStorage.getItem('limber-user')")
    kept = page.page.request.get(f"{page.address}/api/export", headers={"X-Limber-User": user}).json()
    return [row["stretch"] for row in kept["household"]["people"][0]["history"]]


def test_a_routine_runs_to_its_end_with_nobody_touching_it(watched, library):
    """Answer after answer, both sides of both stretches; a rest shows what comes next."""
    started(watched, ROUTINE)
    seen = phases(watched, LONG)
    works = [each for each in seen if each.endswith((" hold", " move"))]
    names = list(dict.fromkeys(each.rsplit(" ", 2)[0] for each in works))
    assert len(names) == STRETCHES
    for name in names:
        assert {each.split()[-2] for each in works if each.startswith(name)} == {"left", "right"}
    assert any(each.startswith(names[1]) and each.endswith("Rest") for each in seen)
    # It is over, and nothing is left to go on with.
    watched.until("document.getElementById('note').textContent.includes('kept')")
    assert watched.page.locator("#main-button").inner_text() == "Start"
    assert sorted(finished(watched)) == sorted(library.routines[ROUTINE].stretches)


def test_the_longest_routine_takes_its_thirty_minutes_without_a_touch(watched, library):
    """Nine stretches, answer after answer; all of them count, and the time is that of its page."""
    started(watched, LONGEST)
    began = watched.page.evaluate("Date.now()")
    for _ in range(LONG):
        if goes_on(watched, 2)["over"]:
            break
    took = (watched.page.evaluate("Date.now()") - began) / 60_000
    watched.until("document.getElementById('note').textContent.includes('kept')")
    assert sorted(finished(watched)) == sorted(library.routines[LONGEST].stretches)
    assert 29 < took < 36


def test_a_pause_lasts_as_long_as_one_likes(watched):
    """Two hours later the page still waits, and goes on from the very second."""
    watched.say("start child's pose")
    watched.until_stage("hold")
    watched.passes(5)
    watched.page.click("#main-button")
    watched.until("document.body.dataset.mode === 'paused'")
    left = watched.ring * 30
    for _ in range(12):
        watched.passes(600)
    assert watched.page.evaluate("document.body.dataset.mode") == "paused"
    assert watched.text("count") == "Paused"
    watched.page.click("#main-button")
    watched.until_stage("hold")
    assert watched.first_hold == pytest.approx(left, abs=0.5)


def test_the_screen_stays_on_and_comes_back_on(watched):
    """A wake lock while one practises, taken again on return, given back at the end."""
    page = watched.page
    assert page.evaluate("window.locks.length") == 0
    watched.say("start child's pose")
    watched.until_stage("hold")
    assert page.evaluate("window.locks.at(-1).what") == "screen"
    page.evaluate("window.locks.at(-1).released = true")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    watched.until("window.locks.length === 2")
    watched.say("stop")
    watched.until("window.locks.at(-1).released")


def test_the_media_keys_show_and_pause_it(watched):
    """The lock screen has the stretch and the limb; its keys pause it and go on with it."""
    page = watched.page
    watched.say("start half kneeling hip flexor stretch")
    watched.until_stage("hold")
    shown = page.evaluate("(({ title, artist }) => [title, artist])(navigator.mediaSession.metadata)")
    assert shown == ["Half kneeling hip flexor stretch", "left knee down · Hold"]
    assert page.evaluate("navigator.mediaSession.playbackState") == "playing"
    page.evaluate("window.handlers.pause()")
    watched.until("document.body.dataset.mode === 'paused'")
    watched.until("navigator.mediaSession.playbackState === 'paused'")
    page.evaluate("window.handlers.play()")
    watched.until_stage("hold")
    page.evaluate("window.handlers.nexttrack()")
    watched.until("document.getElementById('transcript').textContent.includes('next')")


def test_a_reload_in_mid_hold_offers_to_go_on_and_goes_on(watched):
    """The second side of a stretch, ten seconds in: twenty are left after it."""
    watched.say("start half kneeling hip flexor stretch")
    watched.until_stage("hold", "right")
    watched.passes(10)
    left = watched.count
    watched.page.reload()
    watched.until("document.getElementById('name').textContent.includes('the half kneeling')")
    watched.until("document.querySelector('#picture svg')?.dataset.key.endsWith('right hold')")
    assert watched.page.evaluate("scrollY") == 0
    assert watched.page.locator("#main-button").inner_text() == "Go on"
    watched.page.click("#main-button")
    watched.until_stage("hold", "right")
    assert watched.first_hold == pytest.approx(left, abs=1)
    watched.until("document.getElementById('limb').textContent === 'right knee down'")


def test_what_was_left_can_be_left_alone(watched):
    """The other button begins afresh, and the offer is not made again."""
    watched.say("start child's pose")
    watched.until_stage("hold")
    watched.page.reload()
    watched.page.click("#afresh")
    watched.until("document.body.dataset.mode !== 'closed'")
    watched.page.reload()
    assert watched.page.locator("#main-button").inner_text() == "Start"


# Without a network


@pytest.fixture
def installed(browser, address) -> Iterator[Page]:
    """Somebody whose browser keeps the page."""
    page = Page(browser, address, service_workers="allow")
    page.open("library")
    page.until("navigator.serviceWorker.controller !== null")
    yield page
    page.broken[:] = [each for each in page.broken if "ERR_INTERNET_DISCONNECTED" not in each]
    page.close()


def loaded(page: Page, entry: str) -> None:
    """Wait until a practice is kept for a time without a network, and its figures with it."""
    page.page.evaluate(
        "entry => { window.kept = false; const look = async () => {"
        " window.kept = Boolean(await caches.match(`/kept/${entry}`)); }; look(); window.look = look; }",
        entry,
    )
    for _ in range(200):
        page.page.evaluate("window.look()")
        if page.page.evaluate("window.kept"):
            return
        page.page.wait_for_timeout(50)
    pytest.fail(f"{entry} is not kept")


def test_a_routine_goes_on_without_a_network_and_is_told_afterwards(installed, library):
    """The network fails in the first hold: it runs to its end, and all of it counts once it is back."""
    started(installed, ROUTINE)
    loaded(installed, ROUTINE)
    installed.until_stage("move")
    installed.context.set_offline(True)
    phases(installed, LONG)
    installed.page.reload()  # what is owed is kept
    installed.context.set_offline(False)
    installed.page.evaluate("window.dispatchEvent(new Event('online'))")
    installed.until("localStorage.getItem('limber-owed') === null")
    assert sorted(finished(installed)) == sorted(library.routines[ROUTINE].stretches)


def test_the_page_opens_and_coaches_without_a_network(installed):
    """Loaded once: opened from the library, shown with its figure, paused and taken up again."""
    started(installed, "childs_pose")
    loaded(installed, "childs_pose")
    installed.until("document.querySelector('#picture svg') !== null")
    installed.say("stop")
    installed.until("document.body.dataset.mode !== 'practising'")
    installed.context.set_offline(True)
    installed.page.reload()
    installed.open("library")
    installed.page.click("[data-start='childs_pose']")
    installed.until("document.body.dataset.mode === 'practising'")
    installed.until_stage("hold")
    assert installed.page.locator("#picture svg").count() == 1
    installed.passes(5)
    left = installed.count
    installed.page.click("#main-button")
    installed.until("document.body.dataset.mode === 'paused'")
    installed.passes(300)
    installed.page.click("#main-button")
    installed.until_stage("hold")
    assert installed.count == pytest.approx(left, abs=1)
    installed.context.set_offline(False)
    installed.page.evaluate("window.dispatchEvent(new Event('online'))")


def test_words_are_kept_and_sent_again(person):
    """Typed while the coach cannot be reached: they are kept, the practice goes on, then they arrive."""
    person.say("start child's pose")
    person.until_stage("hold")
    person.page.route("**/api/turn", lambda route: route.abort())
    person.say("how long left")
    person.until("document.getElementById('note').textContent.includes('is kept')")
    ring = person.ring
    person.passes(2)
    assert person.ring < ring
    person.page.unroute("**/api/turn")
    person.passes(5)
    person.until("/this hold/i.test(document.getElementById('transcript').textContent)")
    assert person.page.locator(".transcript .you").all_inner_texts()[-1] == "how long left"
    assert person.page.locator(".transcript .you").count() == 2
    person.broken.clear()


def test_what_waits_for_the_network_says_so(person):
    """An answer that takes long: the page tells what it is waiting for, and for what no longer."""
    held = []

    def hold(route) -> None:
        held.append(route)

    person.page.route("**/api/turn", hold)
    person.say("start child's pose")
    person.until("document.body.hasAttribute('data-waiting')")
    assert person.text("count") != "Rest"
    told = "getComputedStyle(document.querySelector('.bar'), '::after').content"
    assert json.loads(person.page.evaluate(told)) == "Waiting for the coach …"
    held[0].continue_()
    person.until("!document.body.hasAttribute('data-waiting')")
