"""Whatever the values are: they come back as they were, and no call takes the session with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import r_process
from faults.both import SCALE, run_in_both

# --- values -----------------------------------------------------------------------------------

#: Random nested values; ``set.seed(i)`` makes the i-th again. A list ends with NULL and a string
#: unless it has names, because a list of like scalars is a vector to Python.
R_VALUES = r"""
specials <- list(
  logical = c(TRUE, FALSE, NA),
  integer = c(0L, 1L, -1L, NA, .Machine$integer.max, -.Machine$integer.max),
  double = c(0, -0, 1, 0.1, NA, NaN, Inf, -Inf, 5e-324, 1.8e308, 2^53, -1e-300),
  character = c("", "a", NA, "NA", "caf\u00e9", "\u65e5\u672c", "\U1F600", "two\nlines", " ")
)
draw <- function(kind, n) {
  fresh <- switch(kind,
    logical = sample(c(TRUE, FALSE), n, TRUE),
    integer = sample.int(1e6, n, TRUE) - 500000L,
    double = rnorm(n) * 10^sample(-20:20, n, TRUE),
    character = vapply(seq_len(n), function(i) {
      intToUtf8(sample(c(32:126, 160:1000, 0x4e00:0x4e10, 0x1f600:0x1f610), sample(0:8, 1), TRUE))
    }, "")
  )
  special <- runif(n) < 0.3
  fresh[special] <- sample(specials[[kind]], sum(special), TRUE)
  fresh
}
kinds <- names(specials)
atomic <- function() draw(sample(kinds, 1), sample(c(1, 1, 2, 3, 10), 1))
value <- function(depth) {
  what <- sample(c("atomic", "array", "list", "named", "frame", "factor", "date", "time", "raw",
                   "complex", "null"), 1, prob = c(6, 3, 3, 3, 0.3, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5))
  if (depth == 0 && what %in% c("list", "named")) what <- "atomic"
  switch(what,
    atomic = atomic(),
    array = {
      extents <- sample(0:4, sample(1:4, 1), TRUE)
      array(draw(sample(kinds, 1), prod(extents)), extents)
    },
    list = c(replicate(sample(0:4, 1), value(depth - 1), simplify = FALSE), list(NULL, "end")),
    named = {
      n <- sample(1:4, 1)
      structure(replicate(n, value(depth - 1), simplify = FALSE),
                names = paste0(c("a", "\u00e9", "b c", ".d")[seq_len(n)], sample(99, n)))
    },
    frame = {
      n <- sample(1:5, 1)
      data.frame(l = draw("logical", n), i = draw("integer", n), d = draw("double", n),
                 s = draw("character", n),
                 f = factor(sample(c("u", "v", NA), n, TRUE), c("u", "v")))
    },
    factor = factor(sample(c("x", "y", "z", NA), sample(1:5, 1), TRUE), ordered = runif(1) < 0.5),
    date = as.Date(c(draw("integer", 2) %% 90000L, NA), origin = "1900-01-01") + 0,
    time = as.POSIXct(c(sample.int(2e9, 2), NA) + 0, origin = "1970-01-01", tz = "UTC"),
    raw = as.raw(sample(0:255, sample(1:9, 1), TRUE)),
    complex = complex(real = rnorm(3), imaginary = c(rnorm(2), Inf)),
    null = NULL
  )
}
back <- function(x) keras:::call_python(".same", list(x))
sorts <- character()
for (i in seq_len(10000 * SCALE)) {
  set.seed(i)
  x <- value(3)
  y <- tryCatch(back(x), error = identity)
  if (!identical(x, y)) {
    cat("set.seed(", i, "): this value came back as another\n", sep = "")
    dput(x); dput(y)
    stop("a value changed")
  }
  sorts <- union(sorts, class(x))
}
stopifnot(c("logical", "integer", "numeric", "character", "matrix", "array", "list", "data.frame",
            "factor", "ordered", "Date", "POSIXct", "raw", "complex", "NULL") %in% sorts)
