"""The predicted length of an answer, against a speech engine of somebody else's."""

import importlib.util
import shutil
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "speaking.py"


def test_every_answer_is_as_long_as_predicted_within_five_per_cent(library):
    """For every stretch, our seconds and espeak-ng's differ by less than a twentieth."""
    for program, package in (("espeak-ng", "espeak-ng"), ("soxi", "sox")):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is missing: apt-get install {package}")
    spec = importlib.util.spec_from_file_location("speaking_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    ratios = {name: ours / theirs for name, (ours, theirs) in module.predictions().items()}
    assert ratios.keys() == library.stretches.keys()
    assert {name: ratio for name, ratio in ratios.items() if not 0.95 <= ratio <= 1.05} == {}
