"""Models of others in R: what they may not do, and how the user allows it."""

from __future__ import annotations

import json

import pytest
import r_process
from graphs import with_written
from keras_2_files import input_layer, layer, sequential

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
each_host = pytest.mark.parametrize("host", r_process.HOSTS)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where R works and is at home."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RKERAS_ALLOW_UNSAFE_GRAPHS", raising=False)
    return tmp_path


def run(host, folder, script):
    (folder / "script.R").write_text(script)
    outcome = r_process.run_script(host, "script.R", cwd=folder, environment={"HOME": str(folder)})
    return outcome.succeeded().splitlines()


LOAD = """
library(keras)
told <- tryCatch(load_model_tf("m"), error = function(e) conditionMessage(e))
cat(told, "\\n", file.exists(".Rprofile"), "\\n", sep = "")
"""


@each_host
def test_a_graph_does_not_write_the_profile_of_the_next_r(folder, host):
    with_written()
    told, written = run(host, folder, LOAD)[-2:]
    assert told.startswith('the SavedModel "m" is not loaded: its graph has operations that')
    assert 'Sys.setenv(RKERAS_ALLOW_UNSAFE_GRAPHS = "TRUE") in R' in told
    assert written == "FALSE"
    assert run("Rscript", folder, 'cat("next\\n")') == ["next"]


ALLOW = """
library(keras)
Sys.setenv(RKERAS_ALLOW_UNSAFE_GRAPHS = "TRUE")
model <- load_model_tf("m")
cat(as.array(model(array(c(1, 2), dim = c(1, 2)))), file.exists(".Rprofile"), "\\n")
Sys.unsetenv("RKERAS_ALLOW_UNSAFE_GRAPHS")
cat(inherits(try(load_model_tf("m"), silent = TRUE), "try-error"), "\\n")
"""


@each_host
def test_the_user_allows_a_graph_by_a_variable_of_the_environment(folder, host):
    with_written()
    assert [line.strip() for line in run(host, folder, ALLOW)[-2:]] == ["1 2 TRUE", "TRUE"]


WORDS = """
library(keras)
json <- paste(readLines("model.json", warn = FALSE), collapse = "")
words <- function(layer) cat(unlist(get_vocabulary(layer)), "\\n")
words(layer_string_lookup(vocabulary = "secret.txt"))
cat(tryCatch(model_from_json(json), error = function(e) conditionMessage(e)), "\\n")
keras$config$enable_unsafe_deserialization()
words(model_from_json(json)$layers[[1]])
"""


@each_host
def test_a_model_reads_no_file_of_words_unless_the_user_allows_it(folder, host):
    (folder / "secret.txt").write_text("one\ntwo\n")
    config = sequential(input_layer([1]), layer("StringLookup", "w", vocabulary="secret.txt"))
    (folder / "model.json").write_text(json.dumps({**config, "keras_version": "2.11.0"}))
    own, told, allowed = [line.strip() for line in run(host, folder, WORDS)[-3:]]
    assert own == allowed == "[UNK] one two"
    assert told == (
        'the model reads its vocabulary from the file "secret.txt", which is not allowed for a '
        "model from a file or text. If you trust its authors, call "
        "keras$config$enable_unsafe_deserialization() in R or "
        "keras.config.enable_unsafe_deserialization() in Python first."
    )


BOMB = """
library(keras)
laughs <- c("a0: &a0 [x, x, x, x, x, x, x, x, x]", sprintf("a%d: &a%d [%s]", 1:12, 1:12,
  vapply(0:11, function(i) paste(rep(paste0("*a", i), 9), collapse = ", "), "")))
told <- function(expr) cat(tryCatch(expr, error = function(e) conditionMessage(e)), "\\n")
told(model_from_yaml(paste(laughs, collapse = "\\n")))
told(model_from_json(strrep("[", 1e5)))
"""


@each_host
def test_texts_that_would_take_all_time_are_errors(folder, host):
    pytest.importorskip("yaml")
    yaml, deep = [line.strip() for line in run(host, folder, BOMB)[-2:]]
    assert yaml.startswith("`yaml` has ")
    assert yaml.endswith(" characters that expand to too many values.")
    assert deep == "`json` is nested more than 200 levels deep."
