"""`limber export`, `limber import` and `limber history`: what is kept about people."""

import json
import shutil
import sys
from datetime import UTC, datetime
from typing import BinaryIO

import click

from skill import backup, bootstrap
from skill.coach.person.profile import ACCOUNT, KEPT_HISTORY
from skill.coach.person.profile_encoding import encode_finished
from skill.commands.chosen_store import opened_to_read, settings_with
from skill.library.catalogue import TERMINAL, load_catalogue
from skill.library.loading import data_folder


@click.command()
@click.option("--store", metavar="STORE", help=f"Where progress is kept: {bootstrap.STORES}.")
@click.option("--user", default="terminal", show_default=True, help="Whose account it is.")
@click.option("--person", help="Only this person of it; without it, the whole household.")
def export(store: str | None, user: str, person: str | None) -> None:
    """Write everything that is kept about a household as JSON, for limber import."""
    whole = opened_to_read(store).back_up(user, datetime.now(UTC))
    click.echo(backup.written(whole if person is None else whole.of(person)))


@click.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--store", metavar="STORE", help=f"Where it is to be kept: {bootstrap.STORES}.")
@click.option("--user", default="terminal", show_default=True, help="For whose account.")
def import_(file: BinaryIO, store: str | None, user: str) -> None:
    """Keep what limber export wrote into FILE (- for standard input); nothing is overwritten."""
    read = backup.read(file)
    bootstrap.build_store(settings_with(store).store).restore(user, read)
    click.echo(backup.told(read))


@click.command()
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

    locale = bootstrap.locale_here()
    names = bootstrap.voices()[locale].language.stretches
    shown = load_catalogue(data_folder("content"), locale, TERMINAL)
    kept = opened_to_read(store)
    rows = list(kept.history(user, person, datetime.now(UTC) - KEPT_HISTORY))

    def name(stretch: str) -> str:
        return names[stretch].name if stretch in names else stretch

    if form == "json":
        click.echo(json.dumps([encode_finished(row) for row in rows], ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(told.as_csv(rows, name), nl=False)
    elif not rows:
        is_known = person == ACCOUNT or person in kept.people(user)
        nobody = "" if is_known else shown.text("history.nobody", person=person)
        click.echo(nobody or shown.text("history.nothing"))
    elif form == "chart":
        # A file is no terminal, but a chart is a picture: COLUMNS counts wherever it is drawn.
        columns = shutil.get_terminal_size((told.UNCUT, 0)).columns
        today = datetime.now().astimezone().date()
        # click writes to a plain ASCII output as if it were more: blocks become question marks here.
        print(*told.chart(rows, today, shown, columns), sep="\n")
    else:
        console = Console(width=None if sys.stdout.isatty() else told.UNCUT)
        told.print_table(console, rows, name, None, shown)
