"""How functions are defined, checked and called from both languages."""

from __future__ import annotations

import pytest

import rkeras_py as rk
from rkeras_py.convert import terms
from rkeras_py.convert.objects import Model
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Axis1, Int, Size
from rkeras_py.registry.define import REGISTRY, function_of, name_in_r, rule_of


def test_a_word_of_python_may_name_an_argument():
    function = REGISTRY["freeze_weights"]
    assert [p.name for p in function.parameters.values()] == ["object", "from", "to", "which"]
    with pytest.raises(ArgumentError, match="`object` must be a layer or a model, not None"):
        function.call([], {"object": None, "from": 1})


@pytest.fixture
def exported(monkeypatch: pytest.MonkeyPatch):
    """Exports a function for one test."""
    from rkeras_py.registry import define

    monkeypatch.setattr(define, "REGISTRY", {})
    return define.export


def test_arguments_pass_their_rules(exported):
    @exported
    def f(n: Int, times: Size = 2, name: str | None = None, *more, **options):
        return n, times, name, more, options

    assert f(3.0) == (3, 2, None, (), {})
    assert f(1, 2, "é", 4, größe=5) == (1, 2, "é", (4,), {"größe": 5})
    for arguments, message in (
        ({"n": "a"}, '`n` must be a whole number, not the string "a"'),
        ({"n": 1, "times": 0}, "`times` must be a whole number of at least 1, not 0"),
        ({"n": 1, "name": 2}, "`name` must be a string or None, not 2"),
    ):
        with pytest.raises(ArgumentError, match=message):
            f(**arguments)
    with pytest.raises(TypeError, match=r"f\(\) missing a required argument: 'n'"):
        f()


def test_a_call_without_its_object_says_what_that_is() -> None:
    with pytest.raises(TypeError) as raised:
        rk.compile(optimizer="sgd")
    assert str(raised.value) == (
        "compile() missing a required argument: 'object', which must be a model"
    )
    with pytest.raises(TypeError) as raised:
        rk.layer_dense(32)
    assert str(raised.value) == (
        "layer_dense() missing a required argument: 'units'; the first one is 'object': "
        "a sequential model, a tensor or a list of tensors"
    )


def test_names_that_are_misspelt_come_before_those_that_are_missing() -> None:
    for arguments, message in (
        ({"unit": 3}, "got an unexpected keyword argument 'unit'. Did you mean \"units\"?"),
        ({"units": 3, "activaton": "relu"}, "got an unexpected keyword argument 'activaton'. Did"),
        ({"units": 3, "zzz": 1}, "got an unexpected keyword argument 'zzz'"),
    ):  # fmt: skip
        with pytest.raises(TypeError) as raised:
            rk.layer_dense(None, **arguments)
        assert str(raised.value).startswith(f"layer_dense() {message}")


def test_too_many_arguments_are_counted() -> None:
    with pytest.raises(TypeError, match=r"k_abs\(\) takes at most 1 argument, not 2$"):
        rk.k_abs(1, 2)
    with pytest.raises(TypeError, match=r"regularizer_l1_l2\(\) takes at most 2 arguments, not 3$"):
        rk.regularizer_l1_l2(1, 2, 3)


def test_messages_are_in_the_terms_of_the_language_that_calls() -> None:
    function = REGISTRY["layer_dense"]
    with pytest.raises(ArgumentError) as in_python:
        function.python(None, None, use_bias=True)
    with terms.of_r(), pytest.raises(ArgumentError) as in_r:
        function.call([], {"object": None, "units": None})
    assert str(in_python.value) == "`units` must be a whole number of at least 1, not None."
    assert str(in_r.value) == "`units` must be a whole number of at least 1, not NULL."
    with pytest.raises(ArgumentError, match="`from_` must be at most"):
        rk.freeze_weights(rk.keras_model_sequential(input_shape=2), from_=5)


def test_an_annotation_without_its_import_is_told_with_the_function(exported):
    @exported
    def rate_of(n: "Rate"):  # type: ignore[name-defined]  # noqa: F821, UP037
        return n

    with pytest.raises(NameError, match="'Rate' is not defined") as raised:
        rate_of(1)
    assert raised.value.__notes__ == [f"It is in an annotation of rate_of(), {__name__}."]


def test_words_of_python_as_names(exported):
    @exported
    def between(from_: Int, to: Int):
        return from_, to

    assert between(**{"from": 1, "to": 2}) == between(1, 2) == (1, 2)
    assert name_in_r("from_") == "from" and name_in_r("größe_") == "größe_"


def test_defaults_that_say_something_else_to_the_body(exported):
    @exported
    def f(axis: Axis1 = 1, last: Axis1 = -1):
        return axis, last

    assert f() == (0, -1) and f(2, 1) == (1, 0)


def test_what_a_pipe_fills_may_be_left_out(exported):
    @exported
    def f(object: Model | None, units: Size):
        return object, units

    assert f(units=2) == (None, 2)
    function = function_of(f)
    assert function.target == "object" and not function.takes_more
    assert function_of(len) is None


def test_calls_from_r_have_names_for_all_but_the_dots(exported):
    @exported
    def f(n: Int = 1, *more, last: Int = 9):
        return n, more, last

    function = function_of(f)
    assert function.call([], {"n": 4.0}) == (4, (), 9)
    assert function.call(["é", 2], {"last": 3}) == (1, ("é", 2), 3)

    @exported
    def g(n: Int = 1):
        return n

    with pytest.raises(ArgumentError, match=r'unused argument \("é"\)|unused argument'):
        function_of(g).call(["é"], {})


def test_trainings_go_to_the_host(exported, hosted):
    ran = []

    def run_training(work, arguments):
        ran.append(list(arguments))
        return work() + 1

    hosted(run_training=run_training)

    @exported(training=True)
    def f(n: Int):
        return n * 10

    assert f(2.0) == 21 and ran == [[2]]


@pytest.mark.parametrize(
    ("annotation", "name", "nullable"),
    [
        (bool, "TRUE or FALSE", False),
        (str | None, "a string", True),
        (Size, "a whole number of at least 1", False),
        (Size | None, "a whole number of at least 1", True),
        (list, None, True),
        (int | str, None, False),
    ],
)
def test_the_rule_in_an_annotation(annotation, name, nullable):
    rule, may_be_null = rule_of(annotation)
    assert (rule.name if rule else None) == name and may_be_null is nullable
