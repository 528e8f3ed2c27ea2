"""The command line, through the installed command, as somebody types it."""

import csv
import io
import json
import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import click
import pytest

from helpers.command_line import LIMBER, PATIENCE, Desk, refusal
from helpers.content import LIBRARY
from skill import cli
from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.errors import SettingError
from skill.library.records import Breaths, Hold, Movement
from skill.settings import read_settings
from skill.speech.ssml import pieces_of
from skill.words import Words

ROOT = Path(__file__).parent.parent
NEXT_MORNING = "2026-11-21T08:00:00+01:00"
FIELDS = {
    "utterance": str,
    "intent": str,
    "slots": dict,
    "speech": str,
    "ssml": str,
    "seconds": float,
    "reprompt": str,
    "reprompt_seconds": float,
    "session_ended": bool,
    "position": dict | None,
    "screen": dict | None,
    "audio": dict | None,
}
"""The contract. `tier`, how it was understood, may stand among them: it is no part of it."""


@pytest.fixture
def desk(tmp_path) -> Desk:
    """A machine of one's own, for one test."""
    return Desk(tmp_path)


def holds(ssml, words):
    """The seconds of each hold: from the words that begin it to the end of its count."""
    begins = [text.lower() for text in words.language.prompts["hold_begin"]]
    spoken, began, clock = [], None, 0.0
    for text, seconds in pieces_of(ssml, words):
        if any(begin in text.lower() for begin in begins):
            # The last step may stand in the same piece, before the words that begin the hold.
            start = min(text.lower().find(begin) for begin in begins if begin in text.lower())
            began = clock + words.seconds(text[:start])
        clock += seconds
        counted = spoken and spoken[-1] == "One."
        if began is not None and counted and not text:
            yield round(clock - began, 2)
            began = None
        spoken.append(text)


# The three points that the walking skeleton is shown by


def test_a_script_of_three_lines_coaches_the_supine_hip_flexor_stretch(desk, words):
    """Three turns: the welcome, holds of thirty seconds on both sides, and the session running out."""
    script = "open limber back\nstart supine hip flexor stretch\n@silence\n"
    result = desk.limber("talk", "--json", "--store", "sqlite:x.db", text=script)
    assert (result.returncode, result.stderr) == (0, "")
    welcome, coaching, silence = map(json.loads, result.stdout.splitlines())
    assert welcome["intent"] == "LaunchRequest"
    assert coaching["intent"] == "StartStretchIntent"
    assert coaching["position"]["stretch"] == "supine_hip_flexor"
    assert coaching["position"]["side"] == "left"
    assert list(holds(coaching["ssml"], words)) == pytest.approx([30.0, 30.0], abs=0.02)
    left, right = coaching["speech"].index("left leg"), coaching["speech"].index("right leg")
    assert left < right
    assert silence["intent"] == "SessionEndedRequest"
    assert silence["session_ended"]
    assert silence["speech"] == coaching["reprompt"]
    assert (desk.folder / "x.db").is_file()


def test_on_a_screen_each_answer_has_its_document(desk):
    """`--device screen` has a document with data for every answer; on a speaker there is none."""
    script = "open limber back\nstart child's pose\n"
    for device, kinds in (("screen", ["words", "practice"]), ("speaker", [])):
        result = desk.limber("talk", "--json", "--device", device, "--store", "memory:", text=script)
        shown = [json.loads(line)["screen"] for line in result.stdout.splitlines()]
        assert [each["datasources"]["coach"]["kind"] for each in shown if each] == kinds
        assert all(each["document"]["type"] == "APL" for each in shown if each)


def test_every_stretch_tells_its_figure_and_is_coached_by_its_name(desk, words):
    """All of them: "how long do I hold" has the standard figure, and "start" starts that stretch."""
    names = {stretch: words.stretch(stretch).name for stretch in LIBRARY.stretches}
    asked = [f"ask limber back how long do i hold {name}" for name in names.values()]
    started = [f"start {name}" for name in names.values()]
    answers = desk.talk(*asked, "open limber back", *started)
    for stretch, answer in zip(names, answers, strict=False):
        assert answer["intent"] == "HoldTimeIntent", stretch
        assert _figure(words, stretch) in answer["speech"], stretch
        assert answer["session_ended"], stretch
    coached = [answer["position"] for answer in answers[len(names) + 1 :]]
    assert [position["stretch"] for position in coached] == list(names)


