"""``python -m rkeras_py.generate``: write the generated files; with ``--check`` only compare."""

from __future__ import annotations

import sys
from pathlib import Path

from rkeras_py.generate import generated_files
from rkeras_py.install import r_source


def main(arguments: list[str]) -> int:
    root = r_source()
    wanted = generated_files(root)
    present = {
        path.relative_to(root).as_posix()
        for pattern in ("R/generated-*.R", "man/*.Rd", "NAMESPACE")
        for path in root.glob(pattern)
    }
    stale = sorted(
        {name for name, text in wanted.items() if _read(root / name) != text}
        | (present - set(wanted))
    )
    if "--check" in arguments:
        for name in stale:
            print(f"R/{name} is not what the API says; run `make generate`")
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


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
