"""Content → Alexa's interaction models, one JSON file for each locale.

Everything in a model comes from `content/`. The files are committed, so that a review shows what a
change means on Alexa. Equal content gives equal bytes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from skill.errors import SettingError
from skill.library.countries import load_countries, localised_utterances
from skill.library.intents import Intents, load_intents
from skill.library.language import Language
from skill.library.languages import languages
from skill.library.loading import load_library, load_locales
from skill.library.utterances import Utterances, load_utterances
from skill.whole_files import write_whole

Json = Mapping[str, object]


def interaction_model(intents: Intents, utterances: Utterances, language: Language) -> Json:
    """The interaction model of one locale, in the order of the content files."""
    settings: dict[str, object] = {"invocationName": utterances.invocation_name}
    if utterances.fallback_sensitivity:
        level = {"level": utterances.fallback_sensitivity}
        settings["modelConfiguration"] = {"fallbackIntentSensitivity": level}
    return {
        "interactionModel": {
            "languageModel": {
                **settings,
                "intents": [_intent(name, intents, utterances) for name in intents.intents],
                "types": [
                    _slot_type(name, intents, utterances, language) for name in intents.slot_types
                ],
            }
        }
    }


def models(content: Path) -> dict[str, str]:
    """The text of every model file, by its locale.

    Raises:
        ContentError: The content has problems.
    """
    library = load_library(content)
    intents = load_intents(content)
    texts = {}
    for tag in languages(content):
        utterances = load_utterances(content, tag, intents)
        countries = load_countries(content, tag)
        for locale, language in load_locales(content, tag, library).items():
            said = localised_utterances(utterances, countries[locale])
            model = interaction_model(intents, said, language)
            texts[locale] = json.dumps(model, indent=2, ensure_ascii=False) + "\n"
    return dict(sorted(texts.items()))


def write_models(content: Path, folder: Path) -> list[Path]:
    """Write every model, remove those of locales that are gone, and return what was written.

    Raises:
        SettingError: The folder, or a file in it, cannot be written.
    """
    texts = models(content)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = [write_whole(folder / f"{locale}.json", text) for locale, text in texts.items()]
        for stale in folder.glob("*.json"):
            if stale.stem not in texts:
                stale.unlink()
    except OSError as error:
        raise SettingError(
            f"cannot write the models to {error.filename2 or error.filename}: {error.strerror};"
            f" let this user write the files of {folder}"
        ) from None
    return paths


def drift(content: Path, folder: Path) -> str | None:
    """The first difference between the model files and the content; None where there is none."""
    texts = models(content)
    for stale in sorted(folder.glob("*.json")):
        if stale.stem not in texts:
            return f"{folder.name}/{stale.name}: content has no such locale"
    for locale, text in texts.items():
        path = folder / f"{locale}.json"
        try:
            found = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return f"{folder.name}/{path.name}: is missing"
        except UnicodeDecodeError as error:
            return f"{folder.name}/{path.name}: is no text: {error}"
        if found != text:
            return f"{folder.name}/{path.name}: {_first_difference(found, text)}"
    return None


def _intent(name: str, intents: Intents, utterances: Utterances) -> Json:
    slots = intents.intents[name].slots
    samples = list(utterances.samples.get(name, ()))
    if not slots:
        return {"name": name, "samples": samples}
    typed = [{"name": slot, "type": kind} for slot, kind in slots.items()]
    return {"name": name, "slots": typed, "samples": samples}


def _slot_type(name: str, intents: Intents, utterances: Utterances, language: Language) -> Json:
    entries = intents.slot_types[name].entries
    named = {
        "stretches": lambda: _stretch_names(language),
        "routines": lambda: {
            id_: (each.name, *each.synonyms) for id_, each in language.routines.items()
        },
    }.get(entries, lambda: utterances.slot_words[name])()
    ids = intents.slot_types[name].values or sorted(named)
    return {"name": name, "values": [_value(id_, named[id_], utterances.articles) for id_ in ids]}


def _stretch_names(language: Language) -> dict[str, tuple[str, ...]]:
    """All names of each stretch; a shared name is listed under every stretch that has it.

    Entity resolution then returns all of these stretches, and the coach asks which one is meant.
    """
    return {
        id_: (
            words.name,
            *words.synonyms,
            *(name for name, meant in language.shared_names.items() if id_ in meant),
        )
        for id_, words in language.stretches.items()
    }


def _value(id_: str, names: Sequence[str], articles: Sequence[str]) -> Json:
    value = _without_article(names[0].lower(), articles)
    synonyms = [name for name in dict.fromkeys(names[1:]) if name != value]
    return {"id": id_, "name": {"value": value, "synonyms": synonyms}}


def _without_article(name: str, articles: Sequence[str]) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first in articles else name


def _first_difference(found: str, wanted: str) -> str:
    try:
        old = json.loads(found)
    except (ValueError, RecursionError) as error:
        return f"is not JSON: {error}"
    at = next(_differences("", old, json.loads(wanted)), "is laid out differently")
    return at.removeprefix("interactionModel.languageModel.")


def _differences(at: str, old: object, new: object) -> Iterator[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        old_items, new_items = old, new
    elif isinstance(old, list) and isinstance(new, list):
        old_items, new_items = _by_name(old), _by_name(new)
    else:
        if old != new:
            yield f"{at}: has {_shown(old)}, content gives {_shown(new)}"
        return
    for key in dict.fromkeys((*new_items, *old_items)):
        place = f"{at}.{key}" if at else str(key)
        if key not in old_items:
            yield f"{place}: is missing, content gives {_shown(new_items[key])}"
        elif key not in new_items:
            yield f"{place}: has {_shown(old_items[key])}, content has no such thing"
        else:
            yield from _differences(place, old_items[key], new_items[key])
    if list(old_items) != list(new_items):
        yield f"{at}: stands in another order"


def _by_name(items: Sequence[object]) -> dict[str, object]:
    """The items by their ids, names or, where they are texts, by themselves."""
    named = {}
    for place, item in enumerate(items):
        key = item.get("id", item.get("name", place)) if isinstance(item, dict) else item
        named[str(key)] = item
    return named


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:77]}..."
