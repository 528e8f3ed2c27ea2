"""`limber talk`: a conversation in the terminal, or a script."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, Any

import click

from skill import bootstrap
from skill.coach.conversation.state.state import Playing, Running
from skill.coach.conversation.state.state_encoding import decode_state
from skill.coach.practice.playback.stages import CurrentPhase, current_phase, phase_at
from skill.commands.chosen_locale import chosen_locale
from skill.commands.chosen_store import opened, settings_with
from skill.commands.leaving import hold
from skill.commands.printing import print_line
from skill.errors import SettingError, UnreadableStateError
from skill.library.catalogue import TERMINAL, load_catalogue
from skill.library.loading import data_folder
from skill.settings import default_sounds
from skill.sound.voices.choosing import VOICES, chosen_voice
from skill.words import Words

if TYPE_CHECKING:
    from skill.sound.playing import Mouth

YEARS = range(1970, 3000)
"""The years that `--at` may have: dates can be computed on either side of them."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Read a script, answer one JSON object a line.")
@click.option("--speed", default=1.0, show_default=True, help="How much faster than real time.")
@click.option("--at", metavar="TIME", help="The clock's start, such as 2026-11-20T08:00:00+01:00.")
@click.option("--store", metavar="STORE", help=f"Where progress is kept: {bootstrap.STORES}.")
@click.option("--user", default="terminal", show_default=True, help="Whose account it is.")
@click.option("--person", default="", help="Whose voice is recognised; a line !person NAME changes it.")
@click.option("--locale", help="The language and country, such as en-GB; by default this machine's.")
@click.option(
    "--device",
    type=click.Choice(["speaker", "screen"]),
    default="speaker",
    show_default=True,
    help="What it runs on.",
)
@click.option("--aloud", is_flag=True, help="Speak, too; a line typed meanwhile breaks it off.")
@click.option("--voice", default="", metavar="VOICE", help=f"Who speaks aloud: {VOICES}.")
@click.option("--player", default="", metavar="PROGRAM", help="What plays it: it is given a WAV file.")
def talk(
    *,
    as_json: bool,
    speed: float,
    at: str | None,
    store: str | None,
    user: str,
    person: str,
    locale: str | None,
    device: str,
    aloud: bool,
    voice: str,
    player: str,
) -> None:
    """Hold a conversation in real time, or play a script with --json."""
    from skill.simulator.device import Device
    from skill.simulator.ear.ear import load_ear
    from skill.simulator.envelope import Caller
    from skill.speech.ssml import seconds_of, sentences_of

    if sys.stdin is None:
        raise SettingError("the standard input is closed: give a script, or start it in a terminal")
    if not 0 < speed <= 1000:
        raise SettingError(f"--speed {speed:g} is no speed: give a number above 0, such as 20")
    if aloud and as_json:
        raise SettingError("--aloud is for a conversation, and a script has no time: leave one out")
    locale = chosen_locale(locale)
    start = _moment(at)
    words = bootstrap.voices()[locale]
    virtual = Device(
        skill=_skill(store, start.tzinfo or UTC),
        ear=load_ear(data_folder("interaction_models") / f"{locale}.json"),
        caller=Caller(
            user=user, person=person, locale=locale, screen=device == "screen", player=as_json
        ),
        now=start,
        seconds_of=lambda ssml: seconds_of(ssml, words),
    )
    locate = _locator(words)
    if as_json:
        from skill.simulator.script import play
        from skill.simulator.typed_lines import typed_lines

        lines = typed_lines(sys.stdin)
        hold(play(lines, virtual, lambda attributes: locate(attributes, 0.0), print_line))
        return
    from skill.simulator.terminal import Terminal

    terminal = Terminal(
        virtual,
        lambda ssml: sentences_of(ssml, words),
        locate,
        lambda stretch: words.stretch(stretch).name,
        words.side_alone,
        load_catalogue(data_folder("content"), locale, TERMINAL),
        speed,
        _mouth(voice, player, locale).say if aloud else None,
    )
    hold(terminal.converse(sys.stdin))


def _mouth(voice: str, player: str, locale: str) -> "Mouth":
    from skill.sound.keeping import KeptSentences
    from skill.sound.playing import Mouth, chosen_player

    return Mouth(KeptSentences(default_sounds(), chosen_voice(voice), locale), chosen_player(player))


def _moment(at: str | None) -> datetime:
    if at is None:
        return datetime.now().astimezone()
    try:
        moment: datetime | None = datetime.fromisoformat(at)
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        raise SettingError(f"--at {at!r} is no time: write it like 2026-11-20T08:00:00+01:00")
    return moment if moment.tzinfo is not None else moment.astimezone()


def _skill(store: str | None, zone: tzinfo) -> Any:  # noqa: ANN401 - Lambda's own signature
    settings = replace(settings_with(store), delay=0.0)
    streams = bootstrap.silent_streams()
    return bootstrap.build(
        settings, store=opened(settings.store), zone=zone, streams=streams, alexa=False
    )


def _locator(words: Words) -> Callable[[dict[str, Any], float], CurrentPhase | None]:
    library, _ = bootstrap.content()

    def locate(attributes: dict[str, Any], seconds: float) -> CurrentPhase | None:
        try:
            running = decode_state(attributes["state"]).practice
        except (KeyError, UnreadableStateError):
            return None
        if isinstance(running, Playing):
            return phase_at(library, words, running.practice, running.place)
        if not isinstance(running, Running):
            return None
        return current_phase(library, words, running.practice, running.sent, seconds)

    return locate
