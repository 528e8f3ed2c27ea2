"""The command line: each command parses its options, makes one call, and reports the outcome."""

import asyncio
import io
import json
import logging
import os
import secrets
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

import click

from skill import bootstrap
from skill.coach.conversation.state import Running, decode_state
from skill.coach.person.profile import ACCOUNT, KEPT_HISTORY
from skill.coach.person.progress_store import ProgressStore
from skill.coach.practice.stages import CurrentPhase, current_phase
from skill.coach.topics.records.export import encode_row, everything
from skill.errors import ContentError, LimberError, SettingError, UnreadableStateError
from skill.interaction import drift, write_models
from skill.library.loading import data_folder
from skill.settings import ELSEWHERE, Settings, read_settings
from skill.words import Words

USAGE_STATUS = 2
"""The exit status for an error that a person can correct in their command."""

YEARS = range(1970, 3000)
"""The years that `--at` may have: dates can be computed on either side of them."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def limber() -> None:
    """A voice coach for back stretches, in the terminal."""


@limber.command()
@click.option("--json", "as_json", is_flag=True, help="Read a script, answer one JSON object a line.")
@click.option("--speed", default=1.0, show_default=True, help="How much faster than real time.")
@click.option("--at", metavar="TIME", help="The clock's start, such as 2026-11-20T08:00:00+01:00.")
@click.option("--store", metavar="STORE", help=f"Where progress is kept: {bootstrap.STORES}.")
@click.option("--user", default="terminal", show_default=True, help="Whose account it is.")
@click.option("--person", default="", help="Whose voice is recognised; a line !person NAME changes it.")
@click.option("--locale", default="en-US", show_default=True, help="The language and country.")
@click.option(
    "--device",
    type=click.Choice(["speaker", "screen"]),
    default="speaker",
    show_default=True,
    help="What it runs on.",
)
def talk(
    *,
    as_json: bool,
    speed: float,
    at: str | None,
    store: str | None,
    user: str,
    person: str,
    locale: str,
    device: str,
) -> None:
    """Hold a conversation in real time, or play a script with --json."""
    from skill.simulator.device import Device
    from skill.simulator.ear.ear import Ear
    from skill.simulator.ear.model_file import read_model
    from skill.simulator.envelope import Caller
    from skill.speech.ssml import seconds_of, sentences_of

    if not 0 < speed <= 1000:
        raise SettingError(f"--speed {speed:g} is no speed: give a number above 0, such as 20")
    if locale not in bootstrap.locales():
        known = ", ".join(bootstrap.locales())
        raise SettingError(f"--locale {locale!r} is unknown: it can be {known}")
    start = _moment(at)
    words = bootstrap.voices()[locale]
    virtual = Device(
        skill=_skill(store, start.tzinfo or UTC),
        ear=Ear(read_model(data_folder("interaction_models") / f"{locale}.json")),
        caller=Caller(user=user, person=person, locale=locale, screen=device == "screen"),
        now=start,
        seconds_of=lambda ssml: seconds_of(ssml, words),
    )
    locate = _locator(words)
    if as_json:
        from skill.simulator.script import run

        _print_lines(run(sys.stdin, virtual, lambda attributes: locate(attributes, 0.0)))
        return
    from skill.simulator.terminal import Terminal

    terminal = Terminal(
        virtual, lambda ssml: sentences_of(ssml, words), locate, lambda s: words.stretch(s).name, speed
    )
    asyncio.run(terminal.converse(sys.stdin))


@limber.command()
@click.option("--port", default=5005, show_default=True, type=click.IntRange(0, 65535), help="Where.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--no-verify", is_flag=True, help="Answer anybody at /alexa; on this machine alone.")
@click.option("--store", metavar="STORE", help=f"Where progress is kept: {bootstrap.STORES}.")
def serve(*, port: int, host: str, no_verify: bool, store: str | None) -> None:
    """Serve the browser coach at / and Alexa's requests at /alexa, from this machine."""
    try:
        from skill.web import desk
        from skill.web.alexa.verification import Verifier
        from skill.web.application import create_app
    except ModuleNotFoundError as error:
        raise SettingError(
            f"the web service lacks {error.name}: in the checkout say make serve,"
            " or pip install '.[web]'"
        ) from None

    if not host:  # an empty address would mean every address
        raise SettingError("--host is empty: give an address, such as 127.0.0.1, or leave it out")
    # At the terminal the reason for a refused request is of interest.
    logging.basicConfig(format="limber: %(message)s")
    logging.getLogger("skill").setLevel(logging.WARNING)
    at_desk = desk.is_loopback(host)
    if no_verify and not at_desk:
        raise SettingError(f"--no-verify works on loopback only: leave --host {host} out")
    settings = replace(
        _settings(store),
        browser_coach=True,
        secret=secrets.token_urlsafe(),
    )
    kept = _opened(settings.store)
    verifier = None if no_verify else Verifier(settings.skill_id)
    desk_host = desk.in_addresses(host) if at_desk else ""
    desk.serve(create_app(settings, kept, verifier, desk_host=desk_host), host, port, click.echo)


@limber.command()
@click.option("--store", metavar="STORE", help=f"Where progress is kept: {bootstrap.STORES}.")
@click.option("--user", default="terminal", show_default=True, help="Whose account it is.")
@click.option("--person", default=ACCOUNT, show_default=True, help="Which person of it.")
def export(store: str | None, user: str, person: str) -> None:
    """Write everything that is kept about a person as JSON."""
    kept = bootstrap.build_store(_settings(store).store)
    since = datetime.now(UTC) - KEPT_HISTORY
    written = everything(kept.open(user, person), kept.history(user, person, since), kept.devices(user))
    click.echo(json.dumps(written, ensure_ascii=False, indent=2))


