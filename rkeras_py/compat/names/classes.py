"""Class names that scripts written for Keras 2 check, in addition to current ones."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.backends import is_tensor_class
from rkeras_py.keras_private.names import TENSOR_OF_OTHERS, former_names, public_name

#: Current qualified class name -> additional names in R: those of Keras 2 and of R's tensorflow,
#: and that of an error that scripts may want to catch.
FORMER_NAMES: dict[str, tuple[str, ...]] = {
    **former_names(),
    "rkeras_py.convert.rule.DeviationError": ("keras_deviation",),
    "rkeras_py.convert.rule.BackendError": ("keras_backend_error",),
    "rkeras_py.compat.backend.known_shapes.KnownShape": TENSOR_OF_OTHERS,
    "rkeras_py.convert.shapes.Extents": ("python.shape",),
    "rkeras_py.compat.models.custom_models.RModel": ("kerastools.model.RModel",),
    "numpy.ndarray": ("python.array",),  # for our methods, if reticulate's are not loaded
}


#: The class of this package's S3 methods for all Python objects.
HANDLE = "python.handle"

#: Classes for which reticulate has methods that support only its own objects.
_OF_RETICULATE = (
    "python.builtin.", "numpy.", "pandas.", "scipy.", "collections.OrderedDict", "datetime.",
)  # fmt: skip

_known: dict[type, tuple[str, ...]] = {}
_known_handles: dict[tuple[Any, ...], tuple[str, ...]] = {}


def class_names(kind: type) -> tuple[str, ...]:
    """The S3 classes of a Python type, most specific first, ending in ``python.builtin.object``."""
    if kind not in _known:
        _known[kind] = _class_names(kind)
    return _known[kind]


def handle_classes(kind: type, *more: str) -> tuple[str, ...]:
    """The S3 classes of a handle: those of its type, with ``more`` and ``python.handle``.

    These come before all classes for which reticulate has methods, so that each package uses its
    own methods if both are loaded.
    """
    key = (kind, *more)
    if key not in _known_handles:
        _known_handles[key] = _handle_classes(class_names(kind), more)
    return _known_handles[key]


def _handle_classes(names: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    place = next(i for i, name in enumerate(names) if name.startswith(_OF_RETICULATE))
    return (*names[:place], *more, HANDLE, *names[place:])


def _class_names(kind: type) -> tuple[str, ...]:
    names: list[str] = []
    for base in kind.__mro__:
        if "_rkeras_shown_as_base" in vars(base):
            continue
        module = base.__module__
        qualified = f"{module}.{base.__qualname__}".lstrip(".")  # R classes have no module
        if module == "builtins":
            qualified = f"python.builtin.{base.__qualname__}"
        former = FORMER_NAMES.get(qualified, ())
        if is_tensor_class(base):
            former = TENSOR_OF_OTHERS
        for name in (qualified, *former, public_name(base)):
            if name and name not in names:
                names.append(name)
    if names[-1] != "python.builtin.object":
        names.append("python.builtin.object")
    return tuple(names)
