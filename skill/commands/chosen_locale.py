"""The locale that a command is given, or this machine's."""

from skill import bootstrap
from skill.errors import SettingError


def chosen_locale(given: str | None) -> str:
    """The locale of the option; without the option, the one that answers this machine's language.

    Raises:
        SettingError: The skill is not offered in it.
    """
    locale = bootstrap.locale_here() if given is None else given
    known = bootstrap.locales()
    if locale not in known:
        raise SettingError(f"--locale {locale!r} is unknown: it can be {', '.join(known)}")
    return locale
