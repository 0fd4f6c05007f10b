"""The Python tests with the newest Keras, in an environment of its own: `make test-next`.

What is printed is the list of what to do before the bounds are raised: public names of Keras that
changed, private ones that are gone, and tests that fail. Other requirements than the newest
Keras and TensorFlow are taken from the command line, such as keras==3.16.0rc1 or keras-nightly.
"""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "next"
NEWEST = ["keras", "tensorflow"]
# What runs without R.
TESTS = ["convert", "keras_private", "compat", "engine", "registry", "api"]

#: Prints the public names of the installed Keras with their parameters.
LOOK = """
import inspect, json, keras
modules = {name: part for name, part in vars(keras).items()
           if inspect.ismodule(part) and name[0] != "_" and name != "src"}
found = {"keras": [keras.__version__]}
for name, module in modules.items():
    for inner, part in vars(module).items():
        if callable(part) and inner[0] != "_":
            try:
                parameters = inspect.signature(part).parameters
            except (TypeError, ValueError):
                parameters = []
            found[f"keras.{name}.{inner}"] = [
                key if getattr(parameters[key], "default", None) is inspect.Parameter.empty
                or callable(parameters[key].default) else f"{key}={parameters[key].default!r}"
                for key in parameters]
print(json.dumps(found))
"""


def main(requirements: list[str]) -> int:
    python = environment(requirements or NEWEST)
    for line in changes(names(Path(sys.executable)), names(python)):
        print(line)
    print("Private names that are gone, see rkeras_py/keras_private:", flush=True)
    private = subprocess.run([python, "-m", "rkeras_py.keras_private"], cwd=ROOT, check=False)
    folders = [str(ROOT / "tests" / name) for name in TESTS]
    options = ["--continue-on-collection-errors", "--numprocesses", "2", "--dist", "loadfile"]
    tests = subprocess.run([python, "-m", "pytest", *options, *folders], cwd=ROOT, check=False)
    return private.returncode or tests.returncode


def environment(requirements: list[str]) -> Path:
    """A Python that has the newest of these, and takes all else from this environment."""
    venv.create(FOLDER, clear=True, with_pip=True, symlinks=True)
    python = FOLDER / "bin" / "python"
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(FOLDER)}))
    (packages / "locked.pth").write_text(f"{sysconfig.get_path('purelib')}\n{ROOT}\n", "utf-8")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--upgrade", *requirements], check=True)
    return python


def names(python: Path) -> dict[str, list[str]]:
    """Keras's public names, as `python` has it, and their parameters."""
    answer = subprocess.run([python, "-c", LOOK], capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(answer.stdout.splitlines()[-1])
    return found


def changes(old: dict[str, list[str]], new: dict[str, list[str]]) -> list[str]:
    """What the new Keras has otherwise, a line each."""
    lines = [f"Keras {old['keras'][0]} -> {new['keras'][0]}"]
    for name in sorted({*old, *new} - {"keras"}):
        if name not in new:
            lines.append(f"  gone: {name}")
        elif name not in old:
            lines.append(f"  new: {name}({', '.join(new[name])})")
        elif old[name] != new[name]:
            less = [f"-{word}" for word in old[name] if word not in new[name]]
            more = [f"+{word}" for word in new[name] if word not in old[name]]
            lines.append(f"  changed: {name}: {' '.join([*less, *more]) or 'another order'}")
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