@limber.command()
@click.option("--store", metavar="STORE", help=f"Where progress is kept: {bootstrap.STORES}.")
@click.option("--user", default="terminal", show_default=True, help="Whose account it is.")
@click.option("--person", default=ACCOUNT, show_default=True, help="Which person of it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "chart", "csv", "json"]),
    default="table",
    show_default=True,
    help="A line for each stretch, a bar for each week, or the same for other programs.",
)
def history(store: str | None, user: str, person: str, form: str) -> None:
    """Tell what a person has finished, the newest first: in local time, as csv or json in UTC."""
    from rich.console import Console

    from skill import history as told

    names = next(iter(bootstrap.voices().values())).language.stretches
    kept = bootstrap.build_store(_settings(store).store)
    rows = list(kept.history(user, person, datetime.now(UTC) - KEPT_HISTORY))

    def name(stretch: str) -> str:
        return names[stretch].name if stretch in names else stretch

    if form == "json":
        click.echo(json.dumps([encode_row(row) for row in rows], ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(told.as_csv(rows, name), nl=False)
    elif not rows:
        click.echo("Nothing finished yet.")
    else:
        console = Console(width=None if sys.stdout.isatty() else told.UNCUT)
        if form == "chart":
            told.print_chart(console, rows, datetime.now().astimezone().date())
        else:
            told.print_table(console, rows, name, None)


@limber.group()
def content() -> None:
    """The stretches, routines and words."""


@content.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Report every problem of every content file; exit 1 if there are any."""
    from skill.content_check import every_problem

    problems = every_problem(folder or data_folder("content"))
    _print_lines(problems)
    if problems:
        raise SystemExit(1)
    click.echo("The content is sound.")


@limber.command()
@click.option("--check", "only_check", is_flag=True, help="Name the first difference and exit 1.")
def models(*, only_check: bool) -> None:
    """Write the interaction models from the content, or check that they are what it gives."""
    source, target = data_folder("content"), data_folder("interaction_models")
    if not only_check:
        _print_lines(f"wrote {path}" for path in write_models(source, target))
        return
    difference = drift(source, target)
    if difference is not None:
        click.echo(difference)
        raise SystemExit(1)
    click.echo("The interaction models are what the content gives.")


@limber.command()
@click.option("--privacy-policy", required=True, metavar="URL", help="Where people can read yours.")
@click.option(
    "--endpoint", default="", metavar="WHERE", help="The function's ARN or your own https address."
)
@click.option(
    "--region",
    "regions",
    multiple=True,
    type=(str, str),
    metavar="REGION WHERE",
    help="An endpoint nearer to the people of NA, EU or FE; may be given for each.",
)
@click.option(
    "--folder",
    default="build",
    show_default=True,
    type=click.Path(file_okay=False),
    help="Where to.",
)
def package(
    privacy_policy: str, endpoint: str, regions: tuple[tuple[str, str], ...], folder: str
) -> None:
    """Write the skill package for the ASK CLI: manifest, models and icons."""
    from skill.package.manifest import Publisher
    from skill.package.writing import write_package

    if not folder:
        raise SettingError("--folder is empty: give a folder, such as build")
    names = [region for region, _ in regions]
    for region in names:
        if names.count(region) > 1:
            raise SettingError(f"--region {region} is given twice: a region has one endpoint")
    publisher = Publisher(privacy_policy, endpoint, dict(regions))
    written = write_package(data_folder("content"), Path(folder), publisher)
    _print_lines(f"wrote {path}" for path in written)


def main() -> None:
    """The `limber` command."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A character that the terminal cannot show becomes a question mark.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # Errors are spoken, or shown in one line; the log is for running the service.
    logging.getLogger("skill").setLevel(logging.CRITICAL + 1)
    try:
        status = limber.main(standalone_mode=False)
    except click.Abort:
        status = 130
    except click.ClickException as error:
        message = error.format_message()
        # Without a command, click's message is the help itself.
        click.echo(message if message.startswith("Usage:") else f"limber: {message}", err=True)
        status = USAGE_STATUS
    except ContentError as error:
        click.echo(str(error), err=True)
        status = 1
    except LimberError as error:
        click.echo(f"limber: {error}", err=True)
        status = USAGE_STATUS
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # a broken pipe: the reader has gone
            click.echo(f"limber: {error}", err=True)
        # Otherwise Python complains at its exit about output that it cannot write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    raise SystemExit(status)


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
    settings = replace(_settings(store), delay=0.0)
    return bootstrap.build(settings, store=_opened(settings.store), zone=zone)


def _opened(setting: str) -> ProgressStore:
    """The store that a setting names; an error that every turn would meet is raised here."""
    kept = bootstrap.build_store(setting)
    kept.open("", ACCOUNT)
    return kept


def _settings(store: str | None) -> Settings:
    """The settings, with the store of the option; without the option, the default folder is made."""
    if store is not None:
        return read_settings({**os.environ, "LIMBER_STORE": store})
    settings = read_settings()
    if "LIMBER_STORE" not in os.environ:
        try:
            Path(settings.store.partition(":")[2]).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingError(
                f"cannot keep progress in {settings.store}: {error.strerror}; {ELSEWHERE}"
            ) from None
    return settings


def _locator(words: Words) -> Callable[[dict[str, Any], float], CurrentPhase | None]:
    library, _ = bootstrap.content()

    def locate(attributes: dict[str, Any], seconds: float) -> CurrentPhase | None:
        try:
            running = decode_state(attributes["state"]).practice
        except (KeyError, UnreadableStateError):
            return None
        if not isinstance(running, Running):
            return None
        return current_phase(library, words, running.practice, running.sent, seconds)

    return locate


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
        sys.stdout.flush()
