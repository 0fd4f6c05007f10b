"""Sessions, which ran graphs in TensorFlow 1."""

from __future__ import annotations

from typing import Any

from keras import tree

_current: Any = None


class Session:
    """Returns the values of tensors, variables, and symbolic tensors for given inputs."""

    def run(self, fetches: Any, feed_dict: Any = None) -> Any:
        """The value of one tensor, or the values of a list of tensors.

        Args:
            fetches: A tensor, a variable, a symbolic tensor, or a list of them.
            feed_dict: Symbolic tensors and their values: pairs, or a dictionary.
        """
        from rkeras_py.compat.backend.graph_functions import GraphFunction

        pairs = list(feed_dict.items()) if hasattr(feed_dict, "items") else list(feed_dict or [])
        flat = [x for x in tree.flatten(fetches) if x is not None]
        run = GraphFunction([placeholder for placeholder, _ in pairs], flat, [])
        values = run(*[value for _, value in pairs]) if len(pairs) != 1 else run([pairs[0][1]])
        numbers = iter(values)
        return tree.map_structure(lambda x: None if x is None else next(numbers), fetches)

    def close(self) -> None:
        """Nothing to close."""

    @property
    def graph(self) -> Any:
        """TensorFlow's graph, for scripts that pass it to ``with()``."""
        import tensorflow as tf

        return tf.compat.v1.get_default_graph()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()


def current() -> Any:
    """The session that was set, otherwise one that is created when it is first needed."""
    global _current
    if _current is None:
        _current = Session()
    return _current


def replace(session: Any) -> None:
    global _current
    _current = session
