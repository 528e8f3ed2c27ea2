"""The browser coach's JSON: Lambda's envelope, sessions that cannot be made up, no strangers."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helpers.ears import ear_of
from skill import bootstrap
from skill.coach.conversation.state.questions import KINDS
from skill.coach.person.backup import decode_backup
from skill.coach.person.profile import ACCOUNT
from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.library.intents import FALLBACK
from skill.settings import Settings
from skill.simulator.ear_in_time import EarInTime
from skill.web.application import create_app
from skill.web.coach import api, turns
from skill.web.coach.buttons import BY_COURSE, BY_QUESTION
from skill.web.coach.texts import texts

ME = {"X-Limber-User": "me"}
MORNING = "2026-11-20T08:00:00+01:00"


class Browser:
    """A page: takes turns, and keeps the session between them."""

    def __init__(self, service, user: str = "me", zone: str = "Europe/Berlin") -> None:
        self.service = service
        self.headers = {"X-Limber-User": user}
        self.zone = zone
        self.session = ""

    def turn(self, at: str = MORNING, **wish: str) -> dict:
        """One turn; what came back."""
        body = {"at": at, "zone": self.zone, "locale": "en-US", "session": self.session} | wish
        answer = self.service.post("/api/turn", json=body, headers=self.headers)
        assert answer.status_code == 200, answer.text
        self.session = answer.json["session"]
        return answer.json

    def get(self, what: str, **query: str) -> dict:
        """What the coach tells of itself or of me."""
        answer = self.service.get(f"/api/{what}", query_string=query, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer.json


def said(turn: dict) -> str:
    """The words of an answer."""
    return " ".join(part["text"] for part in turn["answer"]["parts"] if part["text"])


@pytest.fixture
def browser(coach) -> Browser:
    """A page of the desk's own coach."""
    return Browser(coach)


# A conversation


def test_a_turn_goes_in_through_the_envelope_and_comes_back_to_be_played(browser):
    """What Lambda would have got and given, and the same cut into sentences and silences."""
    turn = browser.turn(say="open limber back")
    (exchange,) = turn["exchanges"]
    assert exchange["request"]["request"]["type"] == "LaunchRequest"
    assert exchange["request"]["context"]["System"]["user"]["userId"] == "browser.me"
    assert exchange["response"]["response"]["outputSpeech"]["ssml"] == turn["answer"]["ssml"]
    assert turn["heard"]["intent"] == "LaunchRequest"
    assert (turn["mode"], turn["stages"], turn["ends"]) == ("idle", [], False)
    assert said(turn).startswith("Welcome to Limber Back. ")
    assert turn["listening"] == LISTENING_GAP
    total = sum(part["seconds"] for part in turn["answer"]["parts"])
    assert total == pytest.approx(turn["answer"]["seconds"], abs=0.05)


def test_the_ear_gets_ready_while_the_greeting_is_said(browser, monkeypatch):
    """With the first turn, whatever it was: who speaks next waits for nothing."""
    ear = EarInTime(ear_of("en-US"))
    monkeypatch.setattr(turns, "_ear", {"en-US": ear}.get)
    ready = []
    monkeypatch.setattr(ear, "get_ready", lambda: ready.append(ear))
    browser.turn(say="open limber back")
    assert ready == [ear]


def test_a_coaching_turn_tells_every_stage_it_goes_through(browser):
    """Holds of thirty seconds, both sides, with the words' own silences at the same moments."""
    browser.turn(say="open limber back")
    turn = browser.turn(say="start knee to chest")
    holds = [stage for stage in turn["stages"] if stage["phase"] == "hold"]
    assert [(hold["repetition"], hold["side"]) for hold in holds] == [
        (1, "left"),
        (1, "right"),
        (2, "left"),
        (2, "right"),
    ]
    assert {(hold["seconds"], hold["whole"], hold["left"]) for hold in holds} == {(30, 30, 30)}
    assert {hold["name"] for hold in holds} == {"the knee to chest stretch"}
    clock, begins = 0.0, []
    for part in turn["answer"]["parts"]:
        if part["text"] == "Three.":
            begins.append(clock)
        clock += part["seconds"]
    in_answer = [hold for hold in holds if hold["at"] < clock]
    assert begins == pytest.approx([hold["at"] + 27 for hold in in_answer], abs=0.1)
    last = holds[-1]
    assert last["at"] > clock + LISTENING_GAP
    assert last["at"] + last["seconds"] < clock + LISTENING_GAP + turn["reprompt"]["seconds"]


