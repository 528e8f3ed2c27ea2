"""What hears by the models that ship: made once a worker, since one takes seconds to make."""

from functools import cache

from skill.library.loading import data_folder
from skill.simulator.ear.ear import Ear, load_ear


@cache
def ear_of(locale: str) -> Ear:
    """The ear of a locale."""
    return load_ear(data_folder("interaction_models") / f"{locale}.json")
