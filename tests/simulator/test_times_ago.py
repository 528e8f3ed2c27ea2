"""How long ago something was is heard with what it is about, among other words, and alone."""

import pytest

from helpers.ears import ear_of

ENGLISH, GERMAN = ear_of("en-GB"), ear_of("de-DE")


def told(ear, text):
    """The condition that is heard, and the time."""
    heard = ear.hear(text)
    ids = heard.slots["condition"].ids if "condition" in heard.slots else ()
    slots = (heard.slots[name] for name in ("ago", "roughly", "minutes") if name in heard.slots)
    time = next((slot.ids[0] if slot.ids else slot.value for slot in slots), None)
    return (ids[0] if ids else ""), time


@pytest.mark.parametrize(
    ("text", "condition", "time"),
    [
        ("I had a hip replacement two years ago", "hip_replacement", "P2Y"),
        ("is this all right with a new hip, four months it is now", "hip_replacement", "P4M"),
        ("they gave me a new knee about six weeks ago", "knee_replacement", "P6W"),
        ("hip op four months back", "hip_replacement", "P4M"),
        ("I've got a new hip, had it a good two years now", "hip_replacement", "P2Y"),
        ("can I do the bridge with a new hip, it's been two years", "hip_replacement", "P2Y"),
        ("I had a back operation ten years ago", "recent_back_operation", "P10Y"),
        ("had my appendix out when I was twelve, thirty years ago", "recent_belly_operation", "P30Y"),
        ("I had my baby two years ago", "new_baby", "P2Y"),
        ("my little one is eight months", "new_baby", "P8M"),
        ("when I was pregnant two years ago", "new_baby", "P2Y"),
        ("I gave birth a year and a half ago", "new_baby", "P1Y6M"),
        ("I had a new hip donkeys years ago and a new knee three weeks ago", "hip_replacement", "P3W"),
        ("four months", "", "P4M"),
        ("half a year", "", "P6M"),
        ("it's been a year", "", "P1Y"),
        ("no it was two years ago", "", "P2Y"),
        ("a long time ago", "", "24"),
        ("oh that was ages ago", "", "24"),
        ("eighteen weeks", "", "P18W"),
    ],
)
def test_the_time_is_heard(text, condition, time):
    """As a length of time, or as about how many months; of two the shorter counts."""
    assert told(ENGLISH, text) == (condition, time)


@pytest.mark.parametrize(
    ("text", "condition", "time"),
    [
        ("Ich habe vor zwei Jahren eine neue Hüfte bekommen", "hip_replacement", "P2Y"),
        ("Geht das mit einer neuen Hüfte, vier Monate ist das jetzt her", "hip_replacement", "P4M"),
        ("neues Knie, vor fünf Wochen", "knee_replacement", "P5W"),
        ("Ich hatte vor zehn Jahren eine Rückenoperation", "recent_back_operation", "P10Y"),
        ("Ich habe vor zwei Jahren ein Kind bekommen", "new_baby", "P2Y"),
        ("Mein Kleines ist acht Monate alt", "new_baby", "P8M"),
        ("als ich vor zwei Jahren schwanger war", "new_baby", "P2Y"),
        ("die Geburt ist zwei Jahre her", "new_baby", "P2Y"),
        ("vier Monate", "", "P4M"),
        ("ein halbes Jahr", "", "P6M"),
        ("das ist ein Jahr her", "", "P1Y"),
        ("schon lange her", "", "24"),
        ("achtzehn Wochen", "", "P18W"),
    ],
)
def test_the_time_is_heard_in_german(text, condition, time):
    """The same."""
    assert told(GERMAN, text) == (condition, time)


@pytest.mark.parametrize(
    ("ear", "text"),
    [
        (ENGLISH, "I had back surgery in the last two years"),
        (ENGLISH, "less than two years ago I had a back operation"),
        (ENGLISH, "I've had back pain for two years and I had a back operation"),
        (ENGLISH, "I'm waiting two years for a new hip"),
        (ENGLISH, "I'm having my hip done in four weeks"),
        (ENGLISH, "my hip was replaced in the spring"),
        (GERMAN, "in vier Wochen bekomme ich eine neue Hüfte"),
    ],
)
def test_another_length_of_time_is_not_how_long_ago(ear, text):
    """What is still to come, and what has gone on as long, leave open when it was: that is asked."""
    condition, time = told(ear, text)
    assert condition
    assert time is None


@pytest.mark.parametrize(
    ("ear", "text"),
    [
        (ENGLISH, "I'm pregnant again, I had my baby two years ago"),
        (GERMAN, "ich bin wieder schwanger, mein erstes Kind habe ich vor zwei Jahren bekommen"),
    ],
)
def test_who_is_pregnant_again_is_pregnant(ear, text):
    """Whatever was two years ago."""
    assert told(ear, text)[0] == "pregnancy"
