"""The skeleton of a new language: every file of the default one, to be translated where it stands.

What is still as in the default language is reported by the check, so that it is the list of what is to
be done.
"""

import re
import shutil
from pathlib import Path

from skill.errors import SettingError
from skill.library.languages import default_language
from skill.library.reading import Problems

LOCALE = re.compile(r"([a-z]{2,3})(?:-([A-Z]{2}))?")

COUNTRY = """# The Alexa locales, the first one first, with the number of the ambulance as it is
# spoken, and what people there call a thing (content/README.md).

[{locale}]
emergency = "one one two"
"""

CLOCK = """[clock]
noon = "noon"
midnight = "midnight"
hour = "{hour} o'clock"
exact = "{hour} {minutes}"
at = "at {clock}"

"""
"""The clock of 24 hours: what a language has without a grammar of its own."""
CLOCK_TABLE = re.compile(r"^\[clock\]\n.*?(?=^(?:#|\[))", re.MULTILINE | re.DOTALL)


def write_skeleton(content: Path, named: str) -> Path:
    """Write the files of a new language, as the default language has them; returns their folder.

    Args:
        content: The folder of the content.
        named: The language and the first country, such as fr-CA; fr alone is fr-FR.

    Raises:
        SettingError: That is no language, it is there already, or it cannot be written.
    """
    found = LOCALE.fullmatch(named)
    if found is None:
        raise SettingError(f"{named!r} is no language: give one such as fr, or fr-CA")
    tag, country = found[1], found[2] or found[1][:2].upper()
    folder = content / "locales" / tag
    if folder.exists():
        raise SettingError(f"{folder} is there already: translate what is in it")
    try:
        shutil.copytree(content / "locales" / default_language(content, Problems()), folder)
        (folder / "countries.toml").write_text(
            COUNTRY.format(locale=f"{tag}-{country}"), encoding="utf-8"
        )
        phrases = folder / "phrases.toml"
        told = CLOCK_TABLE.sub(CLOCK, phrases.read_text(encoding="utf-8"))
        phrases.write_text(told, encoding="utf-8")
    except OSError as error:
        raise SettingError(f"{folder} cannot be written: {error.strerror}") from None
    return folder
