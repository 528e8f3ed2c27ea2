"""Whether the frames of a figure and what is said along its stretch belong together."""

from collections.abc import Iterator, Mapping

from skill.figures.records import HOLD, START, Figure, Way
from skill.library.language import FigureWords, StretchWords
from skill.library.records import Sides, Stretch
from skill.library.spoken import SIDE_PLACEHOLDERS, placeholders

Problem = tuple[str, str]
"""A key of the file, and what is wrong with it."""


def wrong_with_frames(figure: Figure, stretch: Stretch) -> Iterator[Problem]:
    """What is wrong with a figure whatever language its stretch is told in."""
    for name in (START, HOLD):
        if name not in figure.frames:
            yield f"frames.{name}", "is missing: every figure has one"
    yield from _frames_that_are_named(figure)
    for name in figure.ways:
        if name not in stretch.ways:
            yield f"ways.{name}", f"is no way of this stretch: {', '.join(stretch.ways)}"
    if stretch.sides is Sides.IN_TURN and not figure.view.stay:
        yield "view.stay", "must be true: the body turns from side to side where it is"
    if figure.letter is None and stretch.sides is not Sides.NONE:
        yield "letter", "is missing: where on the floor the letter of the side lies, [ahead, sideways]"
    if figure.letter is not None and stretch.sides is Sides.NONE:
        yield "letter", "belongs to stretches with sides"


def _frames_that_are_named(figure: Figure) -> Iterator[Problem]:
    shown = {START}
    known = ", ".join(figure.frames)
    for at, way in _ways(figure):
        for key, names in _lists(way).items():
            shown |= set(names)
            for name in dict.fromkeys(names):
                if name not in figure.frames:
                    yield at + key, f"{name!r} is no frame of this file: {known}"
    for name in figure.frames:
        if name not in shown:
            yield f"frames.{name}", "is shown nowhere: name it under `steps`, or take it out"


def wrong_with_words(figure: Figure, stretch: StretchWords) -> Iterator[Problem]:
    """Where the frames are not those of the words of a stretch."""
    for at, way in _ways(figure):
        words = stretch.in_way(at.split(".")[1] if at else "")
        for key, names in _lists(way).items():
            said = getattr(words, key)
            out_and_in = key in ("again", "switch") and not words.move
            if key in ("steps", "move") or (out_and_in and names and said):
                yield from _one_for_each(at + key, names, said)
            elif bool(names) != bool(said):
                yield at + key, "is missing" if said else "is never said for this stretch"
            held = way.move[0] if way.move else way.steps[-1]
            if key in ("again", "switch") and names and names[-1] != held:
                yield at + key, f"ends in {names[-1]!r}, and the work is done in {held!r}"


def wrong_with_descriptions(figure: Figure, words: FigureWords, stretch: Stretch) -> Iterator[Problem]:
    """What is wrong with what is told about the frames."""
    for key, texts in (("seen", words.seen), ("limbs", words.limbs)):
        for name, text in texts.items():
            if name not in figure.frames:
                yield f"{key}.{name}", f"is for no frame of this stretch: {', '.join(figure.frames)}"
            if stretch.sides is Sides.NONE and SIDE_PLACEHOLDERS & set(placeholders(text)):
                yield f"{key}.{name}", "names a side, and the stretch has none"
    for name in figure.frames.keys() - words.seen.keys():
        yield f"seen.{name}", "is missing: what the body does, for those who cannot see it"
    if HOLD not in words.limbs:
        yield f"limbs.{HOLD}", "is missing: which limb is meant, in a few words"


def _one_for_each(key: str, names: tuple[str, ...], said: tuple[str, ...]) -> Iterator[Problem]:
    if len(names) < len(said):
        missing = len(names)
        yield (
            key,
            (
                f"has {missing} frames for {len(said)} texts: say which one the body is in after"
                f" {said[missing]!r}"
            ),
        )
    elif len(names) > len(said):
        gone = names[len(said)]
        yield key, f"has {len(names)} frames for {len(said)} texts: {gone!r} is for one that is gone"


def _ways(figure: Figure) -> Iterator[tuple[str, Way]]:
    yield "", figure.way
    for name, way in figure.ways.items():
        yield f"ways.{name}.", way


def _lists(way: Way) -> Mapping[str, tuple[str, ...]]:
    return {
        "steps": way.steps,
        "move": way.move,
        "again": way.again,
        "switch": way.switch,
        "release": way.release,
    }
