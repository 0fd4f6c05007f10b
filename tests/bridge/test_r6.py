"""R6 classes in Python."""

from __future__ import annotations

import copy
import gc
import inspect
import weakref
from typing import Any

import pytest

COUNTER = """
Counter <- R6::R6Class("Counter",
  public = list(
    step = 1,
    initialize = function(step = 2, start = 0) {
      self$step <- step
      private$n <- start
    },
    up = function(times = 1) {
      private$add(self$step * times)
      invisible(self)
    },
    count = function() private$n
  ),
  private = list(
    n = NULL,
    add = function(by) private$n <- private$n + by
  ),
  active = list(
    double = function(value) {
      if (missing(value)) private$n * 2 else private$n <- value / 2
    }
  )
)
Loud <- R6::R6Class("Loud", inherit = Counter,
  public = list(
    said = character(),
    initialize = function(...) super$initialize(start = 100, ...),
    up = function(times = 1) {
      self$said <- c(self$said, paste("up", times))
      super$up(times)
    }
  ),
  private = list(add = function(by) private$n <- private$n + 10 * by)
)
"""


@pytest.fixture
def counter(r: Any) -> Any:
    return r(COUNTER + "keras:::call_python('.same', list(Counter))")


def test_objects_have_fields_methods_and_private_members(counter: Any) -> None:
    one, other = counter(step=3, start=1), counter()
    assert one.up(2) is one
    other.up()
    assert (one.count(), other.count()) == (7, 2)
    assert (one.step, other.step, counter.step) == (3, 2, 1)
    assert not hasattr(one, "add") and not hasattr(one, "clone")
    assert one.double == 14
    one.double = 20
    assert one.count() == 10


def test_the_same_class_each_time_and_in_r(r: Any, counter: Any) -> None:
    assert counter.__name__ == "Counter"
    assert r("keras:::call_python('.same', list(Counter))") is counter
    assert r("class(keras:::call_python('.same', list(one)))", one=counter())[0] == "R6.Counter"
    assert str(inspect.signature(counter.up)) == "(self, /, times=None)"


def test_inheritance_and_super(r: Any, counter: Any) -> None:
    loud = r("keras:::call_python('.same', list(Loud))")
    assert issubclass(loud, counter)
    one = loud()
    one.up().up(3)
    assert one.said == ["up 1", "up 3"]
    assert one.count() == 100 + 10 * 2 + 10 * 6  # the private method of the class below
    assert one.double == 360


def test_an_r6_class_over_a_python_class(r: Any) -> None:
    kind = r(
        """
        Scale <- R6::R6Class("Scale", inherit = keras:::call_python(".same", list(base)),
          public = list(
            initialize = function(factor) { super$initialize(); self$factor <- factor },
            compute = function(x) super$compute(x) * self$factor))
        keras:::call_python(".same", list(Scale))
        """,
        base=Base,
    )
    assert issubclass(kind, Base)
    assert kind(5.0).run(1.0) == 10.0


class Base:
    def __init__(self) -> None:
        self.offset = 1.0

    def compute(self, x: float) -> float:
        return x + self.offset

    def run(self, x: float) -> float:
        return self.compute(x)


def test_objects_are_released(r: Any, counter: Any) -> None:
    one = counter()
    one.up()
    gone = weakref.ref(one)
    del one
    r("invisible(gc()); keras:::call_python('.same', list(1))")
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_copies_have_members_of_their_own(counter: Any, copied: Any) -> None:
    one = counter(step=3, start=1)
    other = copied(one)
    other.up()
    assert (one.count(), other.count(), other.step) == (1, 4, 3)


def test_methods_of_a_python_function_s_name_and_super_called(r: Any) -> None:
    kind = r(
        """
        Scale <- R6::R6Class("Scale", inherit = keras:::call_python(".same", list(base)),
          public = list(
            `__init__` = function() super()$`__init__`(),
            compute = function(x) 3 * super(Scale, self)$compute(x)))
        keras:::call_python(".same", list(Scale))
        """,
        base=Base,
    )
    assert kind().run(1.0) == 6.0


def test_errors_in_methods_are_r_s(r: Any) -> None:
    from rkeras_py import RError

    kind = r(
        """
        Broken <- R6::R6Class("Broken", public = list(run = function() stop("not today")))
        keras:::call_python(".same", list(Broken))
        """
    )
    with pytest.raises(RError, match="not today"):
        kind().run()


def test_a_parent_that_is_no_class(r: Any) -> None:
    from rkeras_py import RError

    with pytest.raises(RError, match="the R6 class Odd must inherit from a class, not from 3"):
        r("Odd <- R6::R6Class('Odd', inherit = three); keras:::call_python('.same', list(Odd))",
          three=3)  # fmt: skip


EXPLICIT = {
    "new_layer_class": """
        Scale <- keras::new_layer_class("Scale",
          initialize = function(self, by, ...) { super()$`__init__`(...); self$by <- by },
          call = function(self, inputs, training = NULL) inputs * self$by)
    """,
    "%py_class%": """
        `%py_class%` <- keras::`%py_class%`
        Scale(keras::keras$layers$Layer) %py_class% {
          initialize <- function(self, by) { super$initialize(); self$by <- by }
          call <- function(self, x) x * self$by
        }
    """,
    "R6Class": """
        R6Scale <- R6::R6Class("Scale", inherit = keras::KerasLayer, public = list(
          by = NULL,
          initialize = function(self, by) self$by <- by,
          call = function(self, x, mask = NULL) x * self$by))
        Scale <- function(by) keras::create_layer(R6Scale, NULL, list(by = by))
    """,
}


@pytest.mark.parametrize("code", EXPLICIT.values(), ids=list(EXPLICIT))
def test_methods_may_name_self_as_their_first_argument(r: Any, code: str) -> None:
    r(code)
    assert r("as.array(Scale(by = 3)(keras::k_constant(2)))") == 6
    assert r("as.array(Scale(by = 5)(keras::k_constant(2)))") == 10