def _figure(words: Words, stretch: str) -> str:
    """What the answer about a stretch must have in it."""
    dose = LIBRARY.stretches[stretch].doses["standard"]
    match dose.work:
        case Hold(seconds):
            return words.duration(seconds)
        case Breaths(count, _):
            return f"{words.number(count)} slow breaths"
        case Movement(repetitions, _):
            return f"instead of holding, {words.number(repetitions)} times"


def test_every_routine_is_coached_by_its_name(desk, words):
    """All five: "start" begins with the first stretch; the one with a bed asks for it first."""
    names = {routine: words.routine(routine).name for routine in LIBRARY.routines}
    bedded = [name for name, routine in LIBRARY.routines.items() if routine.asks_for]
    lines = []
    for routine, name in names.items():
        lines += [f"start {name}", *(["yes"] if routine in bedded else [])]
    answers = desk.talk("open limber back", *lines)
    begun = [answer["position"]["stretch"] for answer in answers if answer["position"]]
    assert begun == [LIBRARY.routines[routine].stretches[0] for routine in names]
    asking = [answer["utterance"] for answer in answers[1:] if answer["position"] is None]
    assert asking == [f"start {names[routine]}" for routine in bedded]


def test_yesterdays_routine_is_offered_and_goes_on_where_it_stopped(desk, words):
    """A day later "open limber back" offers it, and "yes" goes on at the stretch it stopped at."""
    routine = words.routine("everyday_back").name
    desk.talk("open limber back", f"start {routine}", "next", "next", "@40 stop", store="sqlite:x.db")
    offer, resumed = desk.talk("open limber back", "yes", store="sqlite:x.db", at=NEXT_MORNING)
    stopped_at = LIBRARY.routines["everyday_back"].stretches[1]
    assert "yesterday" in offer["speech"].lower()
    assert routine in offer["speech"]
    assert words.stretch(stopped_at).name in offer["speech"]
    assert resumed["position"]["stretch"] == stopped_at


# What a script's answers hold


def test_every_answer_has_the_fields_of_the_design(desk):
    """Names, order and types are a contract: other programs read them."""
    answers = desk.talk("@silence", "open limber back", "start the bridge", "stop", "what", "@silence")
    for answer in answers:
        assert [field for field in answer if field != "tier"] == list(FIELDS)
        for field, kind in FIELDS.items():
            assert isinstance(answer[field], kind), field
    coached = [answer for answer in answers if answer["position"]]
    assert [answer["utterance"] for answer in coached] == ["start the bridge"]
    assert list(coached[0]["position"]) == ["stretch", "repetition", "side", "phase", "seconds_left"]
    assert coached[0]["position"] | {"seconds_left": 0} == {
        "stretch": "bridge",
        "repetition": 1,
        "side": None,
        "phase": "settle",
        "seconds_left": 0,
    }


def test_slots_are_what_was_heard_and_what_it_stands_for(desk):
    """One id for a name that is one stretch's, all of them for a shared one, none for an unknown."""
    one, several, none, ordinal = desk.talk(
        "tell limber back to start child's pose",
        "tell limber back to start twist",
        "tell limber back to start the purple stretch",
        "the first one",
    )
    assert one["slots"] == {
        "stretch": {"heard": "child's pose", "value": "child's pose", "ids": ["childs_pose"]}
    }
    assert several["slots"]["stretch"]["ids"] == [
        "lumbar_rotation",
        "seated_spinal_twist",
        "trunk_rotation",
    ]
    assert none["slots"]["stretch"]["value"] is None
    assert none["slots"]["stretch"]["ids"] == []
    assert ordinal["intent"] == "ChooseIntent"
    assert ordinal["slots"]["ordinal"]["ids"] == ["1"]


def test_a_launch_is_a_launch_however_it_is_said(desk):
    """The wake word and the ways to open a skill are the platform's; Alexa+ teaches "skill" as well."""
    said = (
        "open limber back",
        "Alexa, start Limber Back",
        "  launch   limber back  ",
        "Open Limber Back skill.",
        "Alexa, open the limber back skill",
        "limber back skill",
        "Limber Back",
    )
    answers = desk.talk(*said)
    assert [answer["intent"] for answer in answers] == ["LaunchRequest"] * len(said)
    assert not any(answer["session_ended"] for answer in answers)


