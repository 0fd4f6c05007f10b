from __future__ import annotations

import pytest
import r_keras

from rkeras_py.check.known import (
    PREFIXES,
    deprecated_in_python,
    match_arguments,
    near,
    scope_of,
)
from rkeras_py.check.r import Package

FORMALS = ["object", "units", "use_bias", "unit_norm", "..."]
PACKAGES = {
    "base": Package(exports={"c", "print"}),
    "keras": Package(exports={"layer_dense", "layer_dropout", "shape"}),
    "tensorflow": Package(exports={"shape", "tf"}),
    "other": Package(exports={"shape", "layer_data"}, attaches={"more"}),
    "more": Package(exports={"from_more"}),
}


@pytest.mark.parametrize("prefix", PREFIXES)
def test_prefixes_are_those_of_functions(prefix: str) -> None:
    names = [export.name for export in r_keras.exports()]
    assert sum(name.startswith(prefix) for name in names) >= 4


def test_arguments_are_matched_as_r_does() -> None:
    # as match.call() has it for f <- function(object, units, use_bias, unit_norm) NULL
    formals = FORMALS[:-1]
    assert match_arguments(formals, [None, "units"]) == (["object", "units"], [])
    assert match_arguments(formals, ["units", None]) == (["units", "object"], [])
    assert match_arguments(formals, ["us", None, "o", "units"]) == (
        ["use_bias", "unit_norm", "object", "units"],
        [],
    )
    assert match_arguments(formals, ["unit"]) == ([None], [0])  # two begin so
    assert match_arguments(formals, ["unit", "units"]) == (["unit_norm", "units"], [])
    assert match_arguments(formals, ["nothing", None]) == ([None, "object"], [0])


def test_dots_take_what_has_no_formal() -> None:
    assert match_arguments(FORMALS, ["nothing", None]) == ([None, "object"], [])
    # formals behind the dots are matched by their whole names
    assert match_arguments(["...", "name"], ["na", "name", None]) == ([None, "name", None], [])


def test_where_functions_come_from() -> None:
    scope = scope_of(["keras", "tensorflow", "other"], PACKAGES, is_open=False)
    assert scope.attached == ("keras", "tensorflow", "other", "more")
    providers = {name: scope.provider(name) for name in ("shape", "tf", "from_more", "c", "no")}
    assert providers == {
        "shape": "keras", "tf": "tensorflow", "from_more": "more", "c": "base", "no": None
    }  # fmt: skip
    assert scope.is_shared("shape") and not scope.is_shared("tf")
    assert scope.is_whole
    assert not scope_of(["keras"], PACKAGES, is_open=True).is_whole
    assert not scope_of(["keras", "absent"], PACKAGES, is_open=False).is_whole
    tidy = {**PACKAGES, "tidyverse": Package(exports={"tidyverse_packages"})}
    assert not scope_of(["keras", "tidyverse"], tidy, is_open=False).is_whole
    assert scope_of(["keras"], PACKAGES, is_open=False).provider("tf") is None


def test_names_that_are_near() -> None:
    scope = scope_of(["keras", "other"], PACKAGES, is_open=False)
    assert scope.near("layer_dens") == ("layer_dense",)
    assert scope.near("layer_dta", 0.9) == ()  # that of another package does not count
    assert near("units", ["unit", "units_", "x"]) == ("units_", "unit")


def test_deprecated_functions_say_what_to_use() -> None:
    assert deprecated_in_python("predict_classes") == "predict()"
    assert deprecated_in_python("metric_cosine_proximity") == "metric_cosine_similarity()"
    assert deprecated_in_python("layer_cudnn_gru") == "layer_gru()"
    assert deprecated_in_python("text_one_hot") == ""  # one of its arguments is
    assert deprecated_in_python("layer_dense") == ""
    assert deprecated_in_python("not_a_function") == ""
