"""Errors, warnings, restarts and interrupts on their way through both languages."""

from __future__ import annotations

import os
import signal
import threading
import time
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from rkeras_py import RError


def call(function: Callable[..., Any], *args: Any) -> Any:
    """Python in between: R calls it, it calls R."""
    return function(*args)


class ShopError(ValueError):
    """An exception of a user's own."""


def fail(kind: type[BaseException] = ValueError, text: str = "wrong") -> None:
    raise kind(text)


@pytest.fixture(scope="module")
def model(r: Any) -> None:
    """In R: a small compiled ``model``, data ``x`` and ``y``, ``train()``, Python's ``py()``."""
    r(
        """
        x <- matrix(c(1, 2, 3, 4, 5, 6) / 6, 3)
        y <- c(1, 2, 3)
        model <- keras::keras_model_sequential()
        keras::layer_dense(model, units = 1, input_shape = 2)
        keras::compile(model, optimizer = "sgd", loss = "mse")
        train <- function(on_epoch_end = NULL, ...) {
          hooks <- if (is.null(on_epoch_end)) NULL
            else list(keras::callback_lambda(on_epoch_end = on_epoch_end, ...))
          keras::fit(model, x, y, epochs = 2, verbose = 0, callbacks = hooks)
        }
        works <- function() length(train()$metrics$loss) == 2
        NULL
        """,
        py=call,
    )


# Where R code runs that Python calls: inline, and in the pump while fit runs on its thread.
PLACES = {
    "inline": "py(function() { BODY })",
    "pump": "train(function(epoch, logs) { BODY })",
    "nested": "py(function() train(function(epoch, logs) py(function() { BODY })))",
}
everywhere = pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))


# --- Python's exceptions in R -----------------------------------------------------------------


@pytest.mark.parametrize("kind", [ValueError, KeyError, ZeroDivisionError, SystemExit, MemoryError])
def test_exceptions_are_caught_by_their_class(r: Any, kind: type[BaseException]) -> None:
    handler = f"python.builtin.{kind.__name__}"
    message = r(f"tryCatch(fail(kind), {handler} = conditionMessage)", fail=fail, kind=kind)
    assert message == str(kind("wrong"))


def test_exceptions_are_caught_by_their_bases_and_as_errors(r: Any) -> None:
    kinds = r("class(tryCatch(fail(kind), error = identity))", fail=fail, kind=ShopError)
    assert kinds[0].endswith(".ShopError")
    assert kinds[1:] == [
        "python.builtin.ValueError",
        "python.builtin.Exception",
        "python.condition",
        "error",
        "condition",
    ]


def test_a_condition_prints_as_rs_own_do(r: Any) -> None:
    shown = r(
        """
        e <- tryCatch(keras::layer_dense(units = "a"), error = identity)
        c(as.character(e), names(e), capture.output(print(e)))
        """
    )
    words = '`units` must be a whole number of at least 1, not the string "a".'
    assert shown[0] == f'Error in keras::layer_dense(units = "a"): {words}\n'
    assert shown[1:5] == ["message", "call", "exception", "traceback"]
    assert shown[5].endswith(f'ArgumentError in keras::layer_dense(units = "a"): {words}>')


def test_exception_without_text_says_its_class(r: Any) -> None:
    assert r("tryCatch(f(kind, ''), error = conditionMessage)", f=fail, kind=ShopError) == (
        "ShopError"
    )


def test_the_call_is_the_users_call(r: Any) -> None:
    shown = r(
        """
        calls <- function(e) deparse(conditionCall(tryCatch(e, error = identity)))
        m <- keras::keras_model_sequential()
        library(keras)
        c(
          calls(layer_dense(units = "a")),
          calls(m %>% layer_dense(units = -2)),
          calls(m %>% compile(optimizer = 3)),
          calls(m$nothing),
          calls(m$add(1)),
          calls(to_categorical(-1))
        )
        """
    )
    assert shown == [
        'layer_dense(units = "a")',
        "layer_dense(., units = -2)",
        "compile(., optimizer = 3)",
        "m$nothing",
        "m$add(1)",
        "to_categorical(-1)",
    ]