def test_a_one_shot_question_is_answered_and_closed(desk):
    """Nobody is left listening after a question; "tell limber back to start …" coaches."""
    asked, started = desk.talk(
        "ask limber back how long do i hold child's pose", "tell limber back to start the bridge"
    )
    assert asked["intent"] == "HoldTimeIntent"
    assert "thirty seconds" in asked["speech"]
    assert (asked["session_ended"], asked["reprompt"], asked["reprompt_seconds"]) == (True, "", 0.0)
    assert started["intent"] == "StartStretchIntent"
    assert started["position"]["stretch"] == "bridge"
    assert not started["session_ended"]


@pytest.mark.parametrize(
    ("said", "intent", "ids"),
    [
        ("ask limber back how long I hold child's pose", "HoldTimeIntent", ["childs_pose"]),
        ("tell limber back to resume yesterday's routine", "ResumeRoutineIntent", ["yesterday"]),
        ("ask limber back which stretches help my hips", "ListStretchesIntent", ["hips"]),
        ("ask limber back what I can do in bed", "ListStretchesIntent", ["bed"]),
        ("ask limber back who says so about the bridge", "SourceIntent", ["bridge"]),
        ("ask limber back if the cobra is safe", "CautionIntent", ["modified_cobra"]),
        ("ask the limber back skill who says so about the bridge", "SourceIntent", ["bridge"]),
        ("open limber back skill and start the cobra", "StartStretchIntent", ["modified_cobra"]),
    ],
)
def test_a_one_shot_is_said_in_one_breath(desk, said, intent, ids):
    """The words between the skill's name and the wish are the platform's."""
    (answer,) = desk.talk(said)
    (slot,) = answer["slots"].values()
    assert (answer["intent"], slot["ids"]) == (intent, ids)


def test_comments_and_blank_lines_are_not_answered(desk):
    """A script can be laid out and explained."""
    answers = desk.talk("# the first visit", "", "open limber back", "   ", "  # and no more")
    assert [answer["utterance"] for answer in answers] == ["open limber back"]


def test_silence_plays_out_the_reprompt_and_ends_the_session(desk):
    """It tells what is heard; before a session and after one, nothing is."""
    before, opened, after, again = desk.talk("@silence", "open limber back", "@silence", "@silence")
    assert after["speech"] == opened["reprompt"]
    assert after["seconds"] == opened["reprompt_seconds"]
    assert {answer["intent"] for answer in (before, after, again)} == {"SessionEndedRequest"}
    assert all(answer["session_ended"] for answer in (before, after, again))
    assert [answer["speech"] for answer in (before, again)] == ["", ""]


def test_a_timed_line_comes_so_many_seconds_after_the_answer_began(desk, words):
    """Ten seconds and a half later in the same hold, so much less of it is left."""
    opening = ["open limber back", "start happy baby"]
    *_, coached = desk.talk(*opening)
    begins = _hold_begins(coached["ssml"], words)
    left = []
    for seconds in (begins + 8, begins + 18.5):
        *_, answer = desk.talk(*opening, f"@{seconds:.2f} how long left")
        assert (answer["utterance"], answer["intent"]) == ("how long left", "TimeLeftIntent")
        assert answer["position"]["phase"] == "hold"
        left.append(answer["position"]["seconds_left"])
    assert left == pytest.approx([22.0, 11.5], abs=0.1)


def _hold_begins(ssml, words):
    """When in an answer its hold begins."""
    clock = 0.0
    for text, seconds in pieces_of(ssml, words):
        for begin in words.language.prompts["hold_begin"]:
            if begin in text:
                return clock + words.seconds(text[: text.index(begin)])
        clock += seconds
    raise AssertionError(ssml)


def test_a_line_later_than_the_session_opens_a_new_one(desk):
    """In the listening gap and in the reprompt the session is open; after them it is not."""
    question = "how long do i hold the bridge"
    _, opened = desk.talk("open limber back", "open limber back")
    gap = opened["seconds"] + LISTENING_GAP / 2
    reprompt = opened["seconds"] + LISTENING_GAP + opened["reprompt_seconds"] / 2
    over = opened["seconds"] + 2 * LISTENING_GAP + opened["reprompt_seconds"]
    times = [2, gap, reprompt, over - 3, over + 3, 100_000]
    lines = [line for at in times for line in ("open limber back", f"@{at:.1f} {question}")]
    _, *answers = desk.talk("open limber back", *lines)
    answered = [answer for answer in answers if answer["utterance"] == question]
    assert all("three slow breaths" in answer["speech"] for answer in answered)
    # Only a question that opens its own session closes it. Greetings differ by a second or two.
    assert [answer["session_ended"] for answer in answered] == [False] * 4 + [True] * 2


