"""Private names of TensorFlow: graphs in files, feature columns, contents of graphs."""

from __future__ import annotations

import inspect
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from rkeras_py.keras_private import file_probes, uses_private


@uses_private(file_probes.assets)
def assets_of(folder: str, meta_graph: Any) -> dict[str, bytes]:
    """The files that a graph of a SavedModel reads, by the names of the tensors with their paths.

    TensorFlow 2.21: ``saved_model.loader_impl.get_asset_tensors()``.
    """
    from tensorflow.python.saved_model import loader_impl

    assets: dict[str, bytes] = loader_impl.get_asset_tensors(folder, meta_graph)
    return assets


@uses_private(file_probes.graph_loader)
def graph_loader() -> Any:
    """The class that reads only the graph of a SavedModel, as in TensorFlow 1.

    Objects are created with the folder. ``graphs_of()`` returns the graphs in it; ``load(tags)``
    calls ``restore_variables()``, and ``signatures_of()`` with the description of the signatures.

    TensorFlow 2.21: ``saved_model.load_v1_in_v2._EagerSavedModelLoader``.
    """
    from tensorflow.python.saved_model import load_v1_in_v2

    base = load_v1_in_v2._EagerSavedModelLoader
    signatures = base._extract_signatures

    class GraphLoader(base):  # type: ignore[misc, valid-type]
        def graphs_of(self) -> Any:
            return self._saved_model.meta_graphs

        def signatures_of(self, wrapped: Any, meta_graph: Any) -> Any:
            return signatures(self, wrapped, meta_graph)

        def _extract_signatures(self, wrapped: Any, meta_graph: Any) -> Any:
            return self.signatures_of(wrapped, meta_graph)

    return GraphLoader


def _is_distribution(distribution_of: Callable[[Any], Any]) -> bool:
    class Drawn:
        pass

    drawn, distribution = Drawn(), object()
    drawn._tfp_distribution = distribution  # type: ignore[attr-defined]
    return distribution_of(drawn) is distribution and distribution_of(1) == 1


@uses_private(_is_distribution)
def distribution_of(tensor: Any) -> Any:
    """The distribution that a layer drew a tensor from; other values are unchanged.

    TensorFlow 2.21 with TensorFlow Probability 0.25: the tensor's attribute
    ``_tfp_distribution``.
    """
    return getattr(tensor, "_tfp_distribution", tensor)


@uses_private(file_probes.deprecations)
def silence_deprecations() -> None:
    """Turn off TensorFlow's warnings about deprecated functions.

    A warning looks up the caller in Python's stack. If R is the caller there is none, and the
    deprecated function fails.

    TensorFlow 2.21: the variable ``_PRINT_DEPRECATION_WARNINGS`` of ``util.deprecation``.
    """
    from tensorflow.python.util import deprecation

    if deprecation._PRINT_DEPRECATION_WARNINGS:
        deprecation._PRINT_DEPRECATION_WARNINGS = False


@uses_private(file_probes.dispatchers)
def dispatch_unknown(handle: Callable[[Callable[..., Any], Any, Any], Any]) -> None:
    """Register a function to call when a TensorFlow function does not support an argument.

    Args:
        handle: Takes the TensorFlow function, its positional and its named arguments; returns the
            value, or ``NotImplemented``.

    TensorFlow 2.4 to 2.21: ``tf.__internal__.dispatch.GlobalOpDispatcher``.
    """
    import tensorflow as tf

    base = tf.__internal__.dispatch.GlobalOpDispatcher

    class Dispatcher(base):  # type: ignore[misc, valid-type]
        def handle(self, op: Any, args: Any, kwargs: Any) -> Any:
            value = handle(op, args, kwargs)
            return self.NOT_SUPPORTED if value is NotImplemented else value

    Dispatcher().register()


@uses_private(lambda f: f("MatMul") and not f("NoSuchOperation"))
def is_operation(name: str) -> bool:
    """Whether TensorFlow has an operation of this name.

    TensorFlow 2.21: ``framework.op_def_registry``.
    """
    from tensorflow.python.framework import op_def_registry

    return op_def_registry.get(name) is not None


