"""What is kept about a person, given to them on a card: as much as fits."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.errands import HistoryRead, ReadHistory
from skill.coach.conversation.events import ExportData
from skill.coach.conversation.reply import Card
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.person.totals import Finished

MOST_LINES = 200
"""How many finished stretches are read for a card; more would not fit on it."""


def export_data(scene: Scene, _: ExportData) -> ReadHistory:
    """Asked for what is kept: the history has to be read first."""
    return ReadHistory(scene.own.person, MOST_LINES)


def give_history(scene: Scene, event: HistoryRead) -> Outcome:
    """Put what is kept on a card, the newest first, and say whether that is all."""
    if event.history is None:
        return inform(scene, scene.say("export_failed"))
    title, more = scene.say("card_kept"), scene.say("card_more")
    lines = [*_settings(scene), *_unfinished(scene)]
    if event.history:
        lines += ["", scene.say("card_history"), *_finished(scene, event.history)]
    if len(lines) == 0:
        return inform(scene, scene.say("export_nothing"))
    room = (scene.limits.card_characters or math.inf) - len(title) - len(more) - 1
    kept = list(_fitting(lines, room))
    whole = kept == lines and len(event.history) < MOST_LINES
    text = "\n".join(kept if whole else [*kept, more])
    turn = inform(scene, scene.say("exported" if whole else "exported_in_part"))
    return replace(turn, reply=replace(turn.reply, card=Card(title, text)))


def _settings(scene: Scene) -> Iterator[str]:
    """The preferences that differ from the defaults."""
    kept = scene.own.preferences
    names = scene.words.all_of
    if kept.introduced:
        yield scene.say("card_level", level=scene.say(f"level_name_{kept.level}"))
    if kept.levels:
        yield scene.say("card_levels", stretches=names([scene.name_of(s) for s in kept.levels]))
    if kept.holds:
        own = [f"{scene.name_of(s)} {seconds:g} s" for s, seconds in kept.holds.items()]
        yield scene.say("card_holds", holds=", ".join(own))
    if kept.left_out:
        yield scene.say("card_left_out", stretches=names([scene.name_of(s) for s in kept.left_out]))
    if kept.choices:
        chosen = [scene.name_of(stretch) for stretch in kept.choices.values()]
        yield scene.say("card_choices", stretches=names(chosen))
    if scene.profile.device.time_zone:
        yield scene.say("card_zone", zone=scene.profile.device.time_zone)


def _unfinished(scene: Scene) -> Iterator[str]:
    for saved in scene.own.unfinished:
        day = saved.saved_at.astimezone(scene.now.tzinfo).date().isoformat()
        yield scene.say("card_unfinished", practice=scene.name_of(saved.practice.name), day=day)


def _finished(scene: Scene, history: Iterable[Finished]) -> Iterator[str]:
    for finished in history:
        at = finished.finished_at.astimezone(scene.now.tzinfo)
        name = scene.name_of(finished.stretch) if _is_known(scene, finished) else finished.stretch
        yield f"{at:%Y-%m-%d %H:%M}  {name}, {finished.seconds} s"


def _is_known(scene: Scene, finished: Finished) -> bool:
    return finished.stretch in scene.library.stretches


def _fitting(lines: Iterable[str], characters: float) -> Iterator[str]:
    """The first lines, as many as fit in so many characters."""
    for line in lines:
        characters -= len(line) + 1
        if characters < 0:
            return
        yield line
