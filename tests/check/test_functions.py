from __future__ import annotations

import pytest
from checked_code import brief, script_of

from rkeras_py.check import r
from rkeras_py.check.downloads import downloads
from rkeras_py.check.finding import Finding
from rkeras_py.check.functions import check_call, package_of, unknown_function
from rkeras_py.check.known import CHECKED, R_OWN, Scope, scope_of
from rkeras_py.check.r import Package


@pytest.fixture(scope="module")
def packages() -> dict[str, Package]:
    known = r.facts([*CHECKED, *R_OWN, "ggplot2"])
    return r.facts(known, set().union(*(package.exports for package in known.values())))


@pytest.fixture(scope="module")
def scope(packages: dict[str, Package]) -> Scope:
    return scope_of(["keras", "tensorflow", "reticulate"], packages, is_open=False)


def findings(code: str, scope: Scope) -> list[Finding]:
    """What is found about the calls of this code, all of which are certain."""
    found: list[Finding] = []
    for call in script_of(code).calls:
        package = package_of(call, scope)
        if package:
            found += check_call(call, package, scope, certain=True)
        elif unknown := unknown_function(call, scope, certain=True):
            found.append(unknown)
    return found


@pytest.mark.parametrize(
    "code",
    [
        "layer_dense(units = 3, input_shape = 2)",
        "m %>% layer_dense(3, activa = 'relu')",
        "layer_lstm(units = 3, input_shape = c(1, 2), name = 'a')",
        "optimizer_adam(lr = 0.1, decay = 1e-3)",
        "keras_model(input = x, output = y)",
        "compile(m, loss = 'mse', anything = 3)",
        "fit(m, x, y, epochs = 3, workers = 2)",
        "m %>% layer_flatten",
        "use_backend('tensorflow')",
        "use_backend('jax')",
        'use_backend(backend = "tensorflow")',
        "optimizer_sgd(amsgrad = F)",
        "load_model_weights_tf(m, 'x', FALSE)",
        "compile(m, 'sgd', target_tensors = NULL)",
        "keras::layer_dense",
        "keras:::named_metrics(x)",
        "shape(1); tuple(1); dict(a = 1); tf_config()",
        "sd(x); print(y); somebody_elses(z); my_layer(); layers(2)",
        "other::layer_dens(3)",
        "py_run_string('x', convert = FALSE)",
        "layer_dense(units = 3)(x)",
        "model$layer_dens(3)",
    ],
)
def test_code_that_runs(code: str, scope: Scope) -> None:
    assert findings(code, scope) == []


@pytest.mark.parametrize(
    ("code", "what", "instead"),
    [
        ("layer_dens(3)", "layer_dens()", ("layer_dense",)),
        ("m %>% layer_dens", "layer_dens()", ("layer_dense",)),
        ("k_nothing_like_it()", "k_nothing_like_it()", ()),
        ("keras_model_sequental()", "keras_model_sequental()", ("keras_model_sequential",)),
        ("keras::fitt(m)", "keras::fitt", ("fit",)),
        ("keras:::named_metric(x)", "keras:::named_metric", ("named_metrics",)),
        ("tensorflow::tf_confg()", "tensorflow::tf_confg", ("tf_config",)),
        ("reticulate::imprt('x')", "reticulate::imprt", ("import",)),
        ("tfruns::trainingrun()", "tfruns::trainingrun", ("training_run",)),
    ],
)
def test_unknown_functions(code: str, what: str, instead: tuple[str, ...], scope: Scope) -> None:
    (found,) = findings(code, scope)
    assert (found.kind, found.what, found.is_problem) == ("unknown-function", what, True)
    assert found.instead[:1] == instead


def test_unknown_functions_may_be_those_of_packages_that_are_not_known(
    packages: dict[str, Package],
) -> None:
    code = "layer_data(p)\nlayer_densee(3)\nlayer_my_own_kind()\nk_means(x)"
    assert brief(findings(code, scope_of(["keras", "ggplot2"], packages, False))) == [
        (2, "will not run", "layer_densee()"),
        (3, "will not run", "layer_my_own_kind()"),
        (4, "will not run", "k_means()"),
    ]
    for scope in (
        scope_of(["keras", "absent"], packages, False),
        scope_of(["keras", "ggplot2"], packages, True),
    ):
        assert brief(findings(code, scope)) == [
            (2, "may not run", "layer_densee()"),
            (4, "may not run", "k_means()"),  # it is much like k_mean()
        ]


def test_other_packages_functions_are_not_checked(packages: dict[str, Package]) -> None:
    without = scope_of(["ggplot2"], packages, is_open=False)
    assert findings("layer_dens(3); compil(x)", without) == [
        Finding(1, "unknown-function", "layer_dens()", "there is no such function", True, True)
    ]


