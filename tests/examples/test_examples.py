"""The scripts in examples/, in both languages, on small files of the formats of the published ones.

Nothing is downloaded. Both languages read the same files with the same seed, so that they have to
print the same test loss.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import keras
import keras_files
import numpy as np
import pytest
import r_process
from PIL import Image

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LANGUAGES = ("R", "py")
TEXT = "The naïve cat sat on the mat.\nIt was   happy there,\n\nwas it not?"

#: By name: arguments beside those of all, and what is printed of the data.
CASES: dict[str, tuple[list[str], dict[str, str]]] = {
    "mnist_mlp": ([], {"Training images": "400 28 28", "Test images": "100 28 28"}),
    "cifar10_cnn": (
        ["--filters=4"],
        {"Training images": "100 32 32 3", "Test images": "20 32 32 3"},
    ),
    "imdb_lstm": (
        ["--num_words=60", "--maxlen=15", "--units=8"],
        {"Training reviews": "600", "Test reviews": "200", "Training matrix": "600 15"},
    ),
    "reuters_mlp": (
        ["--num_words=204"],
        {
            "Training newswires": "480",
            "Test newswires": "120",
            "Topics": "5",
            "Training matrix": "480 204",
        },
    ),
    # 60 texts of 61 letters and 59 spaces between them; 9 tenths are 3347. A piece begins at every
    # third letter that has 40 after it: of the first part 3307, of the rest 332.
    "lstm_text_generation": (
        ["--written=20", "--units=16"],
        {
            "Letters": "3719",
            "Different letters": "20",
            "Training pieces": "1103 40",
            "Test pieces": "111 40",
        },
    ),
    "diamonds": (["--rows=2000"], {}),
}
SHAPES = {
    "mnist_mlp": (28, 28),
    "cifar10_cnn": (32, 32, 3),
    "imdb_lstm": (15,),
    "reuters_mlp": (204,),
    "lstm_text_generation": (40,),
}
COLUMNS = {
    **dict.fromkeys(("carat", "depth", "table", "x", "y", "z"), "float32"),
    **dict.fromkeys(("cut", "color", "clarity"), "string"),
}


def write_data(folder: Path) -> None:
    """The files that the scripts would fetch."""
    keras_files.write_all(folder)
    rng = np.random.default_rng(3)
    cifar = folder / "cifar-10-batches-py"
    cifar.mkdir()
    for name in [*(f"data_batch_{i}" for i in range(1, 6)), "test_batch"]:
        content = {
            b"data": rng.integers(0, 256, (20, 3072), "uint8"),
            b"labels": rng.integers(0, 10, 20).tolist(),
        }
        (cifar / name).write_bytes(pickle.dumps(content, protocol=3))
    words = {f"word{number}": number for number in range(1, 57)}
    (folder / "imdb_word_index.json").write_text(json.dumps(words))
    text = f"{TEXT} " * 60 + "\n"
    (folder / "nietzsche.txt").write_text(text, encoding="utf-8")


def run(language: str, name: str, output: Path, changes: Mapping[str, str]) -> r_process.Outcome:
    words = [f"--output={output}", "--epochs=1", *CASES[name][0]]
    program = "Rscript" if language == "R" else sys.executable
    return r_process.run(
        [program, EXAMPLES / f"{name}.{language}", *words], cwd=output.parent, environment=changes
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("examples")


@pytest.fixture(scope="module")
def begun(folder: Path) -> dict[tuple[str, str], Future[r_process.Outcome]]:
    """All scripts, two at a time: one of each language, each with a cache of its own."""
    r_process.r_library()
    closed = "http://127.0.0.1:9"  # no proxy answers there
    futures = {}
    for language in LANGUAGES:
        home = folder / language
        write_data(home / "keras" / "datasets")
        changes = {
            "HOME": str(home),
            "KERAS_HOME": str(home / "keras"),
            "https_proxy": closed,
            "HTTPS_PROXY": closed,
            "MPLBACKEND": "agg",
        }
        pool = ThreadPoolExecutor(max_workers=1)
        for name in CASES:
            futures[language, name] = pool.submit(run, language, name, home / "made", changes)
        pool.shutdown(wait=False)
    return futures


def printed(output: str) -> dict[str, str]:
    """What follows the words that begin a line, up to a colon."""
    return dict(re.findall(r"^(\w[\w ,]*): (.*?) *$", output, re.MULTILINE))


@pytest.mark.parametrize("name", CASES)
def test_both_languages_reach_the_same(begun: dict, folder: Path, name: str) -> None:
    r, python = (printed(begun[language, name].result().succeeded()) for language in LANGUAGES)
    for found in (r, python):
        assert CASES[name][1].items() <= found.items()
    assert float(python["Test loss"]) == pytest.approx(float(r["Test loss"]), rel=1e-3)
    for language in LANGUAGES:
        model = keras.models.load_model(folder / language / "made" / f"{name}.keras")
        if name in SHAPES:
            assert model.input_shape == (None, *SHAPES[name])
        else:
            assert {tensor.name: tensor.dtype for tensor in model.inputs} == COLUMNS
        with Image.open(folder / language / "made" / f"{name}.png") as plot:
            plot.load()
            assert plot.format == "PNG"
            assert min(plot.size) >= 400
            greys = plot.convert("L").histogram()
            assert sum(count > 0 for count in greys) > 5  # an empty page has one


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_review_is_shown_in_words(begun: dict, language: str) -> None:
    found = printed(begun[language, "imdb_lstm"].result().succeeded())
    for kind in ("most", "least"):
        # 1 begins a review and is no word
        assert re.fullmatch(r"\.\.\.( word\d+)+", found[f"The {kind} favourable"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_are_written_after_the_epoch(begun: dict, language: str) -> None:
    found = printed(begun[language, "lstm_text_generation"].result().succeeded())
    text = " ".join((f"{TEXT} " * 60).lower().split())
    written = re.fullmatch(r"\[(.{40})\](.{1,20})", found["After epoch 1"])
    assert written
    assert written[1] in text
    assert set(written[2]) <= set(text)


def test_the_model_that_was_loaded_answers(begun: dict, folder: Path) -> None:
    answers = []
    for language in LANGUAGES:
        found = printed(begun[language, "diamonds"].result().succeeded())
        rows = int(found["Training rows"]) + int(found["Test rows"])
        assert 1990 < rows <= 2000  # few have a size of 0
        assert int(found["Test rows"]) == rows // 5
        answers.append(json.loads(found["Answer"])["price"])
        made = folder / language / "made" / "diamonds_savedmodel"
        assert (made / "saved_model.pb").is_file()
    assert len(answers[0]) == 2
    np.testing.assert_allclose(answers[0], answers[1], atol=1.5)


@pytest.mark.parametrize("name", CASES)
def test_both_languages_have_the_same_settings(name: str) -> None:
    settings = []
    for language, pattern in (
        ("R", r'flag_\w+\(\s*"(\w+)", "?([^",]*)"?,'),
        ("py", r'"--(\w+)",(?: type=\w+,)? default="?([^",]*)"?,'),
    ):
        code = (EXAMPLES / f"{name}.{language}").read_text(encoding="utf-8")
        settings.append(
            {
                key: value.replace("_", "")
                for key, value in re.findall(pattern, code)
                if key != "text"  # an address, which stands elsewhere in both
            }
        )
    assert settings[0] == settings[1]
    assert {"epochs", "batch_size", "seed", "output"} <= set(settings[0])


def test_each_example_is_in_both_languages_and_in_the_list() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for language in LANGUAGES:
        names = {path.stem for path in EXAMPLES.glob(f"*.{language}")}
        assert names == set(CASES)
        assert all(f"]({name}.{language})" in readme for name in names)
