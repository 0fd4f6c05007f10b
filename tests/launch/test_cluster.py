"""TF_CONFIG, as launchers write it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rkeras_py.launch.cluster import Cluster, LaunchError, of_environment


def cluster(config: Any) -> Cluster | None:
    text = config if isinstance(config, str) else json.dumps(config)
    return of_environment({"TF_CONFIG": text})


def config(workers: list[str], kind: str = "worker", index: Any = 0, **more: Any) -> dict[str, Any]:
    return {"cluster": {"worker": workers, **more}, "task": {"type": kind, "index": index}}


def test_workers_have_their_order_and_this_one_its_rank() -> None:
    found = cluster(config(["a:1", "b:2", "c:3"], index=1))
    assert found == Cluster(("a:1", "b:2", "c:3"), 1)
    assert found.size == 3 and found.name(2) == "worker 3 (c:3)"


def test_a_chief_is_the_first_worker() -> None:
    for kind, index, rank in (("chief", 0, 0), ("worker", 0, 1), ("worker", 1, 2)):
        found = cluster(config(["a:1", "b:2"], kind, index, chief=["c:3"]))
        assert found == Cluster(("c:3", "a:1", "b:2"), rank)


def test_the_variable_for_tensorflow_is_read_back() -> None:
    one = Cluster(("a:1", "[::1]:2"), 1)
    assert cluster(one.as_variable()) == one


@pytest.mark.parametrize("text", ["", " ", "{}", '{"cluster": {}}', config(["a:1"])])
def test_one_worker_alone_is_no_cluster(text: Any) -> None:
    assert cluster(text) is None
    assert of_environment({}) is None


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("{", "TF_CONFIG is no JSON"),
        ("[]", 'must be {"cluster"'),
        (config(["a:1"], ps=["b:1"]), 'not "ps"'),
        (config(["a:1", "b"]), 'addresses "host:port", not "b"'),
        (config(["a:1", "b:x"]), 'not "b:x"'),
        (config(["a:1", "a:1"]), "an address twice: a:1, a:1"),
        (config(["a:1", "b:1"], index=2), "there is no worker 2"),
        (config(["a:1", "b:1"], index=-1), "there is no worker -1"),
        (config(["a:1", "b:1"], "evaluator"), "there is no evaluator 0"),
        ({"cluster": {"worker": ["a:1", "b:1"]}}, "must say which worker this is"),
        (config(["a:1", "b:1"], index="x"), "must say which worker this is"),
    ],
)
def test_what_is_wrong_is_said(wrong: Any, message: str) -> None:
    with pytest.raises(LaunchError) as error:
        cluster(wrong)
    assert message in str(error.value)
