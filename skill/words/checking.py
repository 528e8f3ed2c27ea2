"""Whether the words of a language fit its grammar: what the library cannot know."""

from collections.abc import Iterator

from skill.library.language import Language
from skill.library.spoken import PLACEHOLDER, SpokenText, placeholders, spoken_texts
from skill.words.grammar import grammar_of


def problems_of_grammar(language: Language) -> Iterator[str]:
    """What does not fit, as `file: key: problem`."""
    yield from _clock(language)
    grammar = grammar_of(language)
    known = grammar.FORMS
    screen = f"content/locales/{language.tag}/screen.toml"
    shown = (SpokenText(screen, key, text, {"side"}) for key, text in language.screen.items())
    for spoken in (*spoken_texts(language), *shown):
        for fault in grammar.faults(spoken.text, sided="side" in spoken.filled):
            yield f"{spoken.file}: {spoken.key}: has {fault}"
        for place in PLACEHOLDER.finditer(spoken.text):
            if place[2] and place[2] not in known:
                forms = f"one of {', '.join(sorted(known))}" if known else "none"
                yield f"{spoken.file}: {spoken.key}: has {place[0]}: its form can be {forms}"


def _clock(language: Language) -> Iterator[str]:
    file, words = f"content/locales/{language.tag}/phrases.toml", language.phrases.clock
    wanted = grammar_of(language).CLOCK
    for key, places in wanted.items():
        if key not in words:
            yield f"{file}: clock.{key}: is missing"
        elif set(placeholders(words[key])) != places:
            shown = " and ".join(f"{{{name}}}" for name in sorted(places)) or "no placeholder"
            yield f"{file}: clock.{key}: must have {shown}"
    for key in words.keys() - wanted.keys():
        yield f"{file}: clock.{key}: is no key of this table"