def test_a_question_in_a_hold_goes_on_with_what_was_left(browser):
    """Ten seconds into the hold: twenty are left, and the next answer's first stage says so."""
    turn = browser.turn(say="start childs pose")
    hold = next(stage for stage in turn["stages"] if stage["phase"] == "hold")
    at = _later(hold["at"] + 10)
    asked = browser.turn(at, say="how long left")
    first = asked["stages"][0]
    assert (first["phase"], first["repetition"], first["left"]) == ("hold", 1, 20)
    assert first["seconds"] == 20


def test_what_is_picked_from_the_library_starts_without_being_heard(browser):
    """A stretch and a routine by their ids, whatever they are called."""
    turn = browser.turn(start="piriformis")
    assert turn["heard"]["intent"] == "StartStretchIntent"
    assert turn["stages"][0]["stretch"] == "piriformis"
    turn = browser.turn(start="everyday_back")
    assert turn["heard"]["slots"]["routine"]["ids"] == ["everyday_back"]
    assert turn["stages"][0]["items"] == 4


def test_silence_ends_the_session_and_counts_what_was_heard(browser):
    """The browser has played everything: the stretch is done."""
    turn = browser.turn(start="happy_baby")
    over = turn["answer"]["seconds"] + turn["reprompt"]["seconds"] + 2 * LISTENING_GAP
    ended = browser.turn(_later(over), end="silence")
    request = ended["exchanges"][0]["request"]["request"]
    assert (request["type"], request["reason"]) == ("SessionEndedRequest", "EXCEEDED_MAX_REPROMPTS")
    assert ended["session"] == ""
    progress = browser.get("progress", at=_later(over), zone="Europe/Berlin")
    assert progress["favourites"] == [
        {"id": "happy_baby", "name": "happy baby", "title": "Happy baby", "count": 1}
    ]


def test_leaving_keeps_the_place(browser):
    """The page went away in the middle of a hold: the next visit offers to go on."""
    browser.turn(say="open limber back")
    turn = browser.turn(start="childs_pose")
    hold = next(stage for stage in turn["stages"] if stage["phase"] == "hold")
    browser.turn(_later(hold["at"] + 12), end="user")
    (unfinished,) = browser.get("progress", at=MORNING, zone="UTC")["unfinished"]
    assert unfinished["name"] == "child's pose"
    back = browser.turn("2026-11-21T08:00:00+01:00", say="open limber back")
    assert "yesterday" in said(back).lower()
    assert back["mode"] == "confirming"
    resumed = browser.turn("2026-11-21T08:00:10+01:00", say="yes")
    going = next(stage for stage in resumed["stages"] if stage["phase"] == "hold")
    assert going["left"] == pytest.approx(18, abs=0.1)


def test_yesterday_is_in_the_browsers_own_time_zone(coach):
    """Eleven in the evening in Chicago is the next day in London."""
    for zone, day in {"America/Chicago": "2026-11-19", "Europe/London": "2026-11-20"}.items():
        browser = Browser(coach, zone.partition("/")[2], zone)
        turn = browser.turn("2026-11-20T05:00:00+00:00", start="happy_baby")
        over = turn["answer"]["seconds"] + turn["reprompt"]["seconds"] + 2 * LISTENING_GAP
        browser.turn(_later(over, "2026-11-20T05:00:00+00:00"), end="silence")
        progress = browser.get("progress", at="2026-11-20T05:10:00+00:00", zone=zone)
        assert [kept["day"] for kept in progress["days"]] == [day]
        assert (progress["today"], progress["streak"]) == (day, 1)


def test_the_page_is_spoken_over_by_its_own_name(browser):
    """Nobody in front of a browser is told to say Alexa."""
    turn = browser.turn(start="childs_pose")
    assert "Limber, pause." in said(turn)
    assert "Alexa" not in said(turn)


# The session, there and back


