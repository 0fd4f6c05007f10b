"""Whole R scripts in R keras's style, which check their own results, in both hosts."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
import r_process
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
    "gan": "the fakes come near",
    "gradient_tape": "the tape records",
    "newswire_mlp": "topics are found",
    "stateful_lstm": "it remembers",
    "text_generation": "it writes on",
    "sentiment_lstm": "the last word decides",
    "sentiment_conv": "not good is bad",
    "convnet_augmented": "shapes of all colours",
    "siamese": "alike and unlike",
    "seq2seq": "backwards it is",
    "transfer": "what was learnt serves again",
    "transfer_mobilenet": "a new head on old shoulders",
    "multi_input": "two in, two out",
    "vae": "patterns from noise",
    "resume_training": "on from where it stopped",
}


@pytest.fixture(scope="module")
def begun() -> dict[tuple[str, str], Future[Outcome]]:
    """All scripts, two at a time."""
    r_libs = {"Rscript": install.r_libs(), "rkeras run": None}
    return {
        (host, name): r_process.begin(host, path, environment={"R_LIBS": r_libs[host]})
        for name, path in SCRIPTS.items()
        for host in HOSTS
    }


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("name", SCRIPTS)
def test_script(begun: dict[tuple[str, str], Future[Outcome]], host: str, name: str) -> None:
    assert begun[host, name].result() == Outcome(0, f"{LAST_LINES[name]}\n", "")
