"""Strings from a fixed set."""

from __future__ import annotations

from typing import Annotated

from rkeras_py.convert.scalars import OneOf


class Choice(OneOf):
    """One of a few strings; R's default is a single string, not the vector of all."""

    def __init__(self, *choices: str) -> None:
        super().__init__(*choices)
        self.r_default = None


Reduction = Annotated[str, Choice("auto", "none", "sum", "sum_over_batch_size")]
Curve = Annotated[str, Choice("ROC", "PR")]
Summation = Annotated[str, Choice("interpolation", "minoring", "majoring")]
Floatx = Annotated[str, Choice("float16", "bfloat16", "float32", "float64")]
ScoreMode = Annotated[str, Choice("dot", "concat")]
OrthogonalMode = Annotated[str, Choice("rows", "columns")]
FanMode = Annotated[str, OneOf("fan_in", "fan_out", "fan_avg")]
Distribution = Annotated[str, OneOf("normal", "uniform", "truncated_normal", "untruncated_normal")]
Interpolation = Annotated[
    str,
    Choice(
        "nearest", "bilinear", "bicubic", "area", "gaussian", "lanczos3", "lanczos5",
        "mitchellcubic",
    ),
]  # fmt: skip
MergeMode = Annotated[str, Choice("concat", "sum", "mul", "ave")]