"""


@pytest.mark.timeout(200 * SCALE)
def test_10000_values_of_r_come_back_identical() -> None:
    run_in_both(R_VALUES, timeout=100)


PYTHON_VALUES = """
from hypothesis import settings
import bridge.test_round_trip as round_trip
import rkeras_py

many = settings(round_trip.in_one_r, max_examples={n}, derandomize=True, database=None)
for name in ("test_values", "test_arrays"):
    count = 0
    def counted(value, through_r=round_trip.through_r):
        global count
        count += 1
        return through_r(value)
    real, round_trip.through_r = round_trip.through_r, counted
    test = getattr(round_trip, name)
    test._hypothesis_internal_use_settings = many
    test(r=rkeras_py.r)
    round_trip.through_r = real
    print(name, count)
print(rkeras_py.r("1 + 1"))
"""


@pytest.mark.timeout(300 * SCALE)
def test_10000_values_of_python_come_back_as_they_were() -> None:
    """Python generates them, so Python is the host."""
    answer = subprocess.run(
        [sys.executable, "-c", PYTHON_VALUES.format(n=5000 * SCALE)],
        cwd=Path(__file__).parent.parent,
        env=r_process.variables("rkeras run", {}),
        capture_output=True,
        encoding="utf-8",
        timeout=120 * SCALE,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    values, arrays, two = answer.stdout.splitlines()
    assert int(values.split()[1]) >= 5000 * SCALE
    assert int(arrays.split()[1]) >= 5000 * SCALE
    assert two == "2.0"  # R's numbers are doubles


# --- calls ------------------------------------------------------------------------------------

#: Numbers are at most 300 or else so large that no machine has the memory: three of them make a
#: tensor of 100 MB, or an error; what lies between would use up the memory of this machine, as
#: it should. Arguments that say how often to do something are at most 3.
CALLS = r"""
functions <- setdiff(getNamespaceExports("keras"), "%>%") # that one is magrittr's
functions <- sort(functions)
numbers <- c(-1, 0, 1, 2, 3.7, NA, NaN, Inf, -Inf, 1e-300, 300, 1e18, -1e18, 1e300)
often <- c("epochs", "steps", "steps_per_epoch", "validation_steps", "initial_epoch",
           "validation_freq", "steps_per_execution")

pool <- function() {
  model <- small_model()
  list(
    model, keras_model_sequential(), model$layers[[1]], model$optimizer, model$input,
    k_constant(matrix(1:4 / 4, 2)), k_constant(1L), k_variable(c(0.5, 2)), metric_mean(),
    metric_auc(), loss_huber(), callback_early_stopping(), layer_lstm(units = 2), k_sum, k_mean,
    loss_mean_squared_error, layer_dense, model$count_params
  )
}
vectors <- list(
  c(1, 2), c(2, 2, 2), c(1.5, NA), c(300, 300), c(NA_integer_, 1L), c(TRUE, NA), 1:3, numeric(),
  character(), logical(), c("a", "b"), c(a = 1, b = 2), c(-1, 1e18)
)
strings <- c("a", "", NA, "relu", "softmax", "mse", "adam", "accuracy", "same", "valid", "float32",
             "float16", "int32", "channels_first", "auto", "\u00e9\U1F600", "a/b", "zeros", "l2",
             strrep("x", 1e4), "/no/such/folder/file")
