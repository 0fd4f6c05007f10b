"""How functions are defined, checked and called from both languages."""

from __future__ import annotations

import pytest

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY


def test_a_word_of_python_may_name_an_argument():
    function = REGISTRY["freeze_weights"]
    assert [p.name for p in function.parameters.values()] == ["object", "from", "to", "which"]
    with pytest.raises(ArgumentError, match="`object` must be a layer or a model, not NULL"):
        function.call([], {"object": None, "from": 1})