def test_the_traceback_and_the_exception_are_kept(r: Any) -> None:
    trace, kept = r(
        "e <- tryCatch(fail(kind, 'lost'), error = identity); list(e$traceback, e$exception)",
        fail=fail, kind=ShopError,
    )  # fmt: skip
    assert trace.startswith("Traceback (most recent call last):")
    assert "raise kind(text)" in trace
    assert trace.endswith(".ShopError: lost\n")
    assert isinstance(kept, ShopError) and kept.args == ("lost",)


# --- R's errors through Python ----------------------------------------------------------------


@everywhere
@pytest.mark.usefixtures("model")
def test_an_r_error_comes_out_as_the_same_object(r: Any, place: str) -> None:
    assert r(
        f"""
        mine <- structure(
          class = c("my_error", "error", "condition"),
          list(message = "mine", call = quote(f(x)), data = list(1:3, "a", globalenv()))
        )
        got <- tryCatch({place.replace("BODY", "stop(mine)")}, my_error = identity)
        identical(got, mine) && works()
        """
    ) is True  # fmt: skip


@everywhere
@pytest.mark.usefixtures("model")
def test_rlang_abort(r: Any, place: str) -> None:
    abort = 'rlang::abort("no stock", class = "shop_error", shelf = 7L)'
    assert r(
        f"""
        e <- tryCatch({place.replace("BODY", abort)}, shop_error = identity)
        list(conditionMessage(e), e$shelf, inherits(e, "rlang_error"), works())
        """
    ) == ["no stock", 7, True, True]


@everywhere
@pytest.mark.usefixtures("model")
def test_message_and_call_of_stop(r: Any, place: str) -> None:
    code = place.replace("BODY", "check <- function(a) stop('bad ', a); check(5)")
    assert r(
        f"""
        e <- tryCatch({code}, error = identity)
        c(conditionMessage(e), deparse(conditionCall(e)), class(e))
        """
    ) == [
        "bad 5" if place == PLACES["inline"] else "in `on_epoch_end` of the callback: bad 5",
        "check(5)", "simpleError", "error", "condition",
    ]  # fmt: skip
    assert r("works()") is True


def test_python_can_catch_an_r_error_and_go_on(r: Any) -> None:
    def careful(function: Callable[[], Any]) -> str:
        try:
            function()
        except RError as error:
            return f"caught {error}"
        return "nothing"

    assert r("f(function() stop('this'))", f=careful) == "caught this"


def test_python_may_raise_its_own_from_an_r_error(r: Any) -> None:
    def rename(function: Callable[[], Any]) -> None:
        try:
            function()
        except RError as error:
            raise RuntimeError("while asking R") from error

    # what R code signalled wins: it is what the script knows
    assert r("tryCatch(f(function() stop('this')), error = conditionMessage)", f=rename) == "this"


def test_an_r_error_that_python_copied_is_still_the_same(r: Any) -> None:
    def copies(function: Callable[[], Any]) -> None:
        try:
            function()
        except RError as error:
            raise type(error)(f"in a layer: {error}") from None

    caught = r(
        """tryCatch(copies(function() stop(errorCondition("mine", class = "own"))),
                    own = function(e) conditionMessage(e))""",
        copies=copies,
    )
    assert caught == "mine"


def test_five_languages_deep(r: Any) -> None:
    assert r(
        """
        deep <- function(n) if (n == 0) stop("bottom") else py(function() deep(n - 1))
        tryCatch(deep(5), error = function(e)
          c(conditionMessage(e), deparse(conditionCall(e))))
        """,
        py=call,
    ) == ["bottom", "deep(n - 1)"]
    assert r(
        """
        count <- function(n) if (n == 0) 0 else 1 + py(function() count(n - 1))
        count(40)
        """
    ) == 40  # fmt: skip


