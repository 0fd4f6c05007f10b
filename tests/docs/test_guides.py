"""What the guides beside that to the sequential model show: what their text says is true."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable

import pytest
import r_process

from .document import outputs, sources

Rendered = Callable[[str], str]

pytestmark = [
    pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed"),
    pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed"),
]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def after(page: str, code: str) -> str:
    """What the code printed that ends with this line."""
    shown = [squeezed(block) for block in blocks(page)]
    place = next(i for i, block in enumerate(shown) if block.endswith(squeezed(code)))
    return blocks(page)[place + 1]


def blocks(page: str) -> list[str]:
    """Code and what it printed, in their order."""
    found = re.findall(
        r'(<code class="sourceCode \w+">.*?</code></pre>|<pre><code>.*?</code></pre>)',
        page, re.DOTALL,
    )  # fmt: skip
    read = (sources(block) + sources(block, "python") + outputs(block) for block in found)
    return [block[0] if block else "" for block in read]


def numbers(text: str) -> list[float]:
    """The numbers of a printed vector or table, without R's counters of elements."""
    plain = re.sub(r"^ *\[\d+\]", "", text, flags=re.MULTILINE)
    return [float(word) for word in re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?(?:e-?\d+)?\b", plain)]


def errors(page: str) -> list[str]:
    return [squeezed(block) for block in outputs(page) if block.startswith("Error")]


def test_functional_api_finds_the_structure_of_the_data(rendered: Rendered) -> None:
    page = rendered("functional_api")
    assert numbers(after(page, "error"))[0] < 0.2
    assert numbers(after(page, "cor(premium, learned)"))[0] > 0.99
    assert numbers(after(page, "weight[1:2, 1]")) == pytest.approx([2, -1], abs=0.1)
    different, same = numbers(after(page, '"same", "different"), mean)'))
    assert different > same


def test_functional_api_counts_shared_layers_once(rendered: Rendered) -> None:
    page = rendered("functional_api")
    encoder, whole = numbers(after(page, "whole = count_params(model))"))
    assert encoder == (5 + 1) * 16 + (16 + 1) * 4
    assert whole == encoder + 4 + 1
    assert "Trainable params: 15\nNon-trainable params: 164\n" in after(page, "classifier")


def test_functional_api_weighs_the_losses_of_outputs(rendered: Rendered) -> None:
    page = rendered("functional_api")
    names, values = after(page, "verbose = 0 ) score").splitlines()
    score = dict(zip(names.split(), numbers(values), strict=True))
    total = score["price_loss"] + 0.5 * score["garden_loss"]
    assert score["loss"] == pytest.approx(total, abs=2e-4)
    assert score["garden_accuracy"] > 0.75
    assert not [block for block in outputs(page) if "FALSE" in block or "difference" in block]
    assert [error.split(":")[0] for error in errors(page)] == [
        "Error in layer_add(list(layer_input(shape = 2), layer_input(shape = 3)))",
        "Error in keras_model(layer_input(shape = 2), output)",
    ]


def test_training_reaches_the_noise(rendered: Rendered) -> None:
    page = rendered("training")
    assert numbers(after(page, "below"))[0] == pytest.approx(0.9, abs=0.06)
    equal, weighted = numbers(after(page, "distance"))
    assert weighted < equal / 1.5
    table = after(page, 'weighted = detector(list("0" = 1, "1" = 19)) ), 3)')
    found, alarms, found_weighted, alarms_weighted = numbers(table)
    assert found_weighted > found + 0.2
    assert alarms_weighted > alarms
    assert numbers(after(page, "test_on_batch(model, test$x, test$y)"))[0] < 0.2


def test_training_obeys_callbacks(rendered: Rendered) -> None:
    page = rendered("training")
    rates = numbers(after(page, "unique(history$metrics$lr)"))
    assert rates == pytest.approx([0.01 / 2**i for i in range(len(rates))], rel=1e-3)
    assert len(rates) > 1
    best, model, file = numbers(after(page, 'test$y, verbose = 0)[["loss"]] )'))
    assert best == model == file
    before, last = numbers(after(page, "tail(history$metrics$loss, 2)"))
    assert last < 0.2 <= before
    assert numbers(after(page, "length(path)")) == [64]


def test_training_passes_errors_of_r_on(rendered: Rendered) -> None:
    callback, samples, kind = errors(rendered("training"))
    assert callback.endswith("in `on_epoch_end` of the callback: no more")
    assert samples.endswith("`x` and `y` must have the same number of samples, not 1000 and 10.")
    assert "`callbacks` must be a callback or a list of callbacks" in kind


def test_saving_gives_the_same_model_back(rendered: Rendered) -> None:
    page = rendered("saving")
    assert not [block for block in outputs(page) if "difference" in block]
    truths = [block.strip() for block in outputs(page) if block.split()[:1] == ["[1]"]]
    assert truths.count("[1] TRUE") == 20
    assert truths.count("[1] FALSE") == 1
    assert after(page, "identical(get_weights(fresh), get_weights(model))").strip() == "[1] FALSE"
    assert after(page, "new <= loaded$ranges[2, ]").split() == ["[1]", "TRUE", "FALSE"]


def test_saving_says_what_is_missing(rendered: Rendered) -> None:
    overwrite, reference, function = errors(rendered("saving"))
    assert "`filepath` exists" in overwrite
    assert "belongs to a session that has ended" in reference
    assert "custom_objects = list(doubled = ...)" in function


def test_saving_exchanges_with_python(rendered: Rendered) -> None:
    page = rendered("saving")
    assert after(page, "model.name, model.count_params()").strip() == "('flow', 65)"
    assert numbers(after(page, "x[, 1] * x[, 2])"))[0] > 0.97
    assert after(page, "mean_error < 1e-6").strip() == "True"


def test_training_loops_compute_what_fit_and_r_compute(rendered: Rendered) -> None:
    page = rendered("training_loops")
    assert not [block for block in outputs(page) if "difference" in block]
    assert [block.strip() for block in outputs(page)].count("[1] TRUE") == 4
    assert numbers(after(page, "test_on_batch(model, x, y)"))[0] < 0.05
    mean, deviation = numbers(after(page, "c(mean = mean(made), sd = sd(made))"))
    assert mean == pytest.approx(3, abs=0.3)
    assert deviation == pytest.approx(0.5, abs=0.2)
    assert numbers(after(page, "round(as.array(place), 2)"))[-2:] == pytest.approx(
        [0.4, -0.3], abs=0.08
    )


def test_testing_runs_tests_of_both_languages(rendered: Rendered) -> None:
    page = rendered("testing")
    assert len([block for block in outputs(page) if block.startswith("Test passed")]) == 7
    assert "1 of 24 values differ, by at most 0.001" in after(page, "print(failure)")
    assert "2 passed" in after(page, 'print(done.stdout.split(" in ")[0])')


def test_errors_are_those_that_the_text_explains(rendered: Rendered) -> None:
    page = rendered("errors")
    expected = [
        "`units` must be a whole number of at least 1, not -8.",
        'Did you mean "relu", "relu6"?',
        "`rate` must be a number from 0 to 1, not 2.",
        "`x` must have 4 features (columns), not 3.",
        "the same number of samples, not 150 and 100.",
        'For labels, use "sparse_categorical_crossentropy".',
        "`y` must be labels from 0 to 2",
        "the model has not been compiled: call compile()",
        "in `on_epoch_end` of the callback: the loss is still",
        "a tensor cannot be the condition of `if`",
        "belongs to a session that has ended",
    ]
    found = errors(page)
    assert len(found) == len(expected)
    for message, error in zip(expected, found, strict=True):
        assert message in error
    assert "`x` has 1 missing value" in after(page, "conditionMessage(w) )")
    assert after(page, 'inherits(caught, "python.builtin.ValueError")').split()[-1] == "TRUE"
    assert after(page, "is.numeric(result)").strip() == "[1] TRUE"