@pytest.mark.parametrize(
    ("code", "what", "message", "instead"),
    [
        ("layer_dense(\n unts = 3)", "layer_dense(unts = )", "there is no such argument",
         ("units",)),
        ("m %>% layer_dense(3, act = 'relu')", "layer_dense(act = )",
         "several arguments have this prefix", ("activation", "activity_regularizer")),
        ("k_sum(x, axes = 1)", "k_sum(axes = )", "there is no such argument", ("axis",)),
        ("dataset_mnist(url = 1)", "dataset_mnist(url = )", "there is no such argument", ()),
        ("py_run_string('x', comvert = 1)", "py_run_string(comvert = )",
         "there is no such argument", ("convert",)),
    ],
)  # fmt: skip
def test_unknown_arguments(
    code: str, what: str, message: str, instead: tuple[str, ...], scope: Scope
) -> None:
    (found,) = findings(code, scope)
    assert (found.kind, found.is_problem) == ("unknown-argument", True)
    assert (found.what, found.message, found.instead) == (what, message, instead)
    assert found.line == (2 if "\n" in code else 1)


@pytest.mark.parametrize(
    ("code", "instead"),
    [
        ("layer_lstm(units = 3, input_shpe = 2)", "input_shape"),
        ("layer_lstm(units = 3, retrun_sequences = TRUE)", "return_sequences"),
        ("optimizer_adam(learning_rat_ = 3)", "learning_rate"),
    ],
)
def test_arguments_that_dots_may_take(code: str, instead: str, scope: Scope) -> None:
    (found,) = findings(code, scope)
    assert (found.kind, found.label) == ("unknown-argument", "may not run")
    assert found.instead == (instead,)


@pytest.mark.parametrize(
    ("code", "label", "what"),
    [
        ("use_backend('theano')", "will not run", "use_backend(backend = )"),
        ("use_backend(name)", "different", "use_backend(backend = )"),
        ("optimizer_sgd(amsgrad = TRUE)", "will not run", "optimizer_sgd(amsgrad = )"),
        ("optimizer_sgd(amsgrad = T)", "will not run", "optimizer_sgd(amsgrad = )"),
        ("m %>% compile('sgd', target_tensors = y)", "different", "compile(target_tensors = )"),
        ("m %>% load_model_weights_tf('x', FALSE, FALSE, TRUE)", "will not run",
         "load_model_weights_tf(reshape = )"),
        ("m %>% multi_gpu_model(gpus = 4)", "different", "multi_gpu_model(gpus = )"),
    ],
)  # fmt: skip
def test_what_differs(code: str, label: str, what: str, scope: Scope) -> None:
    (found,) = findings(code, scope)
    assert (found.kind, found.label, found.what) == ("different", label, what)


def test_what_differs_says_why_and_what_to_use(scope: Scope) -> None:
    (found,) = findings("use_backend('theano')", scope)
    assert found.message == (
        '`backend` must be "tensorflow", "jax" or "torch": Keras dropped Theano, CNTK and PlaidML '
        'after version 2.3. Use use_backend("tensorflow") instead'
    )
    assert found.instead == ('use_backend("tensorflow")',)


@pytest.mark.parametrize(
    ("code", "instead"),
    [
        ("m %>% predict_classes(x)", "predict()"),
        ("layer_cudnn_lstm(units = 3)", "layer_lstm()"),
        ("train(m)", "fit()"),
    ],
)
def test_deprecated_functions(code: str, instead: str, scope: Scope) -> None:
    (found,) = findings(code, scope)
    assert (found.kind, found.is_problem, found.instead) == ("deprecated", False, (instead,))
    assert found.message == f"use {instead} instead"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("dataset_mnist()", "downloads the data set"),
        ("get_file('a', 'https://example.org/a')", "downloads a file"),
        ("application_vgg16()", "downloads weights trained on ImageNet"),
        ("application_vgg16(TRUE, 'imagenet')", "downloads weights trained on ImageNet"),
        ("application_vgg16(weights = NULL)", None),
        ("application_vgg16(TRUE, NULL)", None),
        ("application_vgg16(weights = 'file.h5')", None),
        ("application_vgg16(weights = w)", None),
        ("application_nasnetmobile()", None),  # its default is NULL
        ("layer_dense(units = 3)", None),
    ],
)
def test_downloads(code: str, message: str | None, scope: Scope) -> None:
    (call,) = script_of(code).calls
    found = list(downloads(call, scope))
    assert [(f.kind, f.is_problem) for f in found] == [("download", False)] * (message is not None)
    assert all(f.message.startswith(message or "") for f in found)
