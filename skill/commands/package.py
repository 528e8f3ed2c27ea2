"""`limber package`: what the ASK CLI deploys."""

import re
from pathlib import Path

import click

from skill.commands.printing import print_lines
from skill.errors import SettingError
from skill.library.loading import data_folder

FOR_A_LANGUAGE = re.compile(r"([a-z]{2,3})=(.*)")
"""An address for one language: `de=https://…`."""


@click.command()
@click.option(
    "--privacy-policy",
    "policies",
    multiple=True,
    required=True,
    metavar="URL",
    help="Where people can read yours; may be given for a language, too: de=URL.",
)
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
    policies: tuple[str, ...], endpoint: str, regions: tuple[tuple[str, str], ...], folder: str
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
    told = [(m[1], m[2]) if (m := FOR_A_LANGUAGE.fullmatch(each)) else ("", each) for each in policies]
    by_language = dict(told)
    if len(by_language) < len(told):
        raise SettingError("--privacy-policy is given twice for the same: give one, or one a language")
    publisher = Publisher(by_language.pop("", ""), endpoint, dict(regions), by_language)
    written = write_package(data_folder("content"), Path(folder), publisher)
    print_lines(f"wrote {path}" for path in written)
