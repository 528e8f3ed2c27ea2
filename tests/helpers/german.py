"""The small pieces of German sentences, written out a second time: the grammar is tried on them."""

from skill.library.language import WEEKDAYS, Phrases

NUMBERS = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
    " sechzehn siebzehn achtzehn neunzehn"
)
TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_SIDES = {"left": "link", "right": "recht"}

PHRASES = Phrases(
    numbers=tuple(NUMBERS.split()),
    tens=tuple(TENS.split()),
    hundred="{number}hundert",
    ordinals=("erste", "zweite", "dritte"),
    durations={"minute_and_a_half": "anderthalb Minuten", "and": "{longer} und {shorter}"},
    counted={
        "second": {"one": "eine Sekunde", "many": "{number} Sekunden"},
        "minute": {"one": "eine Minute", "many": "{number} Minuten"},
        "hour": {"one": "eine Stunde", "many": "{number} Stunden"},
        "stretch": {"one": "eine Übung", "many": "{number} Übungen"},
    },
    times={"once": "einmal", "twice": "zweimal", "times": "{number}mal"},
    sides=_SIDES,
    sides_alone={side: f"{stem}s" for side, stem in _SIDES.items()},
    clock={
        "at": "um {clock}",
        "hour": "{hour} Uhr",
        "exact": "{hour} Uhr {minutes}",
        "noon": "zwölf Uhr mittags",
        "midnight": "Mitternacht",
    },
    parts_of_day={
        "night": "nachts",
        "morning": "morgens",
        "afternoon": "nachmittags",
        "evening": "abends",
    },
    heard_parts={},
    weekdays={day: day for day in WEEKDAYS},
    recurrences={},
    common_words=(),
    around_names=(),
    articles=("die", "der", "das"),
    both="und",
    either="oder",
)