def test_an_exception_of_python_deep_inside_keeps_its_class(r: Any) -> None:
    code = "tryCatch(py(function() py(function() fail())), python.builtin.ValueError = identity)"
    assert r(f"conditionMessage({code})", py=call, fail=fail) == "wrong"


def test_an_uncaught_r_error_is_an_rerror_in_python(r: Any) -> None:
    with pytest.raises(RError, match=r"^no way$"):
        r("stop('no way')")
    with pytest.raises(RError, match="unexpected"):
        r("1 +* 2")
    assert r("1 + 1") == 2


# --- warnings ---------------------------------------------------------------------------------


def test_pythons_warnings_are_r_warnings(r: Any) -> None:
    def warn() -> str:
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        warnings.warn("odd", UserWarning, stacklevel=1)
        return "value"

    got = r(
        """
        seen <- list()
        value <- withCallingHandlers(f(), warning = function(w) {
          seen[[length(seen) + 1]] <<- list(class(w)[[1]], conditionMessage(w))
          invokeRestart("muffleWarning")
        })
        list(value, seen)
        """,
        f=warn,
    )
    assert got[0] == "value"
    assert ["python.builtin.UserWarning", "odd"] in got[1]


@pytest.mark.parametrize("end", ["stop", "interrupt", "jump"])
def test_a_call_that_does_not_return_gives_its_own_warnings(r: Any, end: str) -> None:
    def warn(leave: Any) -> None:
        warnings.warn("of the first call", UserWarning, stacklevel=1)
        if end == "interrupt":
            raise KeyboardInterrupt
        if end == "stop":
            raise ValueError("no")
        leave()

    told, left, later = r(
        """
        told <- later <- character()
        left <- withRestarts(
          withCallingHandlers(
            tryCatch(warn(function() invokeRestart("jump")),
                     error = function(e) "stop", interrupt = function(i) "interrupt"),
            warning = function(w) {
              told <<- c(told, conditionMessage(w))
              invokeRestart("muffleWarning")
            }
          ),
          jump = function() "jump"
        )
        withCallingHandlers(quiet(), warning = function(w) later <<- conditionMessage(w))
        list(told, left, length(later))
        """,
        warn=warn,
        quiet=lambda: None,
    )
    assert (told, left, later) == ("of the first call", end, 0)


def test_a_warning_of_python_can_be_caught_by_its_class(r: Any) -> None:
    def warn() -> None:
        warnings.warn("odd", RuntimeWarning, stacklevel=1)

    code = "tryCatch(f(), python.builtin.RuntimeWarning = function(w) deparse(conditionCall(w)))"
    assert r(code, f=warn) == "f()"


@everywhere
@pytest.mark.usefixtures("model")
def test_muffle_warning_goes_back_into_r_code_that_python_called(r: Any, place: str) -> None:
    code = place.replace("BODY", "warning('w'); reached <<- reached + 1; NULL")
    assert r(
        f"""
        reached <- 0; heard <- 0
        withCallingHandlers({code}, warning = function(w) {{
          heard <<- heard + 1
          invokeRestart("muffleWarning")
        }})
        reached > 0 && heard == reached && works()
        """
    ) is True  # fmt: skip


# --- jumps ------------------------------------------------------------------------------------


@everywhere
@pytest.mark.usefixtures("model")
def test_a_condition_may_leave_the_call(r: Any, place: str) -> None:
    leave = 'signalCondition(structure(class = c("leave", "condition"), list(message = "m")))'
    assert r(
        f"""
        finally <- FALSE
        got <- tryCatch({place.replace("BODY", leave)}, leave = function(c) "left",
                        finally = finally <- TRUE)
        list(got, finally, works())
        """
    ) == ["left", True, True]  # fmt: skip


@everywhere
@pytest.mark.usefixtures("model")
def test_a_restart_may_leave_the_call_with_a_value(r: Any, place: str) -> None:
    code = place.replace("BODY", "invokeRestart('enough', 41)")
    assert r(f"list(withRestarts({code}, enough = function(v) v + 1), works())") == [42, True]


