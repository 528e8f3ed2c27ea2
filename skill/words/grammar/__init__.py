"""What no list of words can say of a language, a module for each that has such rules.

Everything else of a language is content. A language without a module gets along with `plain`.
"""

from skill.library.language import Language
from skill.words.grammar.plain import Plain


def grammar_of(language: Language) -> Plain:
    """The grammar of a language; its module is imported once somebody speaks it."""
    if language.tag == "en":
        from skill.words.grammar.english import English

        return English(language.phrases)
    if language.tag == "de":
        from skill.words.grammar.german import German

        return German(language.phrases)
    return Plain(language.phrases)