def test_any_worker_can_take_the_next_turn(store):
    """The session is with the browser: two processes with one secret are one service."""
    settings = Settings("memory:", browser_coach=True, secret="shared by all workers")  # noqa: S106
    one, two = (create_app(settings, store, None, desk_host="127.0.0.1").test_client() for _ in range(2))
    browser = Browser(one)
    browser.turn(start="childs_pose")
    browser.service = two
    assert browser.turn(_later(70), say="pause")["mode"] == "paused"


@pytest.mark.parametrize("forge", ["tampered", "another user's", "another secret's", "nonsense"])
def test_a_session_that_was_made_up_is_none(store, coach, forge):
    """A session that the service did not sign is not read; the stored place still counts."""
    mine = Browser(coach)
    mine.turn(start="childs_pose")
    if forge == "tampered":
        mine.session = mine.session[:-6] + "aaaaaa"
    elif forge == "another user's":
        other = Browser(coach, "other")
        other.turn(start="bridge")
        mine.session = other.session
    elif forge == "another secret's":
        settings = Settings("memory:", browser_coach=True, secret="another one")  # noqa: S106
        other = Browser(create_app(settings, store, None, desk_host="127.0.0.1").test_client())
        other.turn(start="bridge")
        mine.session = other.session
    else:
        mine.session = "nonsense"
    turn = mine.turn(_later(70), say="where am i")
    sent = turn["exchanges"][0]["request"]["session"]
    assert (sent["new"], sent["attributes"]) == (False, {})
    assert "bridge" not in said(turn)


# The library, progress, export


STATIC = Path(api.__file__).parent / "static"
LANGUAGES = {tag: locale for locale, tag in reversed(bootstrap.voices().tags.items())}
"""The first locale of each language."""

SAID = {
    "go_on": {"AMAZON.ResumeIntent"},
    "pause": {"AMAZON.PauseIntent"},
    "resume": {"AMAZON.ResumeIntent"},
    "next": {"AMAZON.NextIntent"},
    "again": {"AMAZON.RepeatIntent"},
    "stop": {"AMAZON.StopIntent"},
    "delete": {"DeleteDataIntent"},
    "yes": {"AMAZON.YesIntent"},
}
"""What the page says by itself, and what it means by it."""


@pytest.fixture(scope="module", params=LANGUAGES.values())
def spoken(request):
    """The texts of a language, and the ear that has to understand what its buttons say."""
    locale = request.param
    ear = ear_of(locale)
    return texts(locale), ear, bootstrap.voices()[locale]


@pytest.mark.parametrize("buttons", sorted({*BY_COURSE.values(), *BY_QUESTION.values(), "closed"}))
def test_what_can_be_said_has_its_buttons(spoken, buttons):
    """Whatever the conversation is about, the page knows what can be said, and the skill hears it."""
    told, ear, _ = spoken
    heard = [ear.hear(words).intent for words in told.lists[f"chips.{buttons}"]]

    assert heard
    assert "AMAZON.FallbackIntent" not in heard


def test_what_the_page_says_is_understood_as_it_means_it(spoken):
    """In every language: "Delete everything" deletes everything."""
    told, ear, words = spoken
    assert {key: {ear.hear(told.text(f"say.{key}")).intent} for key in SAID} == SAID
    assert ear.opening.opened_with(told.text("say.open")) == (True, "")
    for key in ("start_named", "resume_named"):
        said = told.text(f"say.{key}", name=words.stretch("bridge").name)
        assert ear.hear(said).intent != FALLBACK, said


def test_every_question_has_buttons():
    """No kind of question leaves the page without something to press."""
    assert set(BY_QUESTION) == set(KINDS.values())


def test_everything_in_the_library_can_be_started(coach, library):
    """One press on any of them begins it, or asks for the one thing it needs."""
    for entry in [*library.stretches, *library.routines]:
        turn = Browser(coach, entry).turn(start=entry)
        assert turn["stages"] or turn["mode"] == "confirming", entry


def test_progress_of_somebody_new_is_empty(browser):
    """Nothing is made up, and nothing breaks."""
    assert browser.get("progress", at=MORNING, zone="UTC") == {
        "today": "2026-11-20",
        "streak": 0,
        "days": [],
        "stretches": 0,
        "seconds": 0,
        "favourites": [],
        "unfinished": [],
    }


