"""Writes the lock files in requirements/, which the set-up and CI install from: `make lock`.

They are created with uv: one run resolves versions for all Pythons and platforms (`--universal`),
while pip-tools would need a run and a file for each. The ranges stay in pyproject.toml and
rpy2_pair.py, which wheels and `pip install` use.

        packages.txt           everything except rpy2, including build tools
    rpy2-before-r4.5.txt   rpy2's own distributions for R before 4.5
    rpy2-from-r4.5.txt     those for R 4.5 and later
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rkeras_py import rpy2_pair  # noqa: E402  (found beside pyproject.toml)

FOLDER = ROOT / "requirements"
OLDEST_PYTHON = "3.11"
# Build tools of rpy2-rinterface, and what hatchling needs for editable installs.
BUILD = ["setuptools>=77", "wheel", "editables>=0.5"]
HEADER = "# Written by `make lock`, see tools/lock.py; not to be edited.\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        uv = install_uv(folder)
        old = resolve(uv, folder, [*ranges(), *rpy2_pair.OLD_R_REQUIREMENTS], [])
        # Shared dependencies must have the same version.
        shared = [pin for name, pin in pins(old).items() if not name.startswith("rpy2")]
        new = resolve(uv, folder, [*ranges(), *rpy2_pair.NEWEST_REQUIREMENTS], shared)
    FOLDER.mkdir(exist_ok=True)
    packages = {k: v for k, v in {**new, **old}.items() if not k.startswith("rpy2")}
    write("packages.txt", packages)
    write("rpy2-before-r4.5.txt", {k: v for k, v in old.items() if k.startswith("rpy2")})
    write("rpy2-from-r4.5.txt", {k: v for k, v in new.items() if k.startswith("rpy2")})
    return 0


#: Extras that the tests do not need: they run notebooks without an editor, and Keras on TensorFlow.
NOT_LOCKED = ("jupyter", "jax", "torch")


def ranges() -> list[str]:
    """The dependencies of this project with its extras and build tools, without rpy2."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [
        wanted
        for name, wanted in project["project"]["optional-dependencies"].items()
        if name not in NOT_LOCKED
    ]
    return [
        *project["project"]["dependencies"],
        *(requirement for extra in extras for requirement in extra),
        *project["build-system"]["requires"],
        *BUILD,
    ]


def install_uv(folder: Path) -> Path:
    """The newest uv, in a separate environment."""
    subprocess.run([sys.executable, "-m", "venv", folder / "uv"], check=True)
    bin = folder / "uv" / "bin"
    subprocess.run([bin / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return bin / "uv"


def resolve(uv: Path, folder: Path, wanted: list[str], limits: list[str]) -> dict[str, str]:
    """The entries of a lock file, by name: version, marker if there are several, hashes."""
    (folder / "wanted.in").write_text("\n".join(wanted), encoding="utf-8")
    (folder / "limits.in").write_text("\n".join(limits), encoding="utf-8")
    run = subprocess.run(
        [
            uv, "pip", "compile", "--quiet", "--universal", "--python-version", OLDEST_PYTHON,
            "--generate-hashes", "--no-annotate", "--no-header", "--upgrade",
            "--constraint", folder / "limits.in", "--output-file", folder / "out.txt",
            folder / "wanted.in",
        ],
        check=False,
    )  # fmt: skip
    if run.returncode:
        sys.exit("No versions meet all ranges, or downloading them failed; uv says which above.")
    return entries((folder / "out.txt").read_text(encoding="utf-8"))


def entries(lock: str) -> dict[str, str]:
    """The text of each package's entries, which start with the name in the first column."""
    found: dict[str, str] = {}
    for entry in re.findall(r"^\w.*\n(?:[ \t].*\n)*", lock, re.MULTILINE):
        name = re.split(r"[=\s]", entry, maxsplit=1)[0]
        found[name] = found.get(name, "") + entry
    return found


def pins(found: dict[str, str]) -> dict[str, str]:
    """The entries without hashes, as constraints."""
    return {
        name: "\n".join(
            line.rstrip(" \\") for line in text.splitlines() if not line.startswith((" ", "\t"))
        )
        for name, text in found.items()
    }


def write(name: str, chosen: dict[str, str]) -> None:
    (FOLDER / name).write_text(HEADER + "".join(chosen[key] for key in sorted(chosen)), "utf-8")
    print(f"{FOLDER / name}: {len(chosen)} packages")


if __name__ == "__main__":
    sys.exit(main())
