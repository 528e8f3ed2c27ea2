"""How well the simulator's ear understands `tests/simulator/utterances.toml`, in every English locale.

    python benchmarks/ear.py

Prints a table with these columns: the share of utterances with the right intent and the right slots
(right); with a wrong intent instead of the fallback (wrong); of sentences meant for somebody else that
are not taken for a wish (caught); of utterances that are a sample word for word, which would prove
nothing (copied); the milliseconds of processor time for one utterance (p50, p95); and those for making
the ear, the median of five (making).

The ear has been tuned on this set since, so its figures say that nothing got worse, and no more. What
it does with words it has never met was measured once a batch, before anybody here had read it: four
batches of 190 utterances and 40 for somebody else, the last by another writer and with the ear as it
is now; a third of the first three were samples by chance, a quarter of the last.

    right     wrong    caught
    95.3%      1.1%     97.5%
    93.2%      2.1%     97.5%
    94.7%      2.1%    100.0%
    96.3%      1.1%     97.5%

The labels are the writer's there, slots by their ids or their words (by ids alone the first is
93.7%). Six were put right when the first three became part of the set, without what was a sample.
"""

import json
import sys
import time
import tomllib
from pathlib import Path
from statistics import median

from skill.library.intents import FALLBACK
from skill.library.loading import data_folder
from skill.simulator.ear.ear import load_ear
from skill.simulator.ear.interpretation import Interpretation

SET = Path(__file__).resolve().parent.parent / "tests" / "simulator" / "utterances.toml"

ONE_EVENT = {"PaceIntent": "AdjustHoldIntent"}
"""Intents that mean the same: what is wanted is said by the id in their slot."""

COLUMNS = ("right", "wrong", "caught", "copied", "p50", "p95", "making")
MADE = 5
"""How often the ear is made to measure how long that takes."""


def figures(model: Path) -> dict[str, float]:
    """The figures of one model: shares from 0 to 1, times in milliseconds."""
    said = tomllib.loads(SET.read_text(encoding="utf-8"))
    unrelated = said.pop("unrelated")
    ear, spent = load_ear(model), []

    def hear(text: str) -> Interpretation:
        began = time.process_time()
        heard = ear.hear(text)
        spent.append(1000 * (time.process_time() - began))
        return heard

    count = right = wrong = 0
    for intent, texts in said.items():
        for text, slots in texts.items():
            heard = hear(text)
            same = _meant(heard.intent) == _meant(intent)
            count += 1
            right += same and _filled(heard) == {slot: _expected(slots[slot]) for slot in slots}
            wrong += not same and heard.intent != FALLBACK
    caught = sum(hear(text).intent == FALLBACK for text in unrelated)
    samples = _samples(model)
    copied = sum(text.lower() in samples for texts in said.values() for text in texts)
    spent.sort()
    return {
        "right": right / count,
        "wrong": wrong / count,
        "caught": caught / len(unrelated),
        "copied": copied / count,
        "p50": spent[len(spent) // 2],
        "p95": spent[int(0.95 * len(spent))],
        "making": median(_making(model) for _ in range(MADE)),
    }


def _making(model: Path) -> float:
    """Milliseconds of processor time for making an ear, which every conversation here waits for."""
    began = time.process_time()
    load_ear(model)
    return 1000 * (time.process_time() - began)


def _meant(intent: str) -> str:
    return ONE_EVENT.get(intent, intent)


def _filled(heard: Interpretation) -> dict[str, object]:
    return {
        name: {*slot.ids} if slot.ids or slot.value is None else slot.value
        for name, slot in heard.slots.items()
    }


def _expected(value: object) -> object:
    return {*value} if isinstance(value, list) else value


def _samples(model: Path) -> set[str]:
    read = json.loads(model.read_text(encoding="utf-8"))
    intents = read["interactionModel"]["languageModel"]["intents"]
    return {sample for intent in intents for sample in intent["samples"]}


def main() -> None:
    """Print the table."""
    said = tomllib.loads(SET.read_text(encoding="utf-8"))
    unrelated = len(said.pop("unrelated"))
    print(f"{sum(map(len, said.values()))} utterances, {unrelated} for somebody else")
    print("locale" + "".join(f"{column:>10}" for column in COLUMNS))
    for model in sorted(data_folder("interaction_models").glob("en-*.json")):
        *shares, p50, p95, making = figures(model).values()
        print(
            f"{model.stem:<6}"
            + "".join(f"{share:>10.1%}" for share in shares)
            + "".join(f"{spent:>7.1f} ms" for spent in (p50, p95, making))
        )


if __name__ == "__main__":
    sys.exit(main())
