"""`limber repair`: totals worked out anew from the practices, and what that changed."""

from collections.abc import Iterator, Mapping

import click

from skill import bootstrap
from skill.coach.person.totals import Recount, Tally
from skill.commands.chosen_store import opened_to_read


@click.command()
@click.option("--store", metavar="STORE", help=f"Where progress is kept: {bootstrap.STORES}.")
@click.option("--user", default="terminal", show_default=True, help="Whose account it is.")
@click.option("--person", help="Only this person of it; without it, the whole household.")
def repair(store: str | None, user: str, person: str | None) -> None:
    """Work all totals out anew from the practices that are kept, and tell what was wrong."""
    kept = opened_to_read(store)
    people = kept.people(user) if person is None else (person,)
    for who in people:
        changes = list(told(kept.recount(user, who)))
        click.echo(f"{who}: {'; '.join(changes) if changes else 'every total was right'}.")
    if not people:
        click.echo("Nothing is kept.")


def told(counted: Recount) -> Iterator[str]:
    """What a recount changed, a part of a sentence for each total."""
    before, after = counted.before, counted.after
    yield from _tallies(before.stretches, after.stretches)
    yield from _tallies(before.days, after.days)
    for stretch in sorted({*before.lately, *after.lately}):
        was, now = before.lately.get(stretch, "never"), after.lately.get(stretch, "never")
        if was != now:
            yield f"{stretch} was last done {was}, now {now}"


def _tallies(before: Mapping[str, Tally], after: Mapping[str, Tally]) -> Iterator[str]:
    for name in sorted({*before, *after}):
        was, now = before.get(name, Tally()), after.get(name, Tally())
        if was != now:
            yield f"{name} counted {_text(was)}, now {_text(now)}"


def _text(tally: Tally) -> str:
    return f"{tally.count} ({tally.seconds} seconds)"
