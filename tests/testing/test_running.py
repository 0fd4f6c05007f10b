from __future__ import annotations

import numpy as np
import pytest
import r_process

from rkeras_py.testing import HistoryValues, ModelWeights, ProgramError, run_both, run_r

needs_r = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

R_TWIN = """
    library(keras)
    set_random_seed(7)
    model <- keras_model_sequential(name = "twin") %>%
      layer_dense(2, input_shape = 3, name = "first") %>%
      layer_dense(1, name = "second")
    model %>% compile(optimizer = "sgd", loss = "mse", metrics = "mae")
    history <- model %>% fit(x, y, epochs = 2, verbose = 0)
    scores <- model %>% evaluate(x, y, verbose = 0)
    seen <- c(is.matrix(x), is.double(x), dim(x) == c(8, 3))
    total <- sum(x)
    word <- toupper(word)
    settings$rate <- settings$rate * 2
    named <- c(a = 1, b = 2)
    flags <- c(TRUE, NA)
    table <- data.frame(n = 1:2, s = c("u", "v"))
    tensor <- k_constant(c(1, 2))
    helper <- function() 1
    .hidden <- 3
    cat("from R\\n")
"""

PYTHON_TWIN = """
    import rkeras_py as rk
    import numpy as np
    import pandas as pd
    rk.set_random_seed(7)
    model = rk.keras_model_sequential(name="twin")
    rk.layer_dense(model, 2, input_shape=3, name="first")
    rk.layer_dense(model, 1, name="second")
    rk.compile(model, "sgd", "mse", metrics="mae")
    history = rk.fit(model, x, y, epochs=2, verbose=0)
    scores = rk.evaluate(model, x, y, verbose=0)
    total = x.sum()
    word = word.upper()
    settings["rate"] *= 2
    named = dict(a=1, b=2)
    flags = [True, None]
    table = pd.DataFrame({"n": [1, 2], "s": ["u", "v"]})
    tensor = rk.k_constant([1, 2])
    def helper(): return 1
    class Kind: pass
    kind = Kind()
    _hidden = 3
    print("from Python")
"""


@needs_r
def test_whole_numbers_that_doubles_lack_cross_exactly() -> None:
    numbers = np.array([2**60 + 1, -(2**53) - 1])
    both = run_both("a <- numbers", "a = numbers", inputs={"numbers": numbers, "one": 2**61 + 1})
    for run in (both.r, both.python):
        assert run["a"].tolist() == [2**60 + 1, -(2**53) - 1]
        assert run["one"] == 2**61 + 1


@needs_r
def test_variables_of_both_in_one_form() -> None:
    x = np.arange(24, dtype="float32").reshape(8, 3) / 8
    inputs = {"x": x, "y": x.sum(1), "word": "abc", "settings": {"rate": 0.25, "names": ["a", "b"]}}
    both = run_both(R_TWIN, PYTHON_TWIN, inputs=inputs)
    for run in (both.r, both.python):
        assert isinstance(run["model"], ModelWeights)
        assert {name: array.shape for name, array in run["model"].items()} == {
            "first/kernel": (3, 2),
            "first/bias": (2,),
            "second/kernel": (2, 1),
            "second/bias": (1,),
        }
        assert isinstance(run["history"], HistoryValues)
        assert {name: len(values) for name, values in run["history"].items()} == {
            "loss": 2,
            "mae": 2,
        }
        assert all(type(value) is float for value in run["history"]["loss"])
        assert list(run["scores"]) == ["loss", "mae"] and type(run["scores"]["mae"]) is float
        assert run["total"] == x.sum() and type(run["total"]) is float
        assert run["word"] == "ABC"
        assert run["settings"] == {"rate": 0.5, "names": ["a", "b"]}
        assert run["named"] == {"a": 1, "b": 2}
        assert run["table"]["n"].tolist() == [1, 2] and run["table"]["s"] == ["u", "v"]
        assert run["tensor"].tolist() == [1, 2]
        np.testing.assert_array_equal(run["x"], x)
        assert run.left_out["helper"] == "a function"
        assert not {"hidden", "_hidden", ".hidden", "helper", "np"} & set(run)
        with pytest.raises(KeyError, match=r"`helper` in .* cannot be compared: it is a function"):
            run["helper"]
        with pytest.raises(KeyError, match=r"has no variable `nowhere`; it has .*history"):
            run["nowhere"]
    assert both.r["seen"].tolist() == [True, True, True, True]
    assert both.python.left_out["kind"] == "an object of class Kind"
    assert both.python.left_out["Kind"] == "a class"
    assert both.r.output == "from R\n" and both.python.output == "from Python\n"


@needs_r
@pytest.mark.parametrize(
    ("code", "place", "reason"),
    [
        ("x <- 1\ny <- (2", None, "program.R:3:0: unexpected end of input"),
        ("x <- 1\nlibrary(nowhere.at.all)", 2, "the R package nowhere.at.all is not installed"),
        ("f <- function() {\n  stop('no')\n}\nf()", 2, "no"),
        ("library(keras)\n\nlayer_dense(units = 'a')", 3, "`units` must be a whole number"),
        ("quit(status = 3)", None, "it ended with exit status 3 before its last line"),
    ],
)
def test_r_code_that_fails(code: str, place: int | None, reason: str) -> None:
    with pytest.raises(ProgramError) as caught:
        run_r(code)
    assert reason in caught.value.reason
    assert caught.value.line == place and caught.value.language == "R"
    start = "the R code" if place is None else f"the R code, line {place}"
    assert str(caught.value).startswith(f"{start}: {caught.value.reason}")


@needs_r
def test_both_fail_and_both_are_told() -> None:
    with pytest.raises(ProgramError, match=r"the R code, line 1: one") as caught:
        run_both("stop('one')", "raise ValueError('two')")
    assert "and the Python code, line 1: ValueError: two" in caught.value.__notes__[0]
