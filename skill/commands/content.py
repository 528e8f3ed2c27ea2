"""`limber content check` and `limber models`: what the content is, and what it gives."""

from pathlib import Path

import click

from skill.commands.printing import print_lines
from skill.interaction import drift, write_models
from skill.library.languages import languages
from skill.library.loading import data_folder, load_language, load_library
from skill.words import Words


@click.group()
def content() -> None:
    """The stretches, routines and words."""


@content.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Report every problem of every content file; exit 1 if there are any."""
    from skill.content_check.every_problem import every_problem

    problems = every_problem(folder or data_folder("content"))
    print_lines(problems)
    if problems:
        raise SystemExit(1)
    click.echo("The content is sound.")


@content.command("new-language")
@click.argument("language")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def new_language(language: str, folder: Path | None) -> None:
    """Write the files of a new LANGUAGE, such as fr or fr-CA, to be translated."""
    from skill.library.new_language import write_skeleton

    written = write_skeleton(folder or data_folder("content"), language)
    click.echo(f"wrote {written}: translate every file; limber content check lists what is left")


@content.command()
def times() -> None:
    """Show how many seconds every stretch gives for each movement, on both sides."""
    from skill.coach.practice.score.rhythm import row, table

    folder = data_folder("content")
    library = load_library(folder)
    words = Words(load_language(folder, next(iter(languages(folder))), library))
    print_lines(row(change) for change in table(library, words))


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Name the first difference and exit 1.")
def models(*, only_check: bool) -> None:
    """Write the interaction models from the content, or check that they are what it gives."""
    source, target = data_folder("content"), data_folder("interaction_models")
    if not only_check:
        print_lines(f"wrote {path}" for path in write_models(source, target))
        return
    difference = drift(source, target)
    if difference is not None:
        click.echo(difference)
        raise SystemExit(1)
    click.echo("The interaction models are what the content gives.")
