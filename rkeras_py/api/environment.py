"""The environment: installed packages, and settings that old scripts use."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Annotated, Any

from rkeras_py.compat.deviations import deviation
from rkeras_py.compat.environment import for_this_python
from rkeras_py.convert import backends
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import OneOf
from rkeras_py.engine import host
from rkeras_py.registry.define import export

_IMPLEMENTATION = "KERAS_IMPLEMENTATION"


def _installed(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _parts(version: str) -> tuple[int, ...]:
    import re

    return tuple(int(part) for part in re.findall(r"\d+", version))


@export(waits=False)
def is_keras_available(version: str | None = None) -> bool:
    """Check whether Keras is available.

    Args:
        version: Minimum version, such as "3.0"; ``NULL`` for any version.

    Returns: ``TRUE`` or ``FALSE``.

    Example:
        is_keras_available("2.0")
    """
    found = _installed("keras")
    if found is None or _installed(backends.known()) is None:
        return False
    return version is None or _parts(found) >= _parts(version)


def pip(*words: str) -> None:
    """Install packages into this Python with pip; prints pip's output.

    Raises:
        ArgumentError: pip failed; the message has its last lines.
    """
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", *words]
    answer = subprocess.run(
        for_this_python(command),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    print(answer.stdout, end="")
    if answer.returncode:
        tail = "\n".join(answer.stderr.strip().splitlines()[-5:])
        raise ArgumentError(f"pip could not install {' '.join(words)}. Its output:\n{tail}")


def _packages(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


@export(invisible=True, r_defaults={"tensorflow": "version"})
def install_keras(
    method: Annotated[str, OneOf("auto", "virtualenv", "conda")] = "auto",
    conda: str = "auto",
    version: str = "default",
    tensorflow: str | None = None,
    extra_packages: Any = None,
    *rest: Any,
    **more: Any,
) -> None:
    """Check the installed Keras, and install Python packages.

    Keras and TensorFlow are installed together with rkeras-py, so a script that installs them has
    nothing left to do.

    Args:
        method: Not used: packages are installed into the running Python.
        conda: Not used.
        version: Required version of TensorFlow, such as "2.21"; "default" for any version. "cpu"
            and "gpu", alone or after a version, are accepted.
        tensorflow: The same as ``version``.
        extra_packages: Names of Python packages to install with pip, if they are missing.
        rest, more: Not used.

    Raises:
        keras_deviation: Another version of TensorFlow is installed.
        ValueError: The installation with pip fails.

    Example:
        install_keras()
    """
    found = {name: _installed(name) for name in ("keras", "tensorflow")}
    wanted = (tensorflow or version).split("-")[0]
    asked, present = _parts(wanted), _parts(found["tensorflow"] or "")
    if wanted[:1].isdigit() and present[: len(asked)] != asked:
        update = f"For a newer one: {sys.executable} -m pip install tensorflow=={wanted}"
        raise deviation(
            "install_keras",
            tensorflow or version,
            argument="tensorflow" if tensorflow else "version",
            note=update if asked > present else "",
        )
    missing = [name for name in _packages(extra_packages) if _installed(name) is None]
    if missing:
        pip(*missing)
    print(
        f"Keras {found['keras']} and TensorFlow {found['tensorflow']} are installed "
        f"for {sys.executable}."
    )


@export(invisible=True)
def py_require_legacy_keras(extra_packages: bool = True) -> None:
    """Require legacy Keras (no effect).

    The behaviour of Keras 2 is built in; the Python package tf-keras is not needed.

    Args:
        extra_packages: Not used.

    Example:
        py_require_legacy_keras()
    """


@export
def implementation() -> Any:
    """Get the Python module of Keras.

    It is Keras 3, whichever implementation was selected with ``use_implementation()``.

    Returns: a module.

    Example:
        implementation()$layers$Dense(2L)
    """
    from rkeras_py.compat.names.modules import KerasModule

    return KerasModule()


@export(invisible=True)
def use_implementation(
    implementation: Annotated[str, OneOf("keras", "tensorflow")] = "keras",
) -> None:
    """Select a Keras implementation.

    Both names stand for the same Keras 3.

    Args:
        implementation: "keras" or "tensorflow".

    Example:
        use_implementation("tensorflow")
    """
    os.environ[_IMPLEMENTATION] = implementation


class _BackendRule(OneOf):
    """R keras's choices, and those of today."""

    def accept(self, value: Any) -> str:
        named = value if isinstance(value, str) else ""
        if named.lower() in ("jax", "torch", "pytorch"):
            return named.lower().removeprefix("py")
        return super().accept(value)


@export(invisible=True, waits=False)
def use_backend(
    backend: Annotated[str, _BackendRule("tensorflow", "cntk", "theano", "plaidml")] = "tensorflow",
) -> None:
    """Select the Keras backend.

    Keras computes with TensorFlow, JAX or PyTorch. Select the backend right after
    ``library(keras)``, before any other function is called; or set the environment variable
    ``KERAS_BACKEND`` before R or Python starts.

    Args:
        backend: "tensorflow", "jax" or "torch". The others no longer exist.

    Raises:
        keras_deviation: The backend no longer exists in Keras.
        ValueError: Keras is in use with another backend, or this one is not installed.

    Example:
        use_backend("tensorflow")
    """
    if backend not in backends.TITLES:
        raise deviation("use_backend", backend)
    if _installed(backend) is None:
        raise ArgumentError(
            f"`backend` cannot be {backend!r}: {backends.TITLES[backend]} is not installed for "
            f"{sys.executable}. Install it with `{sys.executable} -m pip install {backend}`."
        )
    host.current().choose_backend(backend)
