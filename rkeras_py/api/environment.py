"""The environment: installed packages, and settings that old scripts use."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Annotated, Any

from rkeras_py.compat.deviations import deviation
from rkeras_py.compat.environment import for_this_python
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import OneOf
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
    if found is None or _installed("tensorflow") is None:
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
    if wanted[:1].isdigit() and _parts(found["tensorflow"] or "")[: len(_parts(wanted))] != _parts(
        wanted
    ):
        raise deviation(
            "install_keras",
            tensorflow or version,
            argument="tensorflow" if tensorflow else "version",
            note=f"Full command: {sys.executable} -m pip install tensorflow=={wanted}",
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


@export(invisible=True)
def use_backend(
    backend: Annotated[str, OneOf("tensorflow", "cntk", "theano", "plaidml")] = "tensorflow",
) -> None:
    """Select the Keras backend.

    TensorFlow is the only backend.

    Args:
        backend: "tensorflow". The other backends no longer exist.

    Raises:
        keras_deviation: The backend no longer exists in Keras.

    Example:
        use_backend("tensorflow")
    """
    if backend != "tensorflow":
        raise deviation("use_backend", backend)