odd <- list(
  NULL, NA, TRUE, FALSE, 3L, -2L, 1i, as.raw(1:3), list(), list(1, "a"), list(NULL, 2),
  list(a = 1, a = 2), list(list(list())), data.frame(x = 1:3, y = c("a", "b", NA)), factor("u"),
  as.Date("2020-02-29"), Sys.time(), quote(a + b), quote(name), y ~ x, expression(1, 2),
  globalenv(), new.env(), emptyenv(), function(...) 1, function(x, y) x, function() NULL,
  function(x) stop("mine"), function(x) x(x), sum, `if`, matrix(1:6, 2), matrix("a"),
  matrix(c(0.5, NA, 1, 2), 2), array(1, c(2, 2, 2)), array(0, c(0, 2)), array(1, rep(1, 9)),
  structure(1, class = "unknown"), structure(list(), class = "keras"), getClass("numeric"),
  seq(0, 1, length.out = 1000), stdin(), data_x
)
any_value <- function(name) {
  if (name %in% often) return(sample(list(-1, 0, 1, 3, NULL, "a", NA, c(1, 2), TRUE), 1)[[1]])
  if (name %in% c("object", "model", "layer") && runif(1) < 0.5) return(things[[sample(5, 1)]])
  if (name %in% c("x", "y", "y_true", "y_pred") && runif(1) < 0.5) {
    return(sample(list(data_x, data_y, things[[6]], 0.5), 1)[[1]])
  }
  switch(sample(5, 1),
    sample(numbers, 1), sample(strings, 1), sample(vectors, 1)[[1]], sample(odd, 1)[[1]],
    sample(things, 1)[[1]]
  )
}
some_call <- function(f) {
  wanted <- setdiff(names(formals(args(get(f, asNamespace("keras"))))), "...")
  given <- wanted[runif(length(wanted)) < sample(c(0.2, 0.5, 1), 1)]
  if (length(wanted) && runif(1) < 0.7) given <- union(wanted[1], given)
  arguments <- lapply(given, any_value)
  names(arguments) <- ifelse(rep(runif(1) < 0.2, length(given)), "", given)
  if (runif(1) < 0.05) arguments <- c(arguments, list(no_such_argument = 1))
  arguments
}

nowhere <- file(nullfile(), "w")
sink(nowhere)
slowest <- 0
values <- errors <- 0
for (f in functions) {
  k_set_floatx("float32")
  things <- pool()
  times <- if (startsWith(f, "application_")) 5 else 50 # those make hundreds of layers each time
  for (i in seq_len(times * SCALE)) {
    seed <- i + 100000 * match(f, functions)
    set.seed(seed)
    arguments <- some_call(f)
    shown <- vapply(arguments, function(a) {
      text <- if (is.atomic(a)) substr(paste(format(head(a)), collapse = " "), 1, 60)
      paste0(class(a)[1], " ", text)
    }, "")
    shown <- paste(names(arguments), shown, sep = " = ", collapse = ", ")
    said <- sprintf("seed %d: %s(%s)", seed, f, shown)
    cat(said, file = "last_call")
    started <- proc.time()[[3]]
    answer <- tryCatch(suppressMessages(suppressWarnings({
      value <- do.call(f, arguments, quote = TRUE)
      list(value)
    })), error = identity)
    took <- proc.time()[[3]] - started
    if (took > 60) stop("over 60 s: ", said)
    if (took > slowest) { slowest <- took; slowest_call <- said }
    if (inherits(answer, "error")) {
      errors <- errors + 1
      stopifnot(is.character(conditionMessage(answer)), nzchar(conditionMessage(answer)))
    } else {
      values <- values + 1
    }
  }
}
sink()
cat(length(functions), "functions:", values, "values,", errors, "errors; slowest", slowest, "s:",
    slowest_call, "\n")
stopifnot(values > 0.1 * (values + errors), errors > 0.1 * (values + errors))
k_set_floatx("float32")
k_set_epsilon(1e-7)
k_clear_session()
set_random_seed(1)
"""


@pytest.mark.timeout(400 * SCALE)
def test_every_function_with_random_arguments(tmp_path: Path) -> None:
    try:
        outcomes = run_in_both(CALLS, timeout=300, folder=tmp_path)
    except AssertionError as problem:
        calls = {file.parent.name: file.read_text() for file in tmp_path.glob("*/last_call")}
        raise AssertionError(f"the last calls: {calls}\n{problem}") from None
    for host, outcome in outcomes.items():
        print(host, outcome.stdout.splitlines()[0])
