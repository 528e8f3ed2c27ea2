"""The limit comes before the movement, in every way of every stretch and in every language."""

import re
from dataclasses import replace

import pytest

from helpers.content import CONTENT, LIBRARY
from skill.library.checks.limits import Limit, check_limits, read_limits
from skill.library.loading import load_language
from skill.library.reading import Problems, read_file

TAGS = sorted(path.name for path in (CONTENT / "locales").iterdir())
MOVING = ("steps", "brief", "switch", "move")


def limits_of(tag):
    """What the movements of a language's stretches are limited by."""
    return read_limits(read_file(CONTENT, f"locales/{tag}/limits.toml", Problems()))


def problems_with(language, limits):
    """What is wrong with the words of a language."""
    problems = Problems()
    check_limits(LIBRARY, language, limits, problems)
    return problems.lines


def with_words(language, stretch, change):
    """The language with other texts on the way into one stretch, in each of its ways."""
    words = language.stretches[stretch]
    ways = {
        way: replace(own, **{key: change(getattr(own, key)) for key in MOVING})
        for way, own in words.ways.items()
    }
    other = replace(words, ways=ways, **{key: change(getattr(words, key)) for key in MOVING})
    return replace(language, stretches={**language.stretches, stretch: other})


@pytest.mark.parametrize("tag", TAGS)
def test_every_stretch_has_a_limit_and_keeps_it(tag):
    """All twenty, told in full, in short and to the other side; and no word of a limit is out of use."""
    limits = limits_of(tag)
    assert limits.keys() == LIBRARY.stretches.keys()
    assert problems_with(load_language(CONTENT, tag, LIBRARY), limits) == []


@pytest.mark.parametrize("stretch", sorted(LIBRARY.stretches))
@pytest.mark.parametrize("tag", TAGS)
def test_a_limit_that_is_left_out_is_missed_wherever_it_was(tag, stretch):
    """Without its words each way in of each way of the stretch is reported."""
    language = load_language(CONTENT, tag, LIBRARY)
    for limit in limits_of(tag)[stretch]:
        words = re.compile("|".join(map(re.escape, limit.only)), re.IGNORECASE)

        def without(texts, words=words):
            return tuple(words.sub("so", text) for text in texts)

        found = problems_with(with_words(language, stretch, without), {stretch: (limit,)})
        own = language.stretches[stretch]
        for way in ("", *own.ways):
            keys = ("steps", "brief", *(("switch",) if own.in_way(way).switch else ()))
            for key in keys:
                at = f"{stretch}.toml: {f'ways.{way}.{key}' if way else key}:"
                assert any(at in line for line in found), (at, limit)


def test_a_limit_after_its_movement_is_none():
    """Told a cue later, it is too late; told a cue before, it is told."""
    language = load_language(CONTENT, "en", LIBRARY)
    limit = Limit(("roll both knees", "roll your knees"), ("shoulders stay down",))
    late = ("Roll both knees to the {side}.", "Your shoulders stay down.")
    for texts, told in ((late, True), (late[::-1], False)):
        other = with_words(language, "lumbar_rotation", lambda _, texts=texts: texts)
        found = problems_with(other, {"lumbar_rotation": (limit,)})
        assert (
            any("lumbar_rotation.toml: steps: says 'roll both knees'" in line for line in found) is told
        )
