"""The generated parts of `docs/speaking.md`: transcripts of one stretch, and two tables."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path

from skill.coach.conversation.events import AskEasier, Asked, Launch, StartStretch
from skill.coach.conversation.personal_practice import practice_of
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.state import State
from skill.coach.machine import act
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.person.totals import Tally
from skill.coach.practice.cues.cues import Cue, Said, length
from skill.coach.practice.place import ARRIVED, WORK_PHASES, Phase
from skill.coach.practice.score.packing import part
from skill.coach.practice.score.rhythm import row, table
from skill.coach.practice.wordings.dealing import dealt
from skill.coach.practice.wordings.texts import sentences
from skill.library.loading import load_language, load_library
from skill.words import Words

STRETCH = "knee_to_chest"
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
CONTENT = Path(__file__).resolve().parent.parent / "content"
LIBRARY = load_library(CONTENT)
WORDS = Words(load_language(CONTENT, "en", LIBRARY))


def first_visit() -> str:
    """What somebody hears who opens the skill for the first time and starts a stretch."""
    welcome = act(Scene(LIBRARY, WORDS, Profile(ACCOUNT), State(), NOW), Launch())
    scene = Scene(LIBRARY, WORDS, welcome.profile, replace(welcome.state, turns=1), NOW)
    return _block("open limber back", welcome) + _block("start knee to chest", _started(scene))


def tenth_visit() -> str:
    """The same stretch for somebody who knows it well."""
    return _block("start knee to chest", _started(_known()))


def eased() -> str:
    """Ten seconds into the first hold, told that it is too much."""
    scene = _known()
    practice = practice_of(scene, STRETCH, (STRETCH,))
    started = _started(scene)
    hold = next(place for place, given in dealt(practice).items() if given.felt)
    running = replace(started.state.practice, place=hold.after(10.0), worked=10.0)
    scene = Scene(LIBRARY, WORDS, started.profile, replace(started.state, practice=running), NOW)
    return _block("is there an easier way", act(scene, AskEasier(Asked())))


def times() -> str:
    """The time that every stretch gives, as `limber content times` shows it."""
    return "```\n" + "\n".join(row(change) for change in table(LIBRARY, WORDS)) + "\n```"


def leads() -> str:
    """Seconds from "start" into the position of every stretch, and to its first hold or movement."""
    lines = [
        "| stretch | first visit, in position | at work | known, standing | known, in place |",
        "|---|---|---|---|---|",
    ]
    first = Scene(LIBRARY, WORDS, Profile(ACCOUNT, Preferences(introduced=True)), State(), NOW)
    for stretch in LIBRARY.stretches.values():
        known = _known(stretch=stretch.id)
        there = known.with_state(body=stretch.position)
        new = _started(first, stretch.id)
        times = [
            in_position(new),
            *map(_lead, (new, *(_started(s, stretch.id) for s in (known, there)))),
        ]
        lines.append(f"| {stretch.id} | {' | '.join(f'{seconds:.0f}' for seconds in times)} |")
    return "\n".join(lines)


def _lead(outcome: Outcome) -> float:
    worked = (cue.place is not None and cue.place.phase in WORK_PHASES for cue in outcome.reply.answer)
    return length(outcome.reply.answer[: list(worked).index(True)])


def in_position(outcome: Outcome) -> float:
    """Seconds until the body is in the position of the first stretch, before what is done there."""
    before = takewhile(_is_on_the_way, outcome.reply.answer)
    return length(before)


def _is_on_the_way(cue: Cue) -> bool:
    return cue.place is None or (cue.place.phase is Phase.SETTLE and cue.place.step < ARRIVED)


def repetitions() -> str:
    """How often the sentences of each routine are heard that are heard most, counted numbers aside."""
    counted = {f"{WORDS.number(number).capitalize()}." for number in range(31)}
    lines = ["| routine | sentences | heard most |", "|---|---|---|"]
    for name, routine in LIBRARY.routines.items():
        practice = practice_of(_known(done=0), name, routine.stretches)
        score = _known().score(practice)
        cues = part(score, practice.place_of(0), practice.end, practice.body)
        told = [text for cue in cues if isinstance(cue, Said) for text in sentences(cue.text)]
        often = Counter(text for text in told if text not in counted)
        most = max(often.values())
        shown = ", ".join(f"“{text}”" for text, count in often.items() if count == most)
        lines.append(f"| {name} | {len(told)} | {most} times: {shown} |")
    return "\n".join(lines)


def _known(done: int = 10, stretch: str = STRETCH) -> Scene:
    preferences = Preferences(
        introduced=True, taught=True, lessons=9, cautioned=tuple(LIBRARY.stretches)
    )
    stretches = {stretch: Tally(done, 60 * done)} if done else {}
    days = {f"2026-11-{day}": Tally(1, 60) for day in (18, 19)} if done else {}
    profile = Profile(ACCOUNT, preferences, stretches=stretches, days=days)
    return Scene(LIBRARY, WORDS, profile, State(), NOW)


def _started(scene: Scene, stretch: str = STRETCH) -> Outcome:
    outcome = act(scene, StartStretch(Asked((stretch,), stretch)))
    assert isinstance(outcome, Outcome)  # noqa: S101 - nothing has to be looked up for it
    return outcome


def _block(said: str, outcome: object) -> str:
    assert isinstance(outcome, Outcome)  # noqa: S101 - as above
    lines = [f"you    {said}", *_lines(outcome.reply.spoken)]
    if outcome.reply.reprompt:
        lines += ["       (silence)", *_lines(outcome.reply.reprompt)]
    return "```\n" + "\n".join(lines) + "\n```\n"


def _lines(cues: tuple[Cue, ...]) -> list[str]:
    """Each text with the second at which it begins; what follows without a pause stands on one line."""
    lines, now, follows = [], 0.0, False
    for cue in cues:
        if isinstance(cue, Said):
            begins = f"{int(now // 60)}:{int(now % 60):02d}"
            if follows and len(lines[-1]) + len(cue.text) < 104:
                lines[-1] += f" {cue.text}"
            else:
                lines.append(f"{begins:>6} {cue.text}")
        follows = isinstance(cue, Said) or (follows and cue.seconds < 1.0)
        now += cue.seconds
    return lines
