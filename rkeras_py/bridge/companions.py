"""What R's packages reticulate and tensorflow offer; and reticulate's own objects."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import io
import sys
import types
from pathlib import Path
from typing import Any

from rkeras_py.bridge import r_objects, rapi, to_python, users_methods
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.python_values import for_r
from rkeras_py.bridge.r_variables import VARIABLES
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.compat.names.classes import FORMER_NAMES
from rkeras_py.compat.names.modules import KerasModule, LazyModule, TensorflowModule

# --- modules -------------------------------------------------------------------------------


@internal(".keras_module", waits=True)
def keras_module(path: str = "", convert: bool = True) -> Any:
    module = KerasModule()
    for part in path.split("."):
        module = getattr(module, part) if part else module
    return for_r(module, convert)


@internal(".tensorflow_module", waits=True)
def tensorflow_module() -> Any:
    return TensorflowModule()


@internal(".import_module", waits=True)
def import_module(name: str, convert: bool, lazy: bool) -> Any:
    """A module by its name, which may be one of Keras 2's."""
    first, _, rest = name.partition(".")
    if first in ("keras", "tensorflow"):
        module: Any = KerasModule() if first == "keras" else TensorflowModule()
        for part in rest.split(".") if rest else []:
            module = getattr(module, part)
    elif lazy:
        module = LazyModule(name)
    else:
        module = _import(name)
    return for_r(module, convert)


def _import(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as problem:
        if problem.name != name.partition(".")[0]:
            raise
        raise ModuleNotFoundError(
            f"No module named '{problem.name}' in this Python ({sys.executable}). Install it "
            f"there, with its package's name: `{sys.executable} -m pip install {problem.name}`.",
            name=problem.name,
        ) from None


@internal(".import_from_path", waits=True)
def import_from_path(name: str, path: str, convert: bool) -> Any:
    folder = str(Path(path).expanduser().resolve())
    sys.path.insert(0, folder)
    try:
        importlib.invalidate_caches()
        return for_r(_import(name), convert)
    finally:
        sys.path.remove(folder)


@internal(".submodule_available", waits=True)
@internal(".module_available")
def module_available(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ModuleNotFoundError, ValueError):
        return name in sys.modules


# --- running code --------------------------------------------------------------------------


def main_module() -> types.ModuleType:
    """Python's module ``__main__``, in which R's users run code."""
    return sys.modules["__main__"]


@internal(".main")
def main(convert: bool) -> Any:
    return for_r(main_module(), convert)


def space(local: bool = False) -> dict[str, Any]:
    """The variables that code of R's users finds: those of ``__main__``, and ``r``."""
    names = vars(main_module())
    names.setdefault("r", VARIABLES)
    return dict(names) if local else names


@internal(".run", waits=True)
def run(code: str, local: bool, convert: bool, name: str = "<string>") -> Any:
    names = space(local)
    before = set(names)
    exec(compile(code, name, "exec", dont_inherit=True), names)
    if not local:
        return for_r(main_module(), convert)
    return for_r({key: value for key, value in names.items() if key not in before}, convert)


@internal(".run_file", waits=True)
def run_file(path: str, local: bool, convert: bool) -> Any:
    return run(Path(path).expanduser().read_text(encoding="utf-8"), local, convert, path)


@internal(".eval", waits=True)
def evaluate(code: str, convert: bool) -> Any:
    return for_r(eval(code.strip(), space()), convert)


@internal(".source", waits=True)
def source(path: str, convert: bool) -> Any:
    """Run a file; gives its public variables by name, without the modules that it imports."""
    names = space()
    noting = _Assigned(names)
    code = Path(path).expanduser().read_text(encoding="utf-8")
    exec(compile(code, path, "exec", dont_inherit=True), names, noting)  # type: ignore[arg-type]
    return {
        name: for_r(names[name], convert)
        for name in noting.assigned
        if not name.startswith("_") and not isinstance(names[name], types.ModuleType)
    }


class _Assigned:
    """A module's variables; notes which of them code sets."""

    def __init__(self, space: dict[str, Any]) -> None:
        self.space = space
        self.assigned: dict[str, None] = {}

    def __getitem__(self, name: str) -> Any:
        return self.space[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self.space[name] = value
        self.assigned[name] = None

    def __delitem__(self, name: str) -> None:
        del self.space[name]
        self.assigned.pop(name, None)


_captured: list[tuple[Any, Any, io.StringIO]] = []


@internal(".begin_capture")
def begin_capture(streams: Any) -> None:
    """Keep what Python writes, until ``end_capture()``."""
    wanted = [streams] if isinstance(streams, str) else streams
    buffer = io.StringIO()
    _captured.append((sys.stdout, sys.stderr, buffer))
    if "stdout" in wanted:
        sys.stdout = buffer
    if "stderr" in wanted:
        sys.stderr = buffer


@internal(".end_capture")
def end_capture() -> str:
    sys.stdout, sys.stderr, buffer = _captured.pop()
    return buffer.getvalue()


# --- this Python ---------------------------------------------------------------------------


@internal(".python_config")
def python_config() -> dict[str, Any]:
    from importlib.metadata import PackageNotFoundError, version

    from rkeras_py.install import find_libpython

    found: dict[str, Any] = {
        "python": sys.executable,
        "libpython": str(find_libpython() or ""),
        "pythonhome": f"{sys.prefix}:{sys.exec_prefix}",
        "prefix": sys.prefix,
        "version": ".".join(map(str, sys.version_info[:3])),
        "version_string": sys.version,
    }
    for package in ("numpy", "keras", "tensorflow"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = None
    return found


@internal(".pip_install")
def pip_install(packages: Any, options: Any) -> None:
    """Install what is missing; its output is printed."""
    from rkeras_py.api.environment import pip

    pip(*([packages] if isinstance(packages, str) else packages), *(options or []))


# --- TensorFlow ----------------------------------------------------------------------------


@internal(".tf_function", waits=True)
def tf_function(f: Any, signature: Any, autograph: bool, options: Any) -> Any:
    import tensorflow as tf

    return tf.function(f, input_signature=signature, autograph=autograph, **(options or {}))


@internal(".gpus", waits=True)
def gpus() -> int:
    import tensorflow as tf

    return len(tf.config.list_physical_devices("GPU"))


# --- reticulate's own objects --------------------------------------------------------------


@to_python.of_classes("python.builtin.object")
def of_reticulate(x: SEXP, arrays: bool) -> Any:
    """The Python object behind one of reticulate's, which runs in the same interpreter."""
    with ProtectionScope() as scope:
        call = scope.protect(rapi.make_call(r_objects.find("reticulate_id"), [x]))
        text = rapi.string(rapi.lib.STRING_ELT(scope.protect(rapi.evaluate(call)), 0))
    # reticulate's py_id() is Python's id(), which is the object's address
    return ctypes.cast(int(text or ""), ctypes.py_object).value


@internal(".former_names")
def former_names() -> dict[str, Any]:
    """The S3 classes of Keras 2 and of R's tensorflow that stand beside today's, by today's."""
    return {name: list(former) for name, former in FORMER_NAMES.items() if name != "numpy.ndarray"}


internal(".add_methods")(users_methods.add_table)

_lent: list[Any] = []


@internal(".lend")
def lend(value: Any) -> None:
    """Put a value where reticulate can fetch it."""
    _lent.append(value)


def fetch() -> Any:
    """For reticulate: what was lent last."""
    return _lent.pop()