def test_a_time_that_has_passed_is_now(desk):
    """The clock never goes back, not even where a script says so."""
    *_, answer = desk.talk("open limber back", "@silence", "@1 open limber back")
    assert answer["intent"] == "LaunchRequest"


def test_the_same_script_is_answered_with_the_same_words(desk):
    """Nothing in a conversation is left to chance."""
    script = ["open limber back", "start the pelvic tilt", "@30 pause", "resume", "@silence"]
    desk.environment["PYTHONHASHSEED"] = "1"
    once = desk.talk(*script)
    desk.environment["PYTHONHASHSEED"] = "2"
    assert desk.talk(*script) == once


# Mistakes


PACKAGE = ["package", "--privacy-policy", "https://example.com/privacy", "--folder"]
MISTAKES = [
    (["talk", "--at", "yesterday"], "--at 'yesterday' is no time: write it like 2026-11-20T08:00"),
    (["talk", "--json", "--at", "0001-01-01"], "--at '0001-01-01' is no time: write it like"),
    (["talk", "--json", "--at", "9999-12-31T23:59:59Z"], "is no time: write it like"),
    (["talk", "--store", "sqlite:no/where/x.db"], "cannot keep progress in no/where/x.db"),
    (["talk", "--json", "--store", "sqlite:."], "cannot keep progress in ."),
    (["talk", "--json", "--store", "sqlite:no/where/x.db"], "create it, or set LIMBER_STORE="),
    (["history", "--store", "sqlite:no/where/x.db"], "no/where/x.db: there is no such file;"),
    (["talk", "--store", "redis:x"], "'redis:x' is none of sqlite:<path>, dynamodb:<table> or"),
    (["export", "--store", "sqlite"], "'sqlite' is none of sqlite:<path>, dynamodb:<table> or"),
    (["history", "--store", "dynamodb:x"], "set AWS_DEFAULT_REGION to its region"),
    (["talk", "--locale", "xx-XX"], "--locale 'xx-XX' is unknown: it can be en-US"),
    (["talk", "--speed", "0"], "--speed 0 is no speed: give a number above 0, such as 20"),
    (["talk", "--speed", "nan"], "--speed nan is no speed: give a number above 0, such as 20"),
    (["talk", "--speed", "fast"], "'fast' is not a valid float"),
    (["talk", "--device", "toaster"], "'toaster' is not one of 'speaker', 'screen'"),
    (["serve", "--host", ""], "--host is empty: give an address, such as 127.0.0.1"),
    ([*PACKAGE, ""], "--folder is empty: give a folder, such as build"),
    (
        [*PACKAGE, "/dev/null/x"],
        "cannot write the package to /dev/null/x: Not a directory; give another",
    ),
    (["talk", "--jason"], "No such option '--jason'"),
    (["tlak"], "No such command 'tlak'"),
    (["talk", "now"], "unexpected extra argument (now)"),
]


@pytest.mark.parametrize(
    ("arguments", "said"), MISTAKES, ids=[" ".join(arguments) for arguments, _ in MISTAKES]
)
def test_a_mistake_is_told_in_one_line(desk, arguments, said):
    """One line that says what is wrong and what would be right, exit 2, and no traceback."""
    line = refusal(desk.limber(*arguments))
    assert line.startswith("limber: ")
    assert said.lower() in line.lower()


@pytest.mark.parametrize("setting", ["LIMBER_STORE=nowhere", "LIMBER_DELAY=soon"])
def test_a_wrong_setting_is_told_in_one_line(desk, setting):
    """Environment variables are somebody's input like any other."""
    name, _, value = setting.partition("=")
    desk.environment[name] = value
    assert value in refusal(desk.limber("history"))


def test_a_home_that_cannot_be_written_says_how_to_go_on(desk):
    """The one line says how to keep progress elsewhere, or nowhere, and that works."""
    desk.environment["HOME"] = "/proc/nobody"
    line = refusal(desk.limber("talk", "--json"))
    assert line.endswith("set LIMBER_STORE=sqlite:<path>, or LIMBER_STORE=memory: to keep nothing")
    desk.environment["LIMBER_STORE"] = "memory:"
    assert desk.limber("talk", "--json").returncode == 0


