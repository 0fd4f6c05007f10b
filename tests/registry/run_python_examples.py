"""Runs the Python examples of all docstrings, each in a folder of its own below the working one.

It prints the functions whose examples fail, and why; then how many ran.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
from pathlib import Path

import numpy as np
import pandas as pd

import rkeras_py as rk
from rkeras_py.registry.define import REGISTRY


def example(doc: str) -> str | None:
    """The example of a docstring where it is in Python."""
    found = re.search(r"^Example:\n((?: {4}.*\n?|\n)+)", doc, re.MULTILINE)
    return re.sub(r"^ {4}", "", found[1], flags=re.MULTILINE) if found else None


def main() -> None:
    folder = Path.cwd()
    names = {"rk": rk, "np": np, "pd": pd, "os": os}
    ran = 0
    for function in REGISTRY.values():
        code = example(function.python_doc)
        if code is None:
            continue
        (folder / function.name).mkdir()
        os.chdir(folder / function.name)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(code, function.name, "exec"), names.copy())
            ran += 1
        except Exception as problem:  # all of them are listed
            print(f"{function.name}: {type(problem).__name__}: {problem}")
    print(f"ran {ran}")


if __name__ == "__main__":
    main()
