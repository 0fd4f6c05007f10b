"""Whole R scripts in R keras's style, which check their own results; the hosts take turns."""

from __future__ import annotations

import re
from concurrent.futures import Future
from pathlib import Path

import pytest
import r_process
from keras_files import write_all
from r_process import HOSTS, Outcome

from rkeras_py import install

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

SCRIPTS = {path.stem: path for path in sorted(Path(__file__).parent.glob("*.R"))}
LAST_LINES = {
    "mlp_classifier": "classes are told apart",
    "regression": "the function is learnt",
    "lstm_counter": "it counts",
    "convnet_shapes": "bars are told apart",
    "autoencoder": "strangers are noticed",
    "digits_mlp": "figures are read",
    "digits_convnet": "figures wherever they are",
    "gan": "the fakes come near",
    "gradient_tape": "the tape records",
    "newswire_mlp": "topics are found",
    "stateful_lstm": "it remembers",
    "text_generation": "it writes on",
    "sentiment_lstm": "the last word decides",
    "sentiment_conv": "not good is bad",
    "sentiment_conv_1d": "what not stands before",
    "convnet_augmented": "shapes of all colours",
    "siamese": "alike and unlike",
    "seq2seq": "backwards it is",
    "transfer": "what was learnt serves again",
    "transfer_mobilenet": "a new head on old shoulders",
    "multi_input": "two in, two out",
    "vae": "patterns from noise",
    "resume_training": "on from where it stopped",
}


#: Where each script runs. Both hosts run the same scripts elsewhere (tests/hosts, tests/cross).
HOST_OF = {name: HOSTS[i % len(HOSTS)] for i, name in enumerate(SCRIPTS)}
#: Those that read data sets of Keras, from files that are made here.
WITH_FILES = ("digits_convnet", "newswire_mlp", "sentiment_lstm", "sentiment_conv_1d")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Future[Outcome]]:
    """All scripts, two at a time."""
    closed = "http://127.0.0.1:9"  # no proxy answers there
    r_libs = {"Rscript": install.r_libs(), "rkeras run": None}
    environments = {}
    for host in HOSTS:  # a cache for each: two processes that want one file wait for each other
        home = tmp_path_factory.mktemp("home")
        write_all(home / "datasets")
        environments[host] = {
            "R_LIBS": r_libs[host],
            "KERAS_HOME": str(home),
            "https_proxy": closed,
            "HTTPS_PROXY": closed,
        }
    return {
        name: r_process.begin(HOST_OF[name], path, environment=environments[HOST_OF[name]])
        for name, path in SCRIPTS.items()
    }


@pytest.mark.parametrize("name", SCRIPTS)
def test_script(begun: dict[str, Future[Outcome]], name: str) -> None:
    outcome = begun[name].result()
    last = f"{LAST_LINES[name]}\n"
    if name not in WITH_FILES:
        assert outcome == Outcome(0, last, "")
        return
    # such a file is not the published one, of which no network tells
    said, _, stdout = outcome.stdout.partition("\n")
    assert said.startswith("Downloading data from https://"), outcome
    assert (outcome.status, stdout) == (0, last), outcome
    warned = re.sub(r"\s+", " ", outcome.stderr)
    assert re.fullmatch(
        r"Warning message: In dataset_\w+\(.* : \S+\.npz is used although it differs from the "
        r"published file, which could not be downloaded from https://\S+: .*",
        warned,
    ), outcome.stderr
