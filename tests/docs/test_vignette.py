"""The guides in vignettes/, rendered: they run without errors that are not meant.

What the guide to the sequential model shows must be what its text says; test_guides.py checks the
other guides.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import r_process
from r_process import ROOT

from .document import outputs, sources

GUIDES = sorted((ROOT / "vignettes").glob("*.Rmd"))
GUIDE = ROOT / "vignettes" / "sequential_model.Rmd"
CHUNK = re.compile(r"^```\{r ([\w-]+)(.*?)\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ERRORS = """
Error in layer_dense(., units = "many"): \
`units` must be a whole number of at least 1, not the string "many".
Error in compile(., optimizer = "adamm", loss = "mse"): \
`optimizer` is not known: "adamm". Did you mean "adam", "nadam", "adamax"?
Error in predict(., matrix(0, nrow = 5, ncol = 7)): \
`x` must have 2 features (columns), not 7.
""".strip().splitlines()

pytestmark = [
    pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed"),
    pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed"),
]


@pytest.fixture(scope="module")
def page(rendered: Callable[[str], str]) -> str:
    return rendered("sequential_model")


@pytest.fixture(scope="module")
def printed(page: str) -> list[str]:
    return outputs(page)


def scores(printed: list[str]) -> list[float]:
    """The accuracies that evaluate() gave."""
    tables = [block.split() for block in printed if block.split()[:2] == ["loss", "accuracy"]]
    return [float(words[3]) for words in tables if len(words) == 4]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_chunk_is_evaluated(guide: Path, rendered: Callable[[str], str]) -> None:
    chunks = CHUNK.findall(guide.read_text(encoding="utf-8"))
    # these guides have commands for a shell, which R does not run
    assert len(chunks) >= (4 if guide.stem in ("backends", "processes") else 10)
    assert not [name for name, options, _ in chunks if "eval" in options]
    shown = squeezed(" ".join(sources(rendered(guide.stem))))
    hidden = [name for name, options, code in chunks if "include = FALSE" in options]
    assert hidden == ["setup"]
    for name, _, code in chunks:
        if name not in hidden:
            last = code.strip().splitlines()[-1]
            assert squeezed(last) in shown, name


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_guides_print_no_warnings_and_only_errors_that_are_meant(
    guide: Path, rendered: Callable[[str], str]
) -> None:
    printed = outputs(rendered(guide.stem))
    assert printed
    assert not [block for block in printed if re.search("Traceback|Warning", block)]
    chunks = CHUNK.findall(guide.read_text(encoding="utf-8"))
    meant = [name for name, options, _ in chunks if "error = TRUE" in options]
    errors = [block for block in printed if block.startswith("Error")]
    assert len(errors) >= len(meant)
    assert bool(errors) == bool(meant)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_figures_of_guides_are_embedded_and_described(
    guide: Path, rendered: Callable[[str], str]
) -> None:
    for image in re.findall(r"<img [^>]*>", rendered(guide.stem)):
        assert 'src="data:image/png;base64,' in image
        assert re.search(r'alt="([^"]*)"', image)[1]


def test_guides_are_pages_of_the_site() -> None:
    listed = (ROOT / "docs" / "guides" / "index.md").read_text(encoding="utf-8").splitlines()
    assert [guide.stem for guide in GUIDES if guide.stem not in listed] == []


def test_errors_are_the_ones_that_are_meant(printed: list[str]) -> None:
    found = [squeezed(block) for block in printed if "Error" in block]
    assert found == ERRORS
    assert not [block for block in printed if "Traceback" in block or "Warning" in block]


def test_figures_are_embedded_and_described(page: str) -> None:
    images = re.findall(r"<img [^>]*>", page)
    assert len(images) == 10
    assert all('src="data:image/png;base64,' in image for image in images)
    assert all(len(re.search(r'alt="([^"]*)"', image)[1]) > 40 for image in images)


def test_summary_has_the_layout_of_r_keras(printed: list[str]) -> None:
    lines = next(block for block in printed if block.startswith("Model:")).splitlines()
    thin, thick = "_" * 80, "=" * 80
    assert lines[0] == 'Model: "sequential"'
    assert lines[2].split() == ["Layer", "(type)", "Output", "Shape", "Param", "#"]
    assert [lines[i] for i in (1, 3, 5, 7, 9, 11, -1)] == [
        thin, thick, thin, thin, thin, thick, thin,
    ]  # fmt: skip
    assert lines[4].split() == ["dense", "(Dense)", "(None,", "16)", "80"]
    assert lines[-4:-1] == ["Total params: 131", "Trainable params: 131", "Non-trainable params: 0"]


def test_models_learn_what_the_text_says(printed: list[str]) -> None:
    spiral, clouds, two_classes, pictures, words, signals = scores(printed)
    assert spiral > 0.9
    assert clouds > 0.6
    assert two_classes > 0.8
    assert pictures > 0.9
    assert words > 0.9
    assert signals > 0.9


def test_epochs_are_printed_one_line_each(printed: list[str]) -> None:
    block = next(block for block in printed if block.startswith("Epoch 1/8"))
    lines = block.splitlines()
    assert lines[::2] == [f"Epoch {i}/8" for i in range(1, 9)]
    assert all("accuracy: " in line and "certainty: " in line for line in lines[1::2])


def test_training_stops_early(printed: list[str]) -> None:
    diary = next(block for block in printed if block.split()[:3] == ["epoch", "rate", "val_loss"])
    rows = [line.split() for line in diary.splitlines()[1:]]
    epochs = int(rows[-1][0])
    assert epochs < 100
    assert f"[1] {epochs}" in [block.strip() for block in printed]
    halvings = (epochs - 1) // 10
    assert float(rows[-1][2]) == pytest.approx(0.02 / 2**halvings, rel=1e-3)


def test_memory_across_batches_is_what_answers(printed: list[str]) -> None:
    table = next(block for block in printed if "remembers" in block)
    accuracy = {row.split()[0]: float(row.split()[2]) for row in table.splitlines()[1:]}
    assert accuracy["remembers"] > 0.9
    assert accuracy["forgets"] < 0.85