def test_a_user_without_a_home_is_told_in_one_line(monkeypatch):
    """A container's user may be in no list of users: that matters only where the home is needed."""
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)
    with pytest.raises(SettingError, match="there is no home folder to keep progress in; set LIMBER_"):
        read_settings({})
    assert read_settings({"LIMBER_STORE": "memory:"}).store == "memory:"


def test_a_file_that_is_no_database_is_left_alone(desk):
    """Some other file named by mistake is told about, and is not touched."""
    other = desk.folder / "notes.txt"
    other.write_text("nothing like a database " * 40)
    for arguments in (["talk", "--json"], ["history"], ["export"]):
        line = refusal(desk.limber(*arguments, "--store", "sqlite:notes.txt"))
        assert "notes.txt" in line
        assert "no SQLite database" in line
    assert other.read_text() == "nothing like a database " * 40


@pytest.mark.parametrize("line", ["@12.5", "@ 3 pause", "@soon pause", "@Silence", "@99999999999 pause"])
def test_a_bad_line_of_a_script_is_named(desk, line):
    """What came before it is answered; then one line names the line and what it could be."""
    result = desk.limber("talk", "--json", "--store", "memory:", text=f"open limber back\n\n{line}\n")
    assert result.returncode == 2
    assert len(result.stdout.splitlines()) == 1
    (told,) = result.stderr.splitlines()
    assert told == (
        f"limber: line 3: {line!r} is no utterance; write @12.5 and words, @silence, or words alone"
    )


@pytest.mark.parametrize("line", ["!person ann lee", "!persons", "!", "!silence", "!personann"])
def test_a_bad_line_about_the_voice_is_named(desk, line):
    """What begins with ! and names no voice is refused in one line that says what is right."""
    result = desk.limber("talk", "--json", "--store", "memory:", text=f"open limber back\n{line}\n")
    assert result.returncode == 2
    (told,) = result.stderr.splitlines()
    assert told == (
        f"limber: line 2: {line!r} is no voice; write !person and one name, or !person alone"
    )


def test_a_line_of_a_script_changes_the_voice(desk):
    """From there on that person speaks, and nobody that is known after !person alone."""
    mine, *others, again = desk.talk(
        "open limber back",
        "start happy baby",
        "@silence",
        "open limber back",
        "how am i doing",
        "!person",
        "how am i doing",
        "!person ann",
        "how am i doing",
        "  !person   ben  ",
        "how am i doing",
        options=("--person", "ben"),
    )[4:]
    assert "one stretch" in mine["speech"]
    assert "one stretch" in again["speech"]
    assert not any("one stretch" in other["speech"] for other in others)
    assert "anyone in particular" in others[0]["speech"]


