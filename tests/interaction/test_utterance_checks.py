"""What is wrong with intents and utterances is all reported at once, before Alexa refuses it."""

import pytest

from skill.errors import ContentError
from skill.library.intents import load_intents
from skill.library.reading import Problems
from skill.library.utterances import check_utterances, load_utterances

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
EN = "content/locales/en"
INTENTS_FILE = "content/intents.toml"
SETTINGS = f"{EN}/interaction.toml"
START, RESUME = f"{EN}/utterances/StartIntent.toml", f"{EN}/utterances/ResumeIntent.toml"
NOTE, DAYS = f"{EN}/utterances/NoteIntent.toml", f"{EN}/slots/DAY.toml"
FILES = {
    INTENTS_FILE: INTENTS,
    SETTINGS: (
        'invocation_name = "limber back"\ndenials = ["no"]\n[opening]\nlaunches = ["open {name}"]\n'
        'names = ["{name}"]\njoints = ["to"]\ncalled = ["alexa"]\n'
    ),
    START: 'samples = ["start {stretch}"]\n',
    RESUME: 'samples = ["resume {day}", "go on with {stretch}"]\n',
    NOTE: 'samples = ["note {note}", "note about {stretch}"]\n',
    DAYS: 'monday = ["monday", "monday\'s"]\ntuesday = ["tuesday"]\n',
}


def content_with(folder, file="", old="", new=""):
    """A small content folder, one of its files changed, added, or (`new` is nothing) taken away."""
    for name, text in {**FILES, file or SETTINGS: FILES.get(file or SETTINGS, "")}.items():
        if name == file and new is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == file:
            assert old in text
            text = text.replace(old, new, 1)  # noqa: PLW2901 - the text of the changed file
        path.write_text(text, encoding="utf-8")
    return folder / "content"


def problems_of(content):
    """Every problem that the check reports."""
    problems = Problems()
    check_utterances(content, ["en"], problems)
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
    lines = problems_of(content_with(tmp_path, INTENTS_FILE, old, new))

    assert any(line.startswith(INTENTS_FILE) and expected in line for line in lines), lines


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (SETTINGS, "invo", 'fallback_sensitivity = "NONE"\ninvo', "'NONE' is none of LOW, MEDIUM, HIGH"),
        (SETTINGS, "", None, "file: is missing"),
        (SETTINGS, "invocation_name", "invocation", "invocation_name: is missing"),
        (f"{EN}/utterances/AMAZON.FallbackIntent.toml", "", 'samples = ["huh"]', "samples: cannot be"),
        (f"{EN}/utterances/DanceIntent.toml", "", 'samples = ["dance"]', "file: is for nothing in"),
        (START, "", None, "file: is missing"),
        (START, "samples =", "sample =", "samples: is missing"),
        (START, "samples =", "more = 1\nsamples =", "more: is unknown; is it misspelt?"),
        (START, "[", "", "file: is not TOML"),
        (START, "start {stretch}", "start {pose}", "has {pose}, which is no slot of StartIntent"),
        (START, "start {stretch}", "start {stretch}'s", "must have a space on either side of {stretch}"),
        (START, "start {stretch}", "{stretch} {stretch}", "has the same slot twice"),
        (START, "start {stretch}", "start {stretch}, please", "has ,: only words"),
        (START, "start {stretch}", "start {stretch} 2", "has 2: only words"),
        (START, "start {stretch}", "Start {stretch}", "must be lower case"),
        (START, "start {stretch}", f"{'so ' * 60}start", "is longer than 140 characters"),
        (START, "start {stretch}", "alexa start {stretch}", "has a wake word or the skill's own name"),
        (START, "start {stretch}", "open limber back", "has a wake word or the skill's own name"),
        (RESUME, "go on with {stretch}", "start {stretch}", "also belongs to StartIntent"),
        (START, '["start {stretch}"]', '["start", "start"]', "'start' stands there twice"),
        (NOTE, "note {note}", "{note}", "must have words beside the AMAZON.SearchQuery"),
        (NOTE, "note {note}", "note {note} {stretch}", "has another slot beside the AMAZON.SearchQuery"),
        (DAYS, 'tuesday = ["tuesday"]', "", "tuesday: is missing"),
        (DAYS, "tuesday =", "friday =", "friday: is unknown in content/intents.toml"),
        (DAYS, "", None, "file: is missing"),
        (f"{EN}/slots/WEEK.toml", "", 'one = ["one"]', "file: is for nothing in content/intents.toml"),
        (DAYS, '["tuesday"]', '["monday"]', "tuesday: 'monday' already stands under monday"),
        (DAYS, '["tuesday"]', '["Tuesday"]', "tuesday: 'Tuesday' must be lower case"),
    ],
)
def test_utterances_are_checked(tmp_path, file, old, new, expected):
    """Every rule of Alexa's that a writer of samples can break is reported by file and key."""
    content = content_with(tmp_path, file, old, new)
    lines = problems_of(content)

    assert any(line.startswith(f"{file}: ") and expected in line for line in lines), lines
    with pytest.raises(ContentError):
        load_utterances(content, "en", load_intents(content))
