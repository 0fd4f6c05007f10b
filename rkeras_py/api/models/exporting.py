"""Exports models as SavedModel folders."""

from __future__ import annotations

import os
import time
from typing import Any

from rkeras_py.api.models.saving import check_exists, read
from rkeras_py.api.training.training import MODEL
from rkeras_py.convert.custom_objects import CustomObjects
from rkeras_py.convert.objects import Model
from rkeras_py.convert.paths import AnyPath
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.registry.define import export


@export(invisible=True)
def model_to_saved_model(
    model: Model,
    saved_model_path: AnyPath,
    custom_objects: CustomObjects | None = None,
    as_text: bool = False,
    input_signature: Any = None,
    serving_only: bool = False,
) -> str:
    """Export a model as a SavedModel folder.

    Writes the model in TensorFlow's SavedModel format. ``model_from_saved_model()`` reads it.

    Args:
        model: A model.
        saved_model_path: The folder. If it exists, only the files of a SavedModel are replaced.
        custom_objects: Not needed: the graph contains the computations of the model.
        as_text: Whether to write the graph as text.
        input_signature: A list of ``tf$TensorSpec()``, for inputs that differ from those of the
            model.
        serving_only: Whether to write only the graph, without the model.

    Returns: the path.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- model_to_saved_model(model, tempfile())
        same <- model_from_saved_model(path)
    """
    from rkeras_py.compat.files import saved_models

    saved_models.save(
        model,
        saved_model_path,
        input_signature=input_signature,
        as_text=as_text,
        with_model=not serving_only,
        argument="saved_model_path",
    )
    return saved_model_path


@export
def model_from_saved_model(
    saved_model_path: AnyPath, custom_objects: CustomObjects | None = None
) -> Any:
    """Load a model exported by model_to_saved_model().

    A folder that holds only a graph is inspected first. It is refused if the graph could do more
    than compute; ``load_model_tf()`` explains how to allow it.

    Args:
        saved_model_path: The folder.
        custom_objects: Named list of custom functions and classes that the model uses.

    Returns: the model; it is not compiled.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- model_to_saved_model(model, tempfile())
        same <- model_from_saved_model(path)
    """
    check_exists(saved_model_path, "saved_model_path")
    return read(saved_model_path, custom_objects, compile=False)


def _version(folder: str) -> str:
    """A new folder for a version; its name is the time, or the next free number."""
    number = int(time.time())
    while os.path.lexists(path := os.path.join(folder, str(number))):
        number += 1
    return path


@export(name="export_savedmodel", method=("export_savedmodel", MODEL), invisible=True)
def export_savedmodel(
    object: Model,
    export_dir_base: AnyPath,
    overwrite: bool = True,
    versioned: bool | None = None,
    remove_learning_phase: bool = True,
    as_text: bool = False,
    **more: Any,
) -> str:
    """Export a model for serving as a SavedModel folder.

    Writes the model in the format that TensorFlow Serving and other TensorFlow programs read.

    Args:
        object: A model.
        export_dir_base: The folder.
        overwrite: Whether an existing SavedModel may be replaced. Other files in the folder are
            kept.
        versioned: Whether to write into a new subfolder named by the time; by default if
            ``overwrite`` is ``FALSE``.
        remove_learning_phase: Not used: the exported model always predicts.
        as_text: Whether to write the graph as text.

    Returns: the path of the folder with the model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        export_savedmodel(model, tempfile())
    """
    from rkeras_py.compat.files import saved_models

    reject_unused(more)
    path = export_dir_base
    if not overwrite if versioned is None else versioned:
        path = _version(path)
    if os.path.exists(path) and not overwrite:
        raise ArgumentError(
            f'`export_dir_base` exists: "{path}". Use `overwrite = TRUE` to replace it.'
        )
    saved_models.save(object, path, as_text=as_text, with_model=False, argument="export_dir_base")
    return path