@uses_private(file_probes.python_functions)
def python_functions() -> list[Any] | None:
    """The Python functions that this thread's graph keeps alive; ``None`` if there are none.

    TensorFlow 2.21: ``script_ops`` adds the attribute ``_py_funcs_used_in_graph`` to the graph with
    the first function.
    """
    import tensorflow as tf

    graph = tf.compat.v1.get_default_graph()
    return graph._py_funcs_used_in_graph if hasattr(graph, "_py_funcs_used_in_graph") else None


@uses_private(file_probes.operations)
def operations_in(dataset: Any) -> set[str]:
    """The operations in the functions of a dataset and of its input datasets.

    TensorFlow 2.21: the methods ``_inputs()`` and ``_functions()`` of datasets; the latter returns
    objects with a concrete ``function``.
    """
    found = set().union(*map(operations_in, dataset._inputs()))
    for wrapped in dataset._functions():
        graph = wrapped.function.graph.as_graph_def()
        nodes = [*graph.node, *(node for f in graph.library.function for node in f.node_def)]
        found.update(node.op for node in nodes)
    return found


@uses_private(file_probes.generators)
def generators_of(function: Callable[..., Any]) -> list[Any]:
    """The generators that a function of a dataset reads.

    TensorFlow 2.21: the attribute ``_generator`` of ``DatasetV2._GeneratorState``; the function is
    a method of it or a closure over it.
    """
    from tensorflow.python.data.ops.dataset_ops import DatasetV2

    inner = inspect.unwrap(function)
    parts = [getattr(inner, "__self__", None)]
    for cell in getattr(inner, "__closure__", None) or ():
        with suppress(ValueError):  # empty cell
            parts.append(cell.cell_contents)
    return [part._generator for part in parts if isinstance(part, DatasetV2._GeneratorState)]


@uses_private(file_probes.dense_column)
def is_dense_column(value: Any) -> bool:
    """Whether a value is a dense feature column.

    TensorFlow 2.21: ``feature_column_v2.DenseColumn``.
    """
    from tensorflow.python.feature_column import feature_column_v2

    return isinstance(value, feature_column_v2.DenseColumn)


@uses_private(file_probes.column_cache)
def cache_of_features(features: dict[str, Any]) -> Any:
    """The cache that feature columns read their features from.

    TensorFlow 2.21: ``feature_column_v2.FeatureTransformationCache``.
    """
    from tensorflow.python.feature_column import feature_column_v2

    return feature_column_v2.FeatureTransformationCache(features)


@uses_private(file_probes.column_configs)
def configs_of_columns(columns: list[Any]) -> Any:
    """The configurations of feature columns.

    TensorFlow 2.21: ``feature_column.serialization.serialize_feature_columns()``.
    """
    from tensorflow.python.feature_column import serialization

    return serialization.serialize_feature_columns(columns)


@uses_private(file_probes.columns_of_configs)
def columns_from_configs(configs: Any) -> Any:
    """Feature columns from their configurations.

    TensorFlow 2.21: ``feature_column.serialization.deserialize_feature_columns()``.
    """
    from tensorflow.python.feature_column import serialization

    return serialization.deserialize_feature_columns(configs)


def _tells_replicas(is_replica: Callable[[], bool]) -> bool:
    import tensorflow as tf

    answers = []
    tf.distribute.MirroredStrategy().run(lambda: answers.append(is_replica()))
    return answers == [True] and not is_replica()


@uses_private(_tells_replicas)
def is_replica() -> bool:
    """Whether this thread computes for one device of a strategy while the calling thread waits.

    TensorFlow 2.21: the class ``distribute.mirrored_run._MirroredReplicaThread``.
    """
    if "tensorflow" not in sys.modules:
        return False
    from tensorflow.python.distribute import mirrored_run

    return isinstance(threading.current_thread(), mirrored_run._MirroredReplicaThread)
