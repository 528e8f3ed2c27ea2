"""What is wrong with intents and utterances is all reported at once, before Alexa refuses it."""

import pytest

from skill.errors import ContentError
from skill.library.intents import check_intents, load_intents, load_utterances
from skill.library.reading import Problems

INTENTS = """
[slot_types]
STRETCH = { entries = "stretches" }
DAY = { values = ["monday", "tuesday"] }
[intents.StartIntent]
slots = { stretch = "STRETCH" }
[intents.ResumeIntent]
slots = { day = "DAY", stretch = "STRETCH" }
[intents.NoteIntent]
slots = { note = "AMAZON.SearchQuery", stretch = "STRETCH" }
[intents."AMAZON.FallbackIntent"]
"""
UTTERANCES = """
invocation_name = "limber back"
[intents]
StartIntent = ["start {stretch}"]
ResumeIntent = ["resume {day}", "go on with {stretch}"]
NoteIntent = ["note {note}", "note about {stretch}"]
[slots.DAY]
monday = ["monday", "monday's"]
tuesday = ["tuesday"]
"""
FILES = {"intents": "content/intents.toml", "utterances": "content/locales/en/utterances.toml"}


def content_with(folder, file="", old="", new=""):
    """A small content folder, one of its files changed."""
    for name, text in {"intents": INTENTS, "utterances": UTTERANCES}.items():
        path = folder / FILES[name]
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == file:
            assert old in text
            text = text.replace(old, new)  # noqa: PLW2901 - the text of the changed file
        path.write_text(text, encoding="utf-8")
    return folder / "content"


def problems_of(content):
    """Every problem that the check reports."""
    problems = Problems()
    check_intents(content, ["en"], problems)
    return problems.lines


def test_sound_files_have_no_problem(tmp_path):
    """What is right is loaded as it stands."""
    content = content_with(tmp_path)
    intents = load_intents(content)
    utterances = load_utterances(content, "en", intents)

    assert problems_of(content) == []
    assert intents.intents["ResumeIntent"].slots == {"day": "DAY", "stretch": "STRETCH"}
    assert [intent.name for intent in intents.intents.values() if intent.amazons] == [
        "AMAZON.FallbackIntent"
    ]
    assert utterances.samples["StartIntent"] == ("start {stretch}",)
    assert utterances.slot_words == {"DAY": {"monday": ("monday", "monday's"), "tuesday": ("tuesday",)}}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('entries = "stretches"', 'entries = "poses"', "slot_types.STRETCH.entries: 'poses' is none of"),
        ('{ entries = "stretches" }', "{}", "slot_types.STRETCH.values: either `entries` or `values`"),
        ('stretch = "STRETCH" }\n[intents.R', 'stretch = "POSE" }\n[intents.R', "'POSE' is none of"),
        ('day = "DAY", stretch = "STRETCH"', 'day = "DAY", stretch = "DAY"', "is DAY here and STRETCH"),
    ],
)
def test_declarations_are_checked(tmp_path, old, new, expected):
    """Slot types must exist, and a slot name has the same one everywhere."""
    lines = problems_of(content_with(tmp_path, "intents", old, new))

    assert any(line.startswith(FILES["intents"]) and expected in line for line in lines), lines


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[intents]", 'fallback_sensitivity = "NONE"\n[intents]', "'NONE' is none of LOW, MEDIUM, HIGH"),
        ("[intents]", '[intents]\n"AMAZON.FallbackIntent" = ["huh"]', "cannot have samples"),
        ("[intents]", '[intents]\nDanceIntent = ["dance"]', "DanceIntent: is unknown in content/int"),
        ('StartIntent = ["start {stretch}"]', "", "intents.StartIntent: has no samples"),
        ("start {stretch}", "start {pose}", "has {pose}, which is no slot of StartIntent"),
        ("start {stretch}", "start {stretch}'s", "must have a space on either side of {stretch}"),
        ("start {stretch}", "{stretch} {stretch}", "has the same slot twice"),
        ("start {stretch}", "start {stretch}, please", "has ,: only words"),
        ("start {stretch}", "start {stretch} 2", "has 2: only words"),
        ("start {stretch}", "Start {stretch}", "must be lower case"),
        ("start {stretch}", f"{'so ' * 60}start", "is longer than 140 characters"),
        ("start {stretch}", "alexa start {stretch}", "has a wake word or the skill's own name"),
        ("start {stretch}", "open limber back", "has a wake word or the skill's own name"),
        ("start {stretch}", "go on with {stretch}", "also belongs to StartIntent"),
        ('["start {stretch}"]', '["start", "start"]', "'start' stands there twice"),
        ("note {note}", "{note}", "must have words beside the AMAZON.SearchQuery"),
        ("note {note}", "note {note} {stretch}", "has another slot beside the AMAZON.SearchQuery"),
        ('tuesday = ["tuesday"]', "", "slots.DAY.tuesday: is missing"),
        ("tuesday =", "friday =", "slots.DAY.friday: is unknown in content/intents.toml"),
        ("[slots.DAY]", "[slots.WEEK]", "slots.WEEK: is unknown in content/intents.toml"),
        ('["tuesday"]', '["monday"]', "slots.DAY.tuesday: 'monday' already stands under monday"),
        ('["tuesday"]', '["Tuesday"]', "slots.DAY.tuesday: 'Tuesday' must be lower case"),
    ],
)
def test_utterances_are_checked(tmp_path, old, new, expected):
    """Every rule of Alexa's that a writer of samples can break is reported by file and key."""
    content = content_with(tmp_path, "utterances", old, new)
    lines = problems_of(content)

    assert any(line.startswith(FILES["utterances"]) and expected in line for line in lines), lines
    with pytest.raises(ContentError):
        load_utterances(content, "en", load_intents(content))
