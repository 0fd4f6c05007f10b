"""Values that stay Python's in R, and what R does with them."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bridge.things import Shelf, Thing


@pytest.fixture(scope="module", autouse=True)
def companion(r: Any) -> None:
    """The functions of R's side, by the names under which the package has them."""
    r("call <- keras:::call_python")


def call(r: Any, name: str, *values: Any) -> Any:
    """What an internal function gives, called from R."""
    given = {f"v{i}": value for i, value in enumerate(values)}
    return r(f"keras:::call_python('{name}', list({', '.join(given)}))", **given)


def test_tuples_and_dictionaries(r: Any) -> None:
    classes = r("x <- call('.tuple', list(list(1L, 'é'), FALSE)); class(x)")
    assert "python.builtin.tuple" in classes
    assert list(r("call('.same', list(x))")) == [1, "é"]
    r("d <- call('.dict', list(list('a', 2L), list(1, 'zwei'), FALSE))")
    assert r("call('.same', list(d))") == {"a": 1.0, "2": "zwei"}
    assert r("call('.dict', list(list('a'), list(1), TRUE))") == {"a": 1.0}


def test_arrays_of_numpy(r: Any) -> None:
    r("a <- call('.np_array', list(c(1, 2, 3), 'int16', 'C'))")
    got = r("call('.same', list(a))")
    assert "numpy.ndarray" in r("class(a)") and np.asarray(got).tolist() == [1, 2, 3]


def test_attributes(r: Any) -> None:
    thing = Thing(7)
    assert call(r, ".has_attr", thing, "size") is True
    assert call(r, ".has_attr", thing, "größe") is False
    assert r("as.numeric(call('.same', list(call('.get_attr', list(x, 'size', FALSE)))))",
             x=thing) == 7  # fmt: skip
    call(r, ".del_attr", thing, "size")
    assert not hasattr(thing, "size")
    assert "add" in call(r, ".dir", thing)


@pytest.mark.parametrize(
    ("value", "key", "expected"),
    [
        (Shelf("a", "b"), 0, "a"),
        (Shelf("a", "b"), -1.0, "b"),
        (Shelf("a", "b"), 1.0, "b"),
    ],
)
def test_items_count_from_0(r: Any, value: Any, key: Any, expected: Any) -> None:
    assert call(r, ".python_item", value, key, True) == expected


def test_keys_that_are_doubles_stay_doubles_where_they_are_keys() -> None:
    from rkeras_py.bridge import items

    assert items.python_item({1.0: "key", 2: "other"}, 1.0, True).value == "key"
    assert items.python_item(["a", "b"], 1.0, True).value == "b"
    with pytest.raises(TypeError):
        items.python_item(["a"], 0.5, True)
    values = {"a": 1}
    items.set_python_item(values, "b", 2)
    items.del_python_item(values, "a")
    assert values == {"b": 2}
    shelf = ["x", "y"]
    items.set_python_item(shelf, 1.0, "z")
    assert shelf == ["x", "z"]


def test_lengths_truth_and_texts(r: Any) -> None:
    assert call(r, ".len", Shelf(1, 2, 3), None) == 3
    assert call(r, ".len", Thing(), 7) == 7
    with pytest.raises(Exception, match="has no len"):
        call(r, ".len", Thing(), None)
    assert call(r, ".truth", Shelf()) is False
    thing = Thing()
    assert call(r, ".id", thing) == str(id(thing))
    assert call(r, ".repr", "é") == "'é'"


def test_none_and_ellipsis_as_values(r: Any) -> None:
    assert "python.builtin.NoneType" in r("class(call('.none', list()))")
    assert r("call('.same', list(call('.ellipsis', list())))") is ...


def test_objects_in_files(r: Any, tmp_path: Path) -> None:
    path = tmp_path / "größe.pkl"
    call(r, ".save_object", {"a": [1, 2]}, str(path), "pickle", None)
    assert r("call('.load_object', list(p, 'pickle', NULL, TRUE))", p=str(path)) == {"a": [1, 2]}
    before = path.read_bytes()
    with pytest.raises(Exception, match="pickle"):
        call(r, ".save_object", Shelf(lambda: 1), str(path), "pickle", None)
    assert path.read_bytes() == before  # replaced as a whole or not at all


def test_seeds_of_python_s_own_generators(monkeypatch: pytest.MonkeyPatch) -> None:
    from rkeras_py.bridge import python_values

    monkeypatch.setenv("PYTHONHASHSEED", "random")
    drawn = []
    for _ in range(2):
        python_values.set_seed(5.0, False)
        drawn.append((random.random(), float(np.random.rand())))
    assert drawn[0] == drawn[1] and os.environ["PYTHONHASHSEED"] == "random"
    python_values.set_seed(5.0, True)
    assert os.environ["PYTHONHASHSEED"] == "0"


def test_iterators() -> None:
    from rkeras_py.bridge import iterators
    from rkeras_py.convert.rule import ArgumentError

    for value, expected in (([1, 2], [1, 2]), ("ab", ["ab"]), (3, [3]), (iter("xy"), ["x", "y"])):
        it = iterators.iterator(value)
        got = []
        while (found := iterators.advance(it, True)) is not None:
            got.append(found["value"])
        assert got == expected
    assert iterators.advance(iter([None]), True) == {"value": None}  # not the end
    with pytest.raises(ArgumentError, match="this Python object has no iterator"):
        iterators.iterator(object())


def test_iterators_that_r_steps(r: Any) -> None:
    r("n <- 0; it <- call('.from_r', list(function() if ((n <<- n + 1) < 4) list(n * 2), 0L))")
    assert list(r("call('.same', list(it))")) == [2, 4, 6]
