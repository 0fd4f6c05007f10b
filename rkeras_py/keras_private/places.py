"""Where Keras defines classes, without importing Keras."""

from __future__ import annotations

from collections.abc import Callable

from rkeras_py.keras_private import uses_private

Places = dict[str, tuple[str, str]]


def _are_right(places: Callable[[], Places]) -> bool:
    import keras

    found = {"Model": keras.Model, "History": keras.callbacks.History}
    return places() == {name: (cls.__module__, cls.__name__) for name, cls in found.items()}


@uses_private(_are_right)
def places() -> Places:
    """The modules and names of classes that notebooks display.

    Keras 3.0 to 3.16: the attribute ``__module__`` of ``keras.Model`` and
    ``keras.callbacks.History``.
    """
    return {
        "Model": ("keras.src.models.model", "Model"),
        "History": ("keras.src.callbacks.history", "History"),
    }