def test_bytes_that_are_no_text_are_not_understood(desk):
    """Whatever comes in on a pipe is answered, and breaks nothing."""
    result = subprocess.run(  # noqa: S603
        [LIMBER, "talk", "--json", "--store", "memory:"],
        input=b"open limber back\n\xff\xfe\x00 start\n",
        env=desk.environment,
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a /dev/full")
def test_a_full_disk_is_told_in_one_line(desk):
    """Output that cannot be written is no reason for a traceback."""
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(  # noqa: S603
            [LIMBER, "history", "--store", "memory:"],
            env=desk.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert result.returncode == 1
    assert re.fullmatch(r"limber: .*No space left on device\n", result.stderr)


# Live


def test_live_coaching_comes_sentence_by_sentence(desk, words):
    """In their order, the countdown among them, to the end of the answer; when is `test_terminal`'s."""
    stretch = words.stretch("happy_baby")
    coaching = [*stretch.steps, "Five.", "Four.", "Three.", "Two.", "One.", stretch.release]
    with desk.live("--speed", "500") as process:
        heard, told = process.communicate("start happy baby\n", PATIENCE)
    assert (process.returncode, told) == (0, "")
    # A sentence that is longer than a line comes in two.
    _, begun, left = " ".join(heard.split()).partition("you: start happy baby")
    assert begun
    for sentence in coaching:
        _, found, left = left.partition(sentence)
        assert found, sentence
    assert any(text in left for text in words.language.prompts["open_end"])


def test_a_line_typed_during_an_answer_interrupts_it(desk):
    """Barge-in: what is typed while the coach speaks is answered without waiting for its end."""
    with desk.live("--speed", "0.01") as process:
        process.stdin.write("start happy baby\n")
        process.stdin.flush()
        # An answer of a minute takes an hour and a half, and nobody waits for it.
        assert any(line.strip() == "you: start happy baby" for line in process.stdout)
        process.stdin.write("pause\n")
        process.stdin.flush()
        assert any(line.strip() == "you: pause" for line in process.stdout)
        assert process.stdout.readline().strip()
        process.terminate()


def test_a_reader_who_goes_away_ends_the_conversation(desk):
    """`limber talk | head` comes to its end by itself, without a word of complaint."""
    with desk.live("--speed", "500") as process:
        process.stdin.write("start happy baby\n")
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(PATIENCE) == 1
        assert process.stderr.read() == ""


# What is kept


def test_export_and_history_tell_what_was_finished(desk):
    """A stretch that was heard to its end is in both, with its seconds and when; nobody else's is."""
    store = ("--store", "sqlite:x.db")
    desk.talk(
        "open limber back",
        "start happy baby",
        "stop",
        store="sqlite:x.db",
        options=("--user", "me", "--person", "p1"),
    )
    whose = (*store, "--user", "me", "--person", "p1")
    (kept,) = json.loads(desk.limber("export", *whose).stdout)["household"]["people"]
    assert kept["person"] == "p1"
    (finished,) = kept["history"]
    assert (finished["stretch"], finished["seconds"]) == ("happy_baby", 30)
    assert re.fullmatch(r"2026-11-20T07:0\d:\d\d\.\d{3}\+00:00", finished["at"])
    assert kept["stretches"] == {"happy_baby": [1, 30]}
    assert kept["days"] == {"2026-11-20": [1, 30]}
    _, row = desk.limber("history", *whose).stdout.splitlines()
    assert re.fullmatch(r"2026-11-20 07:0\d UTC +30 +happy baby", row.strip())
    other = json.loads(desk.limber("export", *store, "--user", "you").stdout)
    assert other["household"]["people"] == []
    assert desk.limber("history", *store, "--user", "me").stdout == "Nothing finished yet.\n"


@pytest.mark.parametrize(
    ("locale", "lines", "here"),
    [
        ("en-US", ("open limber back", "start happy baby", "export my data"), "right here"),
        ("de-DE", ("öffne rücken coach", "starte happy baby", "was weißt du über mich"), "gleich hier"),
    ],
)
def test_what_is_kept_is_shown_in_the_terminal_and_not_in_an_app(desk, locale, lines, here):
    """Whoever asks for their data is told where the card is: below the words."""
    *_, told = desk.talk(*lines, options=("--locale", locale))
    assert told["intent"] == "ExportDataIntent"
    assert here in told["speech"]
    assert "Alexa" not in told["speech"]


def test_what_was_exported_is_imported(desk):
    """Into another file, for another account: the same is kept then, and is not overwritten."""
    desk.environment |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    desk.talk("open limber back", "start happy baby", "stop", store="sqlite:x.db")
    exported = desk.limber("export", "--store", "sqlite:x.db").stdout
    told = "Imported 1 person, 1 finished stretch and 0 devices.\n"
    into = ("--store", "sqlite:y.db", "--user", "me")
    assert desk.limber("import", "-", *into, text=exported).stdout == told
    again = json.loads(desk.limber("export", *into).stdout)["household"]
    assert again | {"at": ""} == json.loads(exported)["household"] | {"at": ""}

    (desk.folder / "mine.json").write_text(exported, encoding="utf-16")
    result = desk.limber("import", "mine.json", "--store", "sqlite:x.db")
    assert refusal(result) == (
        "limber: of 'account' something is kept already, and nothing is overwritten: import it for"
        " another --user or into another --store, or delete what is kept before"
    )


def test_repair_tells_what_was_wrong(desk):
    """Totals that somebody has changed are worked out anew; asked again, every one is right."""
    desk.talk("open limber back", "start happy baby", "stop", store="sqlite:x.db")
    repair = ("repair", "--store", "sqlite:x.db")
    assert desk.limber(*repair).stdout == "account: every total was right.\n"
    with closing(sqlite3.connect(desk.folder / "x.db")) as connection, connection:
        wrong = {
            "stretches": {"happy_baby": [3, 99]},
            "days": {},
            "lately": {"happy_baby": "2026-11-21"},
        }
        connection.execute("UPDATE person SET totals = ?", (json.dumps(wrong),))
    assert desk.limber(*repair).stdout == (
        "account: happy_baby counted 3 (99 seconds), now 1 (30 seconds);"
        " 2026-11-20 counted 0 (0 seconds), now 1 (30 seconds);"
        " happy_baby was last done 2026-11-21, now 2026-11-20.\n"
    )
    assert desk.limber(*repair).stdout == "account: every total was right.\n"
    assert desk.limber(*repair, "--user", "nobody").stdout == "Nothing is kept.\n"


NO_JSON = "it is no JSON, or is cut short: give a whole file that limber export wrote"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (b"", NO_JSON),
        (b"\xff\xfe\x00\xd8", NO_JSON),
        (b"[" * 100_000, NO_JSON),
        (b'{"person": ""}', "it is no export of Limber Back: give a file that limber export wrote"),
        (
            b'{"limber_back": 2, "sha256": "", "household": {}}',
            "it is of schema 2, written by a newer version of Limber Back: install that one here",
        ),
        (
            b'{"limber_back": 1, "sha256": "", "household": {}}',
            "it is not as it was written: export it again, or take another copy",
        ),
    ],
    ids=["empty", "bytes", "deep", "foreign", "newer", "damaged"],
)
def test_what_cannot_be_imported(desk, written, why):
    """One line that says what would be right, and nothing is written."""
    (desk.folder / "x.json").write_bytes(written)
    result = desk.limber("import", "x.json", "--store", "sqlite:x.db")
    assert refusal(result) == f"limber: x.json cannot be imported: {why}"
    assert not (desk.folder / "x.db").exists()


