"""The predicted length of an answer, against a speech engine of somebody else's."""

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from helpers.content import CONTENT
from skill.library.languages import languages

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "speaking.py"


@pytest.mark.parametrize("language", languages(CONTENT))
def test_every_answer_is_as_long_as_predicted_within_five_per_cent(library, language, monkeypatch):
    """For every stretch, our seconds and those of espeak-ng's voice differ by less than a twentieth."""
    for program, package in (("espeak-ng", "espeak-ng"), ("soxi", "sox")):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is missing: apt-get install {package}")
    spec = importlib.util.spec_from_file_location("speaking_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    found = module.predictions(language)
    ratios = {name: each.predicted / each.spoken for name, each in found.items()}
    assert ratios.keys() == library.stretches.keys()
    assert {name: ratio for name, ratio in ratios.items() if not 0.95 <= ratio <= 1.05} == {}
