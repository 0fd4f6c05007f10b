"""Configurations in untrusted JSON and YAML: their size is checked before they are used."""

from __future__ import annotations

import json
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.slashes import in_config

#: Generous limits: models of keras.applications have less than 1 MB and 20 levels.
_LENGTH = 64 * 1024**2
_DEPTH = 200
#: Limit for content that YAML references repeat, in addition to the text itself.
_REPEATED = 100_000


def from_json(text: str) -> Any:
    """Parse JSON text.

    Raises:
        ArgumentError: it is not JSON, too large or nested too deeply; the message continues a
            sentence that starts with the text's name.
    """
    _check_length(text)
    try:
        value = json.loads(text)
    except RecursionError:
        raise _too_deep() from None
    except ValueError as problem:
        raise ArgumentError(f"is not valid JSON: {problem}") from None
    return in_config(_measured(value, text))


def from_yaml(text: str) -> Any:
    """Parse YAML text; only plain values are allowed.

    Raises:
        ArgumentError: it is not YAML, would run code, is too large or nested too deeply; the
            message continues a sentence that starts with the text's name.
    """
    _check_length(text)
    yaml = module()
    try:
        value = yaml.load(text, _loader(yaml))
    except RecursionError:
        raise _too_deep() from None
    except (yaml.YAMLError, ValueError) as problem:
        raise ArgumentError(f"cannot be read: {problem}") from None
    return _measured(value, text)


def module() -> Any:
    """Raises: ImportError: PyYAML is not installed."""
    try:
        import yaml  # type: ignore[import-untyped]
    except ImportError:
        raise ImportError(
            "YAML needs the Python package PyYAML: install it with `pip install pyyaml`."
        ) from None
    return yaml


def _loader(yaml: Any) -> Any:
    class Loader(yaml.SafeLoader):  # type: ignore[misc]
        """Loads plain values, and the tuples that Keras 2 wrote."""

        def flatten_mapping(self, node: Any) -> None:
            """Refuse merge keys, which multiply mappings; Keras never wrote them."""
            for key, _ in node.value:
                if key.tag == "tag:yaml.org,2002:merge":
                    raise yaml.YAMLError(f"the key << is not supported{key.start_mark}")

    Loader.add_constructor(
        "tag:yaml.org,2002:python/tuple", lambda loader, node: loader.construct_sequence(node)
    )
    return Loader


def _check_length(text: str) -> None:
    if len(text) > _LENGTH:
        raise ArgumentError(f"has {len(text)} characters, more than {_LENGTH}.")


def _measured(value: Any, text: str) -> Any:
    """The value of a text, if it is neither too large nor nested too deeply.

    Values that YAML references repeatedly count each time, because they will be copied.
    """
    waiting, found = [(value, 1)], 0
    while waiting:
        part, depth = waiting.pop()
        if isinstance(part, (dict, list, set)):
            inside = part.values() if isinstance(part, dict) else part
            waiting += [(each, depth + 1) for each in inside]
        found += 1
        if found + len(waiting) > len(text) + _REPEATED:
            raise ArgumentError(f"has {len(text)} characters that expand to too many values.")
        if depth > _DEPTH:
            raise _too_deep()
    return value


def _too_deep() -> ArgumentError:
    return ArgumentError(f"is nested more than {_DEPTH} levels deep.")
