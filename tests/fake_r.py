"""An R that answers what the install and the doctor ask, without being one."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

SCRIPT = """#!/bin/sh
here={home}
echo "$@" >> "$here/calls"
case "$*" in
RHOME*) echo "$here" ;;
"CMD config"*) echo "-I$here/include" ;;
"CMD INSTALL"*)
    [ -e "$here/broken" ] && echo "ERROR: compilation failed" && exit 1
    for word; do
        case "$word" in
        --library=*) library=${{word#--library=}} ;;
        /*) mkdir "$library/${{word##*/}}" && cp "$word/DESCRIPTION" "$library/${{word##*/}}/" ;;
        esac
    done ;;
"--no-init-file -e"*)
    case "$3" in
    *libPaths*) printf %s "$FAKE_R_PATHS" ;;
    *packages*) printf %s "$FAKE_R_PACKAGES" ;;
    *) printf %s "$FAKE_R_LIBS_USER" ;;
    esac ;;
*find.package*) printf %s "$FAKE_R_KERAS" ;;
*) cat "$here/packages" ;;
esac
"""


class FakeR:
    """R's home folder with just the files and the programs that are looked at."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch, version: str = "4.2.2") -> None:
        self.home = home
        for folder in ("bin", "include", "library/base"):
            (home / folder).mkdir(parents=True)
        (home / "include" / "R.h").touch()
        (home / "packages").touch()
        (home / "calls").touch()
        self.set_version(version)
        for program in ("R", "Rscript"):
            path = home / "bin" / program
            path.write_text(SCRIPT.format(home=home))
            path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("R_HOME", str(home))

    def set_version(self, version: str) -> None:
        (self.home / "library/base/DESCRIPTION").write_text(f"Package: base\nVersion: {version}\n")

    def set_packages(self, **versions: str) -> None:
        lines = [f"@{name} {version}\n" for name, version in versions.items()]
        (self.home / "packages").write_text("".join(lines))

    def break_install(self) -> None:
        (self.home / "broken").touch()

    @property
    def installs(self) -> int:
        """How often R was asked to install a package."""
        calls = (self.home / "calls").read_text().splitlines()
        return sum(call.startswith("CMD INSTALL") for call in calls)
