"""The wish in a sentence that says more than that; what is for somebody else stays that."""

import pytest

from helpers.ears import ear_of
from skill.library.intents import FALLBACK

MEANT = [
    (
        "en-US",
        "knee to chest just the right left one's fine jayden shoes off baby",
        "StartStretchIntent",
    ),
    ("en-US", "well i'll tell him that give us the same again then", "RepeatPracticeIntent"),
    (
        "en-US",
        "what have you got for before sleep and tell me first don't set off yet",
        "ListStretchesIntent",
    ),
    ("en-US", "child's pose twice the cat has gone back to sleep on my legs", "StartStretchIntent"),
    ("en-US", "how much longer zoe get off my back no seriously", "TimeLeftIntent"),
    (
        "en-US",
        "the lads are home from football early carry on from where we were",
        "AMAZON.ResumeIntent",
    ),
    (
        "de-DE",
        "die kinder sind von der schule heim mach einfach weiter wo wir waren",
        "AMAZON.ResumeIntent",
    ),
    ("de-DE", "lass das papa kommt ja gleich was kommt als nächstes", "WhereAmIIntent"),
]

FOR_OTHERS = [
    ("en-US", "there's a cobra in that documentary as long as a bus"),
    ("en-US", "the bridge at knaresborough's shut for repairs until easter"),
    ("en-US", "next time you borrow my drill bring it back charged"),
    ("en-US", "he said carry on from where we were and she just laughed at him"),
    ("en-US", "did you put the bins out or am i doing it again"),
    ("de-DE", "die brücke in der stadt ist bis ostern gesperrt hat der nachbar erzählt"),
    ("de-DE", "hast du den müll schon rausgebracht oder muss ich das wieder machen"),
]


@pytest.mark.parametrize(("locale", "said", "intent"), MEANT)
def test_a_wish_is_heard_beside_an_aside(locale, said, intent):
    """Before it or behind it, to the coach or to somebody else in the room."""
    assert ear_of(locale).hear(said).intent == intent


@pytest.mark.parametrize(("locale", "said"), FOR_OTHERS)
def test_what_is_for_somebody_else_has_no_wish_in_it(locale, said):
    """Nor what somebody is reported to have said."""
    assert ear_of(locale).hear(said).intent == FALLBACK


def test_a_part_that_is_denied_is_no_wish():
    """Whatever the words behind the denial are alone."""
    heard = ear_of("en-US").hear("whatever you do my love don't delete everything you know about me now")

    assert heard.intent != "DeleteDataIntent"


@pytest.mark.parametrize(
    ("locale", "said", "stretch"),
    [
        ("de-DE", "heute mal bitte katze und kuh", ("cat_cow",)),
        ("en-US", "i'd like the hip flexor stretch half kneeling", ("half_kneeling_hip_flexor",)),
        ("en-US", "once more the bridge please", ("bridge",)),
        ("de-DE", "nochmal bitte das krokodil", ("lumbar_rotation",)),
    ],
)
def test_a_name_in_two_pieces_or_beside_once_more_is_one_stretch(locale, said, stretch):
    """It is started, and nothing comes after it."""
    heard = ear_of(locale).hear(said)

    assert heard.intent in ("StartStretchIntent", "NameStretchIntent")
    assert {name: slot.ids for name, slot in heard.slots.items()} == {"stretch": stretch}
