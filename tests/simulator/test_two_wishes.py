"""Two wishes of different kinds in one sentence are both heard, where no slot takes the second."""

import pytest

from helpers.ears import ear_of

BOTH = [
    (
        "en-US",
        "please never give me child's pose again and start the everyday back routine",
        ("AvoidStretchIntent", "StartRoutineIntent"),
    ),
    (
        "en-US",
        "start the everyday back routine and never give me child's pose again",
        ("AvoidStretchIntent", "StartRoutineIntent"),
    ),
    ("en-US", "how long do i hold it and where should i feel it", ("HoldTimeIntent", "FeltIntent")),
    ("en-US", "skip the left and tell me how long is left", ("SkipSideIntent", "TimeLeftIntent")),
    ("en-US", "slower please and what's next", ("AdjustHoldIntent", "WhereAmIIntent")),
    (
        "en-US",
        "when did i last do the bridge and what is my longest row",
        ("DoneIntent", "LongestRowIntent"),
    ),
    ("en-US", "do the seated twist but leave out my left", ("StartStretchIntent", "SkipSideIntent")),
    (
        "de-DE",
        "gib mir nie wieder die kindeshaltung und jetzt starte das programm für jeden tag",
        ("AvoidStretchIntent", "StartRoutineIntent"),
    ),
    ("de-DE", "starte die liegende taube aber nicht links", ("StartStretchIntent", "SkipSideIntent")),
    ("de-DE", "mach langsamer und was kommt als nächstes", ("PaceIntent", "WhereAmIIntent")),
    ("de-DE", "wie lange halte ich das und wo soll ich das spüren", ("HoldTimeIntent", "FeltIntent")),
]

ONE = [
    ("en-US", "start the full back routine and put child's pose last", "MoveStretchIntent"),
    ("en-US", "start the six stretches but only the lying ones", "StartRoutineIntent"),
    ("en-US", "stop and remind me tomorrow at seven", "ReminderIntent"),
    ("en-US", "the six stretches but gently", "StartRoutineIntent"),
    ("en-US", "skip this one and give me the next", "SkipIntent"),
    ("en-US", "make it longer and my leg has gone numb", "PainIntent"),
    ("de-DE", "halt an und erinner mich morgen um sieben", "ReminderIntent"),
]


@pytest.mark.parametrize(("locale", "said", "intents"), BOTH)
def test_both_wishes_are_heard(locale: str, said: str, intents: tuple[str, str]) -> None:
    """Of two wishes that are each a sentence by itself none is lost; what holds for good comes first."""
    heard = ear_of(locale).hear(said)
    assert (heard.intent, heard.then.intent if heard.then else None) == intents


@pytest.mark.parametrize(("locale", "said", "intent"), ONE)
def test_what_one_request_takes_is_one(locale: str, said: str, intent: str) -> None:
    """What slots take is one request, "next" behind "skip" is none, and a complaint stands alone."""
    heard = ear_of(locale).hear(said)
    assert (heard.intent, heard.then) == (intent, None)


def test_the_reason_for_a_side_is_heard_with_the_start() -> None:
    """A condition that is the reason for leaving out a side is heard beside the start."""
    heard = ear_of("en-US").hear("do knee to chest but skip the left, that's my bad knee")
    assert heard.intent == "StartStretchIntent"
    assert heard.slots["stretch"].ids == ("knee_to_chest",)
    assert heard.slots["condition"].ids == ("sore_knees",)
    assert heard.then is not None
    assert heard.then.slots["side"].ids == ("left",)


@pytest.mark.parametrize(
    "said",
    [
        "only the lying down ones i can't be kneeling",
        "do the full back routine but only the lying down ones i can't be kneeling",
    ],
)
def test_a_place_that_is_refused_is_not_the_one_that_is_wanted(said: str) -> None:
    """Who cannot kneel and wants the lying ones has the lying ones, whatever starts beside it."""
    assert ear_of("en-US").hear(said).slots["place"].ids == ("lying",)


def test_a_routine_without_a_place_is_none_at_that_place() -> None:
    """A programme without kneeling is no programme on one's knees."""
    heard = ear_of("de-DE").hear("heute bitte ein programm ohne knien")
    assert heard.slots.keys() == {"avoid"}
    assert heard.slots["avoid"].ids == ("kneeling",)


@pytest.mark.parametrize(
    ("locale", "said", "slot", "side"),
    [
        ("en-US", "do only the right and leave the left out", "only", "right"),
        ("en-US", "that was the wrong leg i've had my right one up the whole time", "side", "wrong"),
        ("de-DE", "das linke lass ich heut in ruh, machen wir bloß das rechte", "only", "right"),
    ],
)
def test_of_two_sides_the_one_that_is_wanted_is_done(
    locale: str, said: str, slot: str, side: str
) -> None:
    """Whichever is named first, the sore one is not the one that is coached."""
    slots = ear_of(locale).hear(said).slots
    assert slots.keys() == {slot}
    assert slots[slot].ids == (side,)


@pytest.mark.parametrize(
    ("polite", "familiar"),
    [
        ("machen sie mal pause", "mach mal pause"),
        ("überspringen sie die bitte", "überspring die bitte"),
        (
            "können sie mir sagen wie lang ich das halten muss",
            "kannst du mir sagen wie lang ich das halten muss",
        ),
        ("wie lange haben sie noch vor", "wie lange hast du noch vor"),
    ],
)
def test_a_polite_address_is_heard_as_the_familiar_one(polite: str, familiar: str) -> None:
    """Whoever says "Sie" to a coach who says "du" is understood as well."""
    ear = ear_of("de-DE")
    heard, meant = ear.hear(polite), ear.hear(familiar)
    assert (heard.intent, heard.slots) == (meant.intent, meant.slots)


def test_a_stretch_that_two_words_name_is_one() -> None:
    """And the side said with it is its own."""
    said = "give us the lying hamstring one with the strap but only the right leg"
    slots = ear_of("en-US").hear(said).slots
    assert slots.keys() == {"stretch", "only"}
    assert (slots["stretch"].ids, slots["only"].ids) == (("supine_hamstring_strap",), ("right",))