@everywhere
@pytest.mark.usefixtures("model")
def test_an_escape_by_callcc(r: Any, place: str) -> None:
    assert r(f"list(callCC(function(k) {place.replace('BODY', 'k(3)')}), works())") == [3, True]


@pytest.mark.usefixtures("model")
def test_pythons_cleanup_runs_when_r_leaves(r: Any) -> None:
    left = []

    def guarded(function: Callable[[], Any]) -> Any:
        try:
            return function()
        finally:
            left.append(True)

    assert r("withRestarts(g(function() invokeRestart('out', 1)), out = identity)", g=guarded) == 1
    assert left == [True]


@pytest.mark.usefixtures("model")
def test_on_exit_of_r_code_runs_when_it_is_left(r: Any) -> None:
    assert r(
        """
        done <- FALSE
        tryCatch(train(function(epoch, logs) { on.exit(done <<- TRUE); stop("x") }),
                 error = function(e) NULL)
        done
        """
    ) is True  # fmt: skip


# --- interrupts -------------------------------------------------------------------------------


def soon(seconds: float = 0.3) -> None:
    """Ctrl-C, a little later."""

    def kill() -> None:
        time.sleep(seconds)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=kill, daemon=True).start()


INTERRUPTED = {
    "an R loop": "while (TRUE) NULL",
    "R code called by Python": "py(function() repeat Sys.sleep(0.01))",
    "a long fit": "keras::fit(model, x, y, epochs = 100000, verbose = 0)",
    "R code called by fit": "train(function(epoch, logs) repeat Sys.sleep(0.01))",
}


@pytest.mark.parametrize("code", INTERRUPTED.values(), ids=list(INTERRUPTED))
@pytest.mark.usefixtures("model")
def test_interrupt_is_rs_condition(r: Any, code: str) -> None:
    assert r(
        f"soon(); list(tryCatch({code}, interrupt = function(i) class(i)), works())", soon=soon
    ) == [["interrupt", "condition"], True]


@pytest.mark.usefixtures("model")
def test_python_code_of_a_user_that_never_ends_is_interrupted(r: Any) -> None:
    left = []

    def busy(logs: Any) -> None:
        try:
            while True:
                pass
        finally:
            left.append(threading.current_thread().name)

    assert r(
        """
        forever <- list(callback_lambda(on_train_begin = busy))
        soon()
        list(tryCatch(fit(model, x, y, verbose = 0, callbacks = forever),
                      interrupt = function(i) class(i)),
             works())
        """,
        soon=soon, busy=busy,
    ) == [["interrupt", "condition"], True]  # fmt: skip
    assert left == ["rkeras-worker"]


def test_keyboard_interrupt_of_python_is_rs_interrupt(r: Any) -> None:
    code = "tryCatch(f(kind), interrupt = function(i) 'stopped')"
    assert r(code, f=fail, kind=KeyboardInterrupt) == "stopped"


# --- fork -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("model")
def test_a_forked_child_gets_an_error_at_once_and_the_parent_goes_on(r: Any) -> None:
    started = time.monotonic()
    answers = r(
        """
        parallel::mclapply(1:2, mc.cores = 2, function(i) {
          if (i == 1) return(sum(1:10))
          tryCatch(predict(model, x), forked_process = function(e)
            c(class(e), conditionMessage(e), deparse(conditionCall(e))))
        })
        """
    )
    assert time.monotonic() - started < 60
    assert answers[0] == 55
    classes, message, call = answers[1][:3], answers[1][3], answers[1][4]
    assert classes == ["forked_process", "error", "condition"]
    assert message == (
        "keras cannot be used in a forked process (such as parallel::mclapply()): TensorFlow's "
        "threads do not survive a fork. Use a cluster of new processes instead: "
        "parallel::makePSOCKcluster()."
    )
    assert call == "predict(model, x)"
    assert r("works()") is True