def test_a_file_to_import_that_is_not_there(desk):
    """It is named, and so is a folder."""
    assert "'FILE': 'x.json': No such file" in refusal(desk.limber("import", "x.json"))
    assert "'FILE': '.': Is a directory" in refusal(desk.limber("import", "."))


def test_history_tells_the_time_of_where_one_is(desk):
    """For the eye, times are those of the clock on the wall, and say so; for programs they are UTC."""
    desk.talk("open limber back", "start happy baby", "stop", store="sqlite:x.db")
    tell = lambda *form: desk.limber("history", "--store", "sqlite:x.db", *form).stdout  # noqa: E731

    as_told = [tell("--format", form) for form in ("csv", "json")]
    desk.environment["TZ"] = "Asia/Tokyo"
    _, row = tell().splitlines()
    assert re.match(r"2026-11-20 16:0\d JST ", row)
    assert [tell("--format", form) for form in ("csv", "json")] == as_told


@pytest.mark.parametrize("columns", ["", "20"])
def test_history_in_a_file_is_not_cut(desk, columns):
    """Where no terminal shows it, a line is as long as it is, whatever COLUMNS says."""
    desk.talk("open limber back", "start supine hip flexor stretch", "stop", store="sqlite:x.db")
    desk.environment["COLUMNS"] = columns
    _, row = desk.limber("history", "--store", "sqlite:x.db").stdout.splitlines()
    assert re.match(r"2026-11-20 07:0\d UTC .* supine hip flexor stretch", row)
    weeks = desk.limber("history", "--store", "sqlite:x.db", "--format", "chart").stdout.splitlines()
    assert len(weeks) == 12
    assert max(map(len, weeks)) <= int(columns or 200)


def test_an_output_without_the_characters_gets_question_marks(desk):
    """In plain ASCII a chart has bars all the same, and a curly apostrophe breaks no conversation."""
    desk.environment |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    desk.talk("open limber back", "what’s this", "start happy baby", "stop", store="sqlite:x.db")
    chart = desk.limber("history", "--store", "sqlite:x.db", "--format", "chart")
    assert (chart.returncode, chart.stderr) == (0, "")
    assert "??????" in chart.stdout


def test_history_for_other_programs(desk):
    """As CSV and as JSON, history has the figures of the export; the chart shows a bar a week."""
    desk.talk("open limber back", "start happy baby", "stop", store="sqlite:x.db")
    tell = lambda form: desk.limber("history", "--store", "sqlite:x.db", "--format", form).stdout  # noqa: E731

    (kept,) = json.loads(desk.limber("export", "--store", "sqlite:x.db").stdout)["household"]["people"]
    assert json.loads(tell("json")) == kept["history"]
    (row,) = csv.DictReader(io.StringIO(tell("csv")))
    assert (row["stretch"], row["name"], row["seconds"]) == ("happy_baby", "happy baby", "30")
    weeks = tell("chart").splitlines()
    assert len(weeks) == 12
    assert all(re.match(r"week of \d{4}-\d\d-\d\d +\d+ min", week) for week in weeks)


