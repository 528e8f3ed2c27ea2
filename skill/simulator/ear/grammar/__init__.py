"""What no list of words can say of how a language is heard, a module for each that has such rules.

`skill.words.grammar` has the same for what is said. A language without a module gets along with `plain`.
"""

from skill.simulator.ear.grammar.plain import NumberWords, Plain


def grammar_of(tag: str, known: NumberWords) -> Plain:
    """The grammar of a language, with its words for numbers and times."""
    if tag == "en":
        from skill.simulator.ear.grammar.english import English

        return English(known)
    if tag == "de":
        from skill.simulator.ear.grammar.german import German

        return German(known)
    return Plain(known)
