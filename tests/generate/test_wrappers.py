from __future__ import annotations

from typing import Any

from rkeras_py.convert.objects import Composable, Model
from rkeras_py.convert.parameter import MISSING
from rkeras_py.generate import wrappers
from rkeras_py.registry.define import Function, export


def test_a_function(registry: dict[str, Function]) -> None:
    @export
    def f(x: Any, axis: int = -1) -> None: ...

    assert wrappers.wrapper(registry["f"]) == (
        "f <- function(x, axis = -1L) {\n"
        "  args <- list(x = x, axis = axis)\n"
        '  call_python("f", args)\n'
        "}\n"
    )


def test_a_function_without_parameters(registry: dict[str, Function]) -> None:
    @export
    def f() -> None: ...

    assert wrappers.wrapper(registry["f"]) == 'f <- function() {\n  call_python("f")\n}\n'


def test_a_layer_evaluates_its_target_first_and_gives_back_a_sequential_model(
    registry: dict[str, Function],
) -> None:
    @export(family="layer")
    def layer_x(object: Composable | None, units: int, name: str | None = None) -> None: ...

    assert wrappers.wrapper(registry["layer_x"]) == (
        "layer_x <- function(object, units, name = NULL) {\n"
        "  args <- list(object = if (!missing(object)) object, units = units, name = name)\n"
        '  result <- call_python("layer_x", args)\n'
        "  if (is_sequential(args$object)) invisible(args$object) else result\n"
        "}\n"
    )


def test_the_target_may_have_another_name(registry: dict[str, Function]) -> None:
    @export(family="layer")
    def layer_add(inputs: Composable | None, **options: Any) -> None: ...

    assert wrappers.wrapper(registry["layer_add"]) == (
        "layer_add <- function(inputs, ...) {\n"
        "  args <- list(inputs = if (!missing(inputs)) inputs, ...)\n"
        '  result <- call_python("layer_add", args)\n'
        "  if (is_sequential(args$inputs)) invisible(args$inputs) else result\n"
        "}\n"
    )


def test_arguments_that_may_be_missing_are_passed_where_given(
    registry: dict[str, Function],
) -> None:
    @export(family="loss")
    def loss_x(
        y_true: Any = MISSING, y_pred: Any = MISSING, *more: Any, axis: int = -1
    ) -> None: ...

    assert wrappers.wrapper(registry["loss_x"]) == (
        "loss_x <- function(y_true, y_pred, ..., axis = -1L) {\n"
        "  args <- list(..., axis = axis)\n"
        '  if (!missing(y_true)) args["y_true"] <- list(y_true)\n'
        '  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)\n'
        '  call_python("loss_x", args)\n'
        "}\n"
    )


def test_a_method_has_its_generic_and_class_in_its_name(registry: dict[str, Function]) -> None:
    @export(method=("fit", "some.Model"), invisible=True, r_result="as_history")
    def fit(object: Model, **more: Any) -> None: ...

    assert wrappers.wrapper(registry["fit"]) == (
        "fit.some.Model <- function(object, ...) {\n"
        "  args <- list(object = object, ...)\n"
        '  result <- call_python("fit", args)\n'
        "  invisible(as_history(result))\n"
        "}\n"
    )


def test_names_that_r_reserves_are_quoted(registry: dict[str, Function]) -> None:
    @export(name="if_else")
    def f(repeat: int = 1, next: Any = MISSING) -> None: ...

    assert wrappers.wrapper(registry["if_else"]) == (
        "if_else <- function(`repeat` = 1L, `next`) {\n"
        "  args <- list(`repeat` = `repeat`)\n"
        '  if (!missing(`next`)) args["next"] <- list(`next`)\n'
        '  call_python("if_else", args)\n'
        "}\n"
    )


def test_a_file_for_each_module(registry: dict[str, Function]) -> None:
    @export
    def f() -> None: ...

    @export
    def g() -> None: ...

    for name, module in (("f", "rkeras_py.api.layers.core"), ("g", "rkeras_py.api.data")):
        object.__setattr__(registry[name], "module", module)
    assert wrappers.r_files(list(registry.values())) == {
        "R/generated-layers-core.R": (
            "# Generated from rkeras_py/api/layers/core.py by `make generate`; edit there.\n"
            '\nf <- function() {\n  call_python("f")\n}\n'
        ),
        "R/generated-data.R": (
            "# Generated from rkeras_py/api/data.py by `make generate`; edit there.\n"
            '\ng <- function() {\n  call_python("g")\n}\n'
        ),
    }


def test_lines_of_real_functions_are_short() -> None:
    import rkeras_py.api  # noqa: F401
    from rkeras_py.registry.define import REGISTRY

    files = wrappers.r_files(list(REGISTRY.values()))
    long = [line for text in files.values() for line in text.splitlines() if len(line) > 100]
    assert long == []
