"""Builds the documentation site into build/docs/html: `make docs`.

1. The sources are collected: the pages of docs/, the guides of vignettes/, and a reference page for
   each function, made from the same texts as R's help pages.
2. R runs the code in them and adds output and plots (knit.R).
3. Sphinx builds the pages. It suits both languages: MyST reads knitr's output, the search works
   without a server, and the theme supports wide and narrow screens.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
REPOSITORY = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "urls"
]["Homepage"]

sys.path.insert(0, str(HERE))

import reference  # noqa: E402  (a file beside this one)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make docs", description="Build the documentation site.")
    parser.add_argument(
        "--only",
        metavar="TEXT",
        help="reference pages whose names contain this text (default: all)",
    )
    parser.add_argument("--no-guides", action="store_true", help="do not run the guides' code")
    parser.add_argument("--pictures", action="store_true", help="draw README's pictures again")
    parser.add_argument(
        "--build", type=Path, default=ROOT / "build" / "docs", help="where to build"
    )
    chosen = parser.parse_args()
    if chosen.pictures:
        return run_in_r("pictures.R", ROOT / "docs" / "images")
    source = chosen.build.resolve() / "source"
    shutil.rmtree(source, ignore_errors=True)
    collect(source, chosen.only)
    run_r_code(source, set() if not chosen.no_guides else {source / "guides"})
    return subprocess.run(
        [
            sys.executable, "-m", "sphinx", "--jobs", "2", "--quiet", "--fail-on-warning",
            "--keep-going", str(source), str(chosen.build / "html"),
        ],
        check=False,
    ).returncode  # fmt: skip


def collect(source: Path, only: str | None) -> None:
    """Collect the sources of all pages; those with code are R Markdown."""
    shutil.copytree(ROOT / "docs", source)
    for name in ("NEWS", "PROMISES", "SECURITY", "TESTING"):
        text = (ROOT / f"{name}.md").read_text(encoding="utf-8")
        (source / f"{name.lower()}.md").write_text(with_links(text), encoding="utf-8")
    for guide in (ROOT / "vignettes").glob("*.Rmd"):
        text = without_header(guide.read_text(encoding="utf-8"))
        (source / "guides" / guide.name).write_text(text, encoding="utf-8")
    reference.write(source / "reference", only)


def with_links(text: str) -> str:
    """A document of the repository, with relative links changed to links to the repository."""
    return re.sub(
        r"\]\((?!https?:|#)([^)]+)\)", lambda found: f"]({REPOSITORY}/blob/main/{found[1]})", text
    )


def without_header(text: str) -> str:
    """A guide with its title as a heading instead of R Markdown's header."""
    header, body = re.match(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL).groups()
    title = re.search(r'^title: *"?(.*?)"?$', header, re.MULTILINE)[1]
    return f"# {title}\n{body}"


def run_in_r(script: str, *paths: Path) -> int:
    """Run a script of this folder; raises an error if it fails."""
    rkeras = [sys.executable, "-m", "rkeras_py.cli", "run", str(HERE / script)]
    return subprocess.run([*rkeras, *map(str, paths)], check=True).returncode


def run_r_code(source: Path, left_out: set[Path]) -> None:
    """Convert R Markdown to Markdown with output, or without output in some folders."""
    documents = sorted(source.rglob("*.Rmd"))
    run = [document for document in documents if document.parent not in left_out]
    if run:
        run_in_r("knit.R", *run)
    for document in documents:
        if document not in run:
            text = document.read_text(encoding="utf-8")
            text = re.sub(r"^```\{(r|python).*\}$", r"```\1", text, flags=re.MULTILINE)
            document.with_suffix(".md").write_text(text, encoding="utf-8")
        document.unlink()


if __name__ == "__main__":
    sys.exit(main())
