"""Writes the lock files in requirements/, which the set-up and CI install from: `make lock`.

uv makes them: in one run it resolves for every Python and machine (`--universal`), where pip-tools
would need a run, and a file, on each of them. The ranges stay where they are, in pyproject.toml
and rpy2_pair.py; wheels and `pip install` go by those.

    packages.txt           everything but rpy2, and what the set-up builds with
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
# What rpy2-rinterface is built with, and what hatchling makes editable installs with.
BUILD = ["setuptools>=77", "wheel", "editables>=0.5"]
HEADER = "# Written by `make lock`, see tools/lock.py; not to be edited.\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        uv = install_uv(folder)
        old = resolve(uv, folder, [*ranges(), *rpy2_pair.OLD_R_REQUIREMENTS], [])
        # What both need is of one version.
        shared = [pin for name, pin in pins(old).items() if not name.startswith("rpy2")]
        new = resolve(uv, folder, [*ranges(), *rpy2_pair.NEWEST_REQUIREMENTS], shared)
    FOLDER.mkdir(exist_ok=True)
    packages = {k: v for k, v in {**new, **old}.items() if not k.startswith("rpy2")}
    write("packages.txt", packages)
    write("rpy2-before-r4.5.txt", {k: v for k, v in old.items() if k.startswith("rpy2")})
    write("rpy2-from-r4.5.txt", {k: v for k, v in new.items() if k.startswith("rpy2")})
    return 0


def ranges() -> list[str]:
    """What this project needs, with its extras, and what it is built with; rpy2 left out.

    Without the extra `jupyter`: the tests run notebooks without an editor for them.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [
        wanted
        for name, wanted in project["project"]["optional-dependencies"].items()
        if name != "jupyter"
    ]
    return [
        *project["project"]["dependencies"],
        *(requirement for extra in extras for requirement in extra),
        *project["build-system"]["requires"],
        *BUILD,
    ]


def install_uv(folder: Path) -> Path:
    """The newest uv, in an environment of its own."""
    subprocess.run([sys.executable, "-m", "venv", folder / "uv"], check=True)
    bin = folder / "uv" / "bin"
    subprocess.run([bin / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return bin / "uv"


def resolve(uv: Path, folder: Path, wanted: list[str], limits: list[str]) -> dict[str, str]:
    """The entries of a lock file, by name: a version, a marker where there are several, hashes."""
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
        sys.exit("No versions meet all ranges, or they could not be fetched; uv says which above.")
    return entries((folder / "out.txt").read_text(encoding="utf-8"))


def entries(lock: str) -> dict[str, str]:
    """The text of each package's entries, which begin at the margin; their name comes first."""
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