def test_progress_that_is_unfinished_in_a_stretch_of_yesterday_is_shown_by_its_id(browser, store):
    """Content changes; what was kept of a stretch that is gone is still there to be seen."""
    browser.turn(start="childs_pose")
    ((key, kept),) = ((k, v) for k, v in store._kept.items() if k[0] == "browser.me")
    ((id_, record),) = kept.practices.items()
    practice = replace(record.saved.practice, name="gone")
    kept.practices[id_] = replace(record, saved=replace(record.saved, practice=practice))
    assert key == ("browser.me", ACCOUNT)
    (unfinished,) = browser.get("progress", at=MORNING, zone="UTC")["unfinished"]
    assert unfinished["name"] == "gone"


def test_export_is_all_that_is_kept(browser):
    """The same as `limber export` writes: `limber import` reads it."""
    turn = browser.turn(start="happy_baby")
    over = turn["answer"]["seconds"] + turn["reprompt"]["seconds"] + 2 * LISTENING_GAP
    browser.turn(_later(over), end="silence")
    exported = browser.get("export")
    (kept,) = decode_backup(exported).people
    (row,) = kept.history
    assert (row.stretch, row.day) == ("happy_baby", "2026-11-20")


def test_what_is_kept_is_on_the_page_and_not_in_an_app(browser):
    """Whoever asks for their data is told where the card is: here."""
    turn = browser.turn(start="happy_baby")
    over = turn["answer"]["seconds"] + turn["reprompt"]["seconds"] + 2 * LISTENING_GAP
    browser.turn(_later(over), end="silence")
    told = browser.turn(_later(over + 60), say="export my data")
    assert told["card"]
    assert "right here" in said(told)


def test_a_card_comes_along_to_be_read(browser):
    """What Alexa would show in her app is shown on the page."""
    turn = browser.turn(start="happy_baby")
    over = turn["answer"]["seconds"] + turn["reprompt"]["seconds"] + 2 * LISTENING_GAP
    browser.turn(_later(over), end="silence")
    told = browser.turn(_later(over + 60), say="how am i doing")
    assert "streak" in told["card"].lower() or "row" in told["card"].lower()


def test_what_a_screen_would_show_comes_along_where_it_is_asked_for(browser):
    """The document and its data; without being asked for, as for a speaker, none."""
    assert browser.turn(say="start child's pose")["screen"] is None
    shown = browser.turn(say="again", device="screen")["screen"]
    assert shown.keys() == {"document", "datasources"}


def test_deleting_is_asked_of_the_coach_and_done(browser):
    """It goes the way of the conversation, as by voice: asked about once, and then it is gone."""
    turn = browser.turn(start="happy_baby")
    over = turn["answer"]["seconds"] + turn["reprompt"]["seconds"] + 2 * LISTENING_GAP
    browser.turn(_later(over), end="silence")
    asked = browser.turn(_later(over + 60), say="delete my data")
    assert (asked["heard"]["intent"], asked["mode"]) == ("DeleteDataIntent", "confirming")
    assert browser.get("progress", at=MORNING, zone="UTC")["stretches"] == 1
    assert "deleted" in said(browser.turn(_later(over + 70), say="yes"))
    assert browser.get("progress", at=MORNING, zone="UTC")["stretches"] == 0
    (kept,) = decode_backup(browser.get("export")).people
    assert kept.is_bare


# Strangers


OWN = {"X-Limber-User": "me", "Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:8080"},
        {"Origin": "null"},
        {"X-Limber-User": None},
        {"X-Limber-User": ""},
        {"X-Limber-User": "../other"},
        {"X-Limber-User": "x" * 65},
    ],
)
def test_cross_site_posts_are_refused(coach, store, headers):
    """Another site's page, a form, a request without the page's header: 403, and nothing happens."""
    sent = {name: value for name, value in (OWN | headers).items() if value is not None}
    body = {"say": "open limber back", "at": MORNING}
    answer = coach.post("/api/turn", json=body, headers=sent)
    assert answer.status_code == 403
    assert store.opened == 0
    for path in ("progress", "export"):
        assert coach.get(f"/api/{path}", headers=sent).status_code == 403


