"""What the page's stage shows along an answer: its phases, the figure's frames, and what comes after."""

from dataclasses import asdict
from typing import Any

from skill import bootstrap
from skill.coach.conversation.state.state import Running, State
from skill.coach.conversation.state.state_encoding import decode_state
from skill.coach.practice.place import Side
from skill.coach.practice.playback.poses import poses_of
from skill.coach.practice.playback.stages import stages_of
from skill.coach.practice.practice import Item
from skill.coach.practice.score.shared_scores import score_of
from skill.errors import UnreadableStateError
from skill.figures.records import Way
from skill.web.coach.buttons import buttons
from skill.words import Words

Json = dict[str, Any]


def staged(attributes: Json, words: Words) -> Json:
    """What the conversation is about now, and the timeline of its last answer.

    Args:
        attributes: The session attributes, as the skill returned them.
        words: The language.
    """
    try:
        state = decode_state(attributes["state"])
    except (KeyError, UnreadableStateError):
        return {"mode": "", "practice": "", "stages": [], "poses": [], "more": False, "next": None}
    return {"mode": buttons(state), **_timeline(state, words)}


def _timeline(state: State, words: Words) -> Json:
    running = state.practice
    if not isinstance(running, Running):
        return {"practice": "", "stages": [], "poses": [], "more": False, "next": None}
    library, _ = bootstrap.content()
    practice, sent = running.practice, running.sent
    score = score_of(library, words.at_rate(sent.rate), practice, sent.cautions, aloud=sent.aloud)
    stages = [
        asdict(stage)
        | {
            **_named(words, stage.stretch, stage.side),
            "felt": words.stretch(stage.stretch, practice.items[stage.item - 1].way).felt,
        }
        for stage in stages_of(library, words, practice, sent)
    ]
    ends = sent.end if sent.end is not None else sent.cut
    return {
        "practice": practice.name,
        "stages": stages,
        "poses": [asdict(pose) for pose in poses_of(score, sent, _way_of)],
        "more": not practice.is_end(ends),
        "next": None if practice.is_end(ends) else _next(words, ends.stretch, ends.side),
    }


def _next(words: Words, stretch: str, side: Side | None) -> Json:
    return {
        "stretch": stretch,
        "side": side,
        **_named(words, stretch, side),
    }


def _named(words: Words, stretch: str, side: Side | None) -> Json:
    """A stretch and a side in words: as they are said, and as they stand over something."""
    name = words.stretch(stretch).name
    return {
        "name": name,
        "title": words.title(name),
        "side_name": words.side(side) if side is not None else "",
    }


def _way_of(item: Item) -> Way:
    figure = bootstrap.gallery().figures[item.stretch]
    return figure.ways.get(item.way, figure.way)
