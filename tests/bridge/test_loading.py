"""The import in the background, what is told where it fails, and Keras's per-thread state."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import r_process

from rkeras_py.bridge import loading, pump

IMPORT_ALL = """
import importlib, pkgutil, sys
from rkeras_py import api, bridge
for module in pkgutil.iter_modules(bridge.__path__, "rkeras_py.bridge."):
    importlib.import_module(module.name)
print([name for name in ("keras", "tensorflow") if name in sys.modules])
"""


def test_the_bridge_and_the_api_leave_the_import_to_the_background() -> None:
    """library(keras) returns at once; TensorFlow is imported where its messages are silenced."""
    command = [sys.executable, "-c", IMPORT_ALL]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.fixture
def failed(r: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The import has failed: Keras is not there while it runs."""
    r("library(keras); invisible(k_constant(1))")
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "keras", None)
        thread = threading.Thread(target=loading._import)
        thread.start()
        thread.join(60)
    assert not loading.unfinished()


REPORT = "Keras could not be imported. ModuleNotFoundError: import of keras halted"


@pytest.mark.usefixtures("failed")
def test_a_failed_import_is_reported_once() -> None:
    with pytest.raises(ImportError, match=REPORT) as caught:
        loading.report_failure()
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)
    loading.report_failure()


@pytest.mark.usefixtures("failed")
@pytest.mark.parametrize(
    "code",
    [
        "k_constant(1)",
        "model$predict(matrix(0, 1, 1), verbose = 0L)",
        "keras:::call_python('.keras_module')",
    ],
)
def test_a_failed_import_is_an_error_of_the_first_call_that_needs_keras(r: Any, code: str) -> None:
    loading._failure, failure = None, loading._failure
    r("model <- keras_model_sequential(input_shape = 1) %>% layer_dense(1)")
    loading._failure = failure
    assert r("is_keras_available()") is True  # which needs none
    told = r(f"tryCatch({code}, python.builtin.ImportError = conditionMessage)")
    assert told.startswith(REPORT)
    assert r("as.numeric(k_constant(2))") == 2


@pytest.mark.usefixtures("failed")
def test_a_call_that_waited_reports_it_as_well() -> None:
    ran: list[int] = []
    waiting = loading.Before(lambda: ran.append(1))
    assert waiting.finished
    with pytest.raises(ImportError, match=REPORT):
        waiting.finish()
    assert ran == []


def in_thread(work: Callable[[], Any]) -> Any:
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join(60)
    return found[0]


def test_a_worker_works_in_this_threads_keras_state(r: Any) -> None:
    import keras

    def work() -> str:
        seen: str = keras.config.dtype_policy().name
        keras.config.set_dtype_policy("float16")
        return seen

    r("library(keras); invisible(k_constant(1))")
    before = keras.config.dtype_policy().name
    try:
        keras.config.set_dtype_policy("float64")
        assert in_thread(loading.with_keras_state(work)) == "float64"
        assert keras.config.dtype_policy().name == "float16"
    finally:
        keras.config.set_dtype_policy(before)


def test_a_workers_own_state_comes_back(r: Any) -> None:
    from keras.src.backend.common import global_state

    def states() -> tuple[Any, Any, Any]:
        global_state.set_global_attribute("own_of_test", "worker")
        within = work()
        return within, global_state.get_global_attribute("own_of_test"), None

    r("library(keras); invisible(k_constant(1))")
    global_state.set_global_attribute("own_of_test", "here")
    work = loading.with_keras_state(lambda: global_state.get_global_attribute("own_of_test"))
    assert in_thread(states) == ("here", "worker", None)
    global_state.set_global_attribute("own_of_test", None)


def test_the_state_is_kept_where_the_work_fails(r: Any) -> None:
    import keras

    def work() -> None:
        keras.config.set_dtype_policy("float16")
        raise ValueError("no")

    def run() -> str:
        with pytest.raises(ValueError, match="no"):
            shared()
        name: str = keras.config.dtype_policy().name
        return name

    r("library(keras); invisible(k_constant(1))")
    shared = loading.with_keras_state(work)
    try:
        assert in_thread(run) == "float32"
        assert keras.config.dtype_policy().name == "float16"
    finally:
        keras.config.set_dtype_policy("float32")


def test_garbage_collections_skip_the_modules_and_find_models(tmp_path: Path, r: Any) -> None:
    script = tmp_path / "collect.R"
    script.write_text(
        "library(keras); library(reticulate)\n"
        "model <- keras_model_sequential() %>% layer_dense(2, input_shape = 3)\n"
        "reference <- import('weakref')$ref(model$layers[[1]])\n"
        "rm(model); invisible(gc()); k_clear_session()\n"
        "cat(import('gc')$get_freeze_count() > 1e5, is.null(reference()))\n"
    )
    assert r_process.run_script("Rscript", script).succeeded() == "TRUE TRUE"


def test_a_wait_that_was_left_is_finished(monkeypatch: pytest.MonkeyPatch, r: Any) -> None:
    monkeypatch.setattr(loading, "_finished", threading.Event())
    waiting = loading.Before(lambda: 7)
    assert waiting.depth == pump.depth()
    assert not waiting.finished
    waiting.stop()
    assert waiting.finished
    assert waiting.finish() == 7


def test_names_of_the_environment_are_there_before_the_import(r: Any) -> None:
    """C's ``setenv()`` moves the environment for a new name, and R reads it at any moment."""
    r("1")
    assert {name for name in loading._ENVIRONMENT if name not in os.environ} == set()
