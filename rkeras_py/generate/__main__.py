"""``python -m rkeras_py.generate``: write the generated files; with ``--check`` only compare."""

from __future__ import annotations

import sys
from pathlib import Path

from rkeras_py.generate import generated_files, stale_files
from rkeras_py.install import r_source


def main(arguments: list[str], root: Path | None = None) -> int:
    """Write or compare the files of the R package at ``root``, by default of this checkout."""
    root = root or r_source()
    wanted = generated_files(root)
    stale = stale_files(root, wanted)
    if "--check" in arguments:
        for name in stale:
            print(f"{root.name}/{name} is out of date; run `make generate`")
        return 1 if stale else 0
    for name in stale:
        path = root / name
        if name in wanted:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[name], encoding="utf-8")
        else:
            path.unlink()
    print(f"{len(stale)} files written, {len(wanted)} in all")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
