"""Functions that can replace values."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.branches import BranchRule
from rkeras_py.convert.named import named
from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.shapes import ShapeRule


class ShapeOrFunctionRule(Rule):
    """A shape without the batch, or a function from complete shapes to complete shapes."""

    name = "a shape, such as c(28, 28), or a function of the input's shape"

    def accept(self, value: Any) -> Any:
        shape = ShapeRule()
        if not callable(value):
            try:
                return shape.accept(value)
            except Mismatch:
                raise Mismatch from None

        def output_shape(input_shape: Any) -> Any:
            return shape.accept(value(input_shape))

        name = getattr(value, "__name__", "<lambda>")
        if name != "<lambda>":  # Keras saves it by name
            output_shape.__name__ = output_shape.__qualname__ = name
        return output_shape


class MaskRule(BranchRule):
    """A mask, or a function of inputs and their mask."""

    name = "a tensor or a function of input and mask"

    def accept(self, value: Any) -> Any:
        return named(super().accept(value), role="mask")


ShapeOrFunction = Annotated[Any, ShapeOrFunctionRule()]
MaskFunction = Annotated[Any, MaskRule()]
