"""What is meant by a name that somebody types: an id, or a name people say."""

import difflib
from collections.abc import Iterable, Mapping

from skill.coach.practice.practice import OWN
from skill.errors import SettingError
from skill.library.language import Language, RoutineWords, StretchWords


def stretch_called(name: str, language: Language) -> str:
    """The id of the stretch of that name; an id is itself, whatever else has that name.

    Raises:
        SettingError: There is none, or there are several.
    """
    if name in language.stretches:
        return name
    said = _plain(name)
    if said in language.shared_names:
        raise SettingError(
            f"{name!r} may be {' or '.join(language.shared_names[said])}: name one of them"
        )
    return _among(name, _names(language.stretches), "stretch")


def practice_called(name: str, language: Language, own: Iterable[str]) -> str:
    """The id of the routine or stretch of that name; `OWN` and the name of one of somebody's own.

    Raises:
        SettingError: There is none, or there are several.
    """
    said, ours = _plain(name), _names(language.routines)
    for theirs in own:
        if _plain(theirs) == said:
            return OWN + theirs
    for known in (said, *(f"{article} {said}" for article in language.phrases.articles)):
        if known in ours:
            return ours[known]
    if said in language.shared_names:
        return stretch_called(name, language)
    return _among(name, ours | _names(language.stretches), "routine or stretch")


def _names(entries: Mapping[str, StretchWords] | Mapping[str, RoutineWords]) -> dict[str, str]:
    return {
        known: entry
        for entry, words in entries.items()
        for known in (*words.synonyms, words.name.lower(), entry.replace("_", " "))
    }


def _among(name: str, called: Mapping[str, str], kind: str) -> str:
    said = _plain(name)
    if said not in called:
        near = difflib.get_close_matches(said, called, n=1, cutoff=0.4)
        instead = called[near[0]] if near else next(iter(called.values()))
        raise SettingError(f"there is no {kind} {name!r}: it may be such as {instead}")
    return called[said]


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").split())