def test_our_own_page_is_let_in(coach):
    """The same with the headers that a browser sends for it."""
    body = {"say": "open limber back", "at": MORNING}
    assert coach.post("/api/turn", json=body, headers=OWN).status_code == 200


def test_no_answer_allows_another_origin(coach):
    """A browser that asks first is told nothing that would let another page in."""
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for answer in (coach.options("/api/turn", headers=asked), coach.get("/api/export", headers=OWN)):
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_what_a_form_could_send_is_refused(coach, kind):
    """Only JSON: a form on another page can send these without being asked."""
    answer = coach.post("/api/turn", data=b"{}", headers=OWN | {"Content-Type": kind})
    assert answer.status_code == 415


def test_a_name_that_leads_here_from_elsewhere_is_turned_away(coach):
    """A foreign host name that leads to this machine is refused."""
    for path in ("/", "/api/export", "/healthz"):
        headers = OWN | {"Host": "rebound.example"}
        assert coach.get(path, headers=headers).status_code == 400
    for host in ("localhost:5005", "127.0.0.1:5005"):
        assert coach.get("/", headers={"Host": host}).status_code == 200


def test_where_others_reach_it_nobody_is_anybodys_guess(store):
    """In production a user's id is a random one that cannot be guessed."""
    settings = Settings("memory:", skill_id="s", browser_coach=True, secret="of these tests")  # noqa: S106
    service = create_app(settings, store, None).test_client()
    assert service.get("/api/export", headers=ME).status_code == 403
    drawn = {"X-Limber-User": "0f8fad5b-d9cb-469f-a165-70867728950e"}
    assert service.get("/api/export", headers=drawn).status_code == 200


def test_no_browser_gets_at_an_account_of_alexas(coach, store):
    """Whatever a browser calls itself, its account is one of the browsers'."""
    browser = Browser(coach, "amzn1.ask.account.TERMINAL")
    browser.turn(start="childs_pose")
    assert {account for account, _ in store._kept} == {"browser.amzn1.ask.account.TERMINAL"}


@pytest.mark.parametrize(
    "body",
    [
        [],
        "text",
        {},
        {"say": ""},
        {"say": 5},
        {"say": "x" * 301},
        {"say": "pause", "end": "user"},
        {"end": "because"},
        {"start": "no_such_stretch"},
        {"say": "pause", "at": "now"},
        {"say": "pause", "at": "2026-11-20T08:00:00"},
        {"say": "pause", "at": "9999-11-20T08:00:00+00:00"},
        {"say": "pause", "session": {"id": 5}},
    ],
)
def test_what_is_no_turn_is_refused(coach, body):
    """400 in one sentence."""
    sent = {"at": MORNING} | body if isinstance(body, dict) else body
    answer = coach.post("/api/turn", json=sent, headers=OWN)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b"[" * 100_000, 400), (b'"' * 200_000, 413)])
def test_a_turn_that_is_no_json_is_refused(coach, body, status):
    """Half, too deep, too large."""
    answer = coach.post("/api/turn", data=body, headers=OWN | {"Content-Type": "application/json"})
    assert answer.status_code == status


def test_a_zone_and_a_locale_nobody_knows_do_no_harm(coach):
    """An unknown time zone or locale is accepted, since the browser may be newer than this machine."""
    browser = Browser(coach, zone="../../etc/passwd")
    assert said(browser.turn(say="open limber back", locale="tlh"))


# The page


def test_the_page_may_load_nothing_from_elsewhere(coach):
    """Its policy names no other place, and neither does anything it is made of."""
    page = coach.get("/")
    assert page.status_code == 200
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    linked = set(re.findall(r'(?:src|href)="(/[^"#]+)"', page.text))
    (main,) = (path for path in linked if path.endswith("/main.js"))
    modules = {main.replace("main.js", module.name) for module in STATIC.iterdir()}
    for path in linked | modules | {"/worker.js"}:
        with coach.get(path) as answer:
            status, text = answer.status_code, answer.get_data().decode("utf-8", "replace")
        assert status == 200, path
        text = text.replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|\burl\(|@import|innerHTML|insertAdjacentHTML|eval\(", text), (
            path
        )


def _later(seconds: float, at: str = MORNING) -> str:
    return (datetime.fromisoformat(at) + timedelta(seconds=seconds)).isoformat()