def test_an_interrupt_while_python_looks_up_a_function_of_r(r: Any) -> None:
    """R looks for interrupts in every thousandth evaluation, that of a promise included."""
    from rkeras_py.bridge import r_objects, rapi

    def look() -> None:
        rapi.lib.R_interrupts_pending = 1
        for _ in range(3000):
            r_objects._found.clear()
            r_objects.find("guarded_call")

    with pytest.raises(KeyboardInterrupt):
        r("f()", f=look)
    assert r("1 + 1") == 2


@pytest.mark.parametrize("code", ["f()", "invisible(g(function(x) x))"], ids=["value", "arguments"])
def test_no_interrupt_jumps_over_python_code_that_makes_r_objects(
    r: Any, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R looks for interrupts in its garbage collector, too, so wherever it allocates."""
    from rkeras_py.bridge import conditions, rapi

    answered = []
    pack = conditions.pack_warnings

    def noted(*args: Any) -> Any:
        answered.append(len(args))
        return pack(*args)

    class Thing:
        pass

    def many() -> list[Thing]:
        rapi.lib.R_interrupts_pending = 1
        return [Thing() for _ in range(20_000)]

    def f() -> list[Thing]:
        return many()

    def g(function: Any) -> None:
        function(many())

    monkeypatch.setattr(conditions, "pack_warnings", noted)
    stopped = r(
        f"tryCatch({{ {code}; repeat 1 }}, interrupt = function(i) 'interrupted')", f=f, g=g
    )
    assert stopped == "interrupted"
    assert len(answered) == 1
    assert r("1 + 1") == 2


# --- What exceptions say ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("wrong", "wrong"),
        ("", "ValueError"),
        ("a {value} of [1]", "a {value} of [1]"),
        (
            "{{function_node __wrapped__Sub_device_/job:a}} Wrong shapes [Op:Sub] name: ",
            "Wrong shapes",
        ),
        ("{{function_node f}} Wrong (1 for 2 [Op:Mean]", "Wrong (1 for 2"),
        (
            (
                "Exception encountered when calling A.call().\n\n\x1b[1mWrong\x1b[0m\n\nArguments "
                "received by A.call():\n  • args=(1,)\n  • kwargs={}"
            ),
            "Wrong",
        ),
        (
            (
                "Graph execution error:\n\nDetected at node PyFunc defined at (most recent call "
                "last):\n<stack traces unavailable>\nrkeras_py.convert.rule.ArgumentError: `x` is "
                'odd.\nTraceback (most recent call last):\n\n  File "a.py", line 3, in f\n\n'
                "rkeras_py.convert.rule.ArgumentError: `x` is odd.\n\n\n\t [[{{node PyFunc}}]]\n"
                "\t [[IteratorGetNext]] [Op:__inference_one_step]"
            ),
            "`x` is odd.",
        ),
        (
            "Unrecognized data type: x=[[1. 2.]\n [3. 4.]] (of type <class 'numpy.ndarray'>)",
            (
                "Keras does not accept `x`, `y` or `sample_weight` of this type.\n"
                "Unrecognized data type (of type <class 'numpy.ndarray'>)\n"
                "Give arrays, or a list with one for each input or output; fit(model, x, y) takes "
                "data frames and factors as well."
            ),
        ),
        (
            (
                "Dimensions must be equal, but are 3 and 2 for '{{node while/model/d/Add}} = "
                "Add[T=DT_FLOAT](a, b)' with input shapes: [3], [2]."
            ),
            (
                "Dimensions must be equal, but are 3 and 2 with input shapes: [3], [2]. "
                "(in model/d/Add)"
            ),
        ),
    ],
)
def test_scaffolding_is_left_to_the_traceback(r: Any, text: str, words: str) -> None:
    message = r("tryCatch(fail(ValueError, text), error = conditionMessage)",
                fail=fail, ValueError=ValueError, text=text)  # fmt: skip
    assert message == words