def test_history_of_nothing(desk):
    """Nothing finished is an empty list, a first line, or a sentence."""
    desk.talk("open limber back", store="sqlite:x.db")
    tell = lambda form: desk.limber("history", "--store", "sqlite:x.db", "--format", form).stdout  # noqa: E731

    assert json.loads(tell("json")) == []
    assert tell("csv") == "at,day,stretch,name,seconds,practice\n"
    assert tell("chart") == "Nothing finished yet.\n"


READING = (
    ["history"],
    ["export"],
    ["repair"],
    ["render", "bridge", "--for", "ann", "--out", "it.wav"],
)
"""The commands that tell of a store what is there."""


@pytest.mark.parametrize("arguments", READING, ids=lambda arguments: arguments[0])
def test_a_file_that_is_not_there_is_named_and_not_made(desk, arguments):
    """A name with a slip in it is no empty store, whether it is an option's or a setting's."""
    told = "limber: none.db: there is no such file; name the one that progress is kept in"
    assert refusal(desk.limber(*arguments, "--store", "sqlite:none.db")) == told
    desk.environment["LIMBER_STORE"] = "sqlite:none.db"
    assert refusal(desk.limber(*arguments)) == told
    assert list(desk.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [("en_US", "Nothing is kept of x.\n"), ("de_DE", "Über x ist nichts aufbewahrt.\n")],
)
def test_a_person_of_whom_nothing_is_kept_is_said_to_be_unknown(desk, language, told):
    """Not that they have finished nothing yet: the name may have a slip in it."""
    desk.talk("open limber back", store="sqlite:x.db", options=("--person", "ann"))
    desk.environment["LC_ALL"] = language
    assert desk.limber("history", "--store", "sqlite:x.db", "--person", "x").stdout == told


def test_before_the_first_conversation_there_is_nothing_and_nothing_is_made(desk):
    """The default store that nobody has used yet is empty, and that is no mistake."""
    history, export, repair = (desk.limber(each) for each in ("history", "export", "repair"))
    assert {each.returncode for each in (history, export, repair)} == {0}
    assert history.stdout == "Nothing finished yet.\n"
    assert json.loads(export.stdout)["household"]["people"] == []
    assert repair.stdout == "Nothing is kept.\n"
    assert list(desk.folder.iterdir()) == []


def test_without_a_store_progress_is_kept_in_the_home_folder(desk):
    """The embedded default needs no option and no setting."""
    script = "open limber back\nstart happy baby\nstop\n"
    assert desk.limber("talk", "--json", text=script).returncode == 0
    assert (desk.folder / "home/.local/share/limber-back/progress.db").is_file()
    assert "happy baby" in desk.limber("history").stdout


# The other commands


def test_the_committed_models_are_what_the_content_gives(desk):
    """`limber models --check` says so and exits 0."""
    result = desk.limber("models", "--check")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "The interaction models are what the content gives.\n"


def test_sound_content_is_told_to_be_sound(desk):
    """`limber content check` without a folder checks what the command itself uses."""
    result = desk.limber("content", "check")
    assert (result.returncode, result.stdout) == (0, "The content is sound.\n")


def commands(command: click.Command = cli.limber, path: tuple[str, ...] = ()):
    """Every command, with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            yield from commands(each, (*path, name))


def test_no_command_and_half_a_command_show_the_help(desk):
    """Whoever types `limber` alone is shown what there is."""
    for arguments in ([], ["content"]):
        result = desk.limber(*arguments)
        assert (result.stdout + result.stderr).startswith("Usage: limber")
        assert "Traceback" not in result.stderr


@pytest.mark.parametrize("path", [path for path, _ in commands()], ids=" ".join)
def test_every_command_has_help(desk, path):
    """`--help` says what each does, and what each of its options is for."""
    command = dict(commands())[path]
    result = desk.limber(*path, "--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert command.help
    assert command.help in " ".join(result.stdout.split())
    for option in command.params:
        assert isinstance(option, click.Argument) or option.help, option.name


@pytest.mark.parametrize(
    "path", [path for path, each in commands() if not isinstance(each, click.Group)], ids=" ".join
)
def test_every_command_is_named_in_the_readme(path):
    """Nobody has to find a command by chance."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"`limber {' '.join(path)}" in readme
