"""Python chunks without knitr: each program has a process of its own, as a document has."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest

PROGRAM = """
import sys
from rkeras_py.bridge import chunks

figures = {"width": 3, "height": 2, "dpi": 50, "path": lambda: sys.argv[1]}

def run(code):
    return [path for i, _ in enumerate(chunks.split_chunk(code, "test"))
            for path in chunks.run_statement(i, figures)]
"""


def run(code: str, *args: str, **environment: str) -> list[str]:
    """The lines that a program prints which runs chunks."""
    inherited = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM + textwrap.dedent(code), *args],
        env={**inherited, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.splitlines()


@pytest.mark.parametrize(
    ("code", "statements"),
    [
        ("a = 1\nb = 2", ["a = 1", "b = 2"]),
        ("a = 1; b = 2\nc = 3", ["a = 1; b = 2", "c = 3"]),
        ("a = 1\nb = 2; c = '''x\ny'''\nd = 3", ["a = 1", "b = 2; c = '''x\ny'''", "d = 3"]),
        ("a = 1\nb = '''x\ny'''; c = 3\nd = 4", ["a = 1", "b = '''x\ny'''; c = 3", "d = 4"]),
        ("# of a\na = 1\n\n# of f\n@d\ndef f():\n  pass\n# last\n", [
            "# of a\na = 1", "\n# of f\n@d\ndef f():\n  pass\n# last\n"]),
        ("# nothing else", ["# nothing else"]),
        (" \n", []),
    ],
)  # fmt: skip
def test_the_source_of_each_statement(code: str, statements: list[str]) -> None:
    from rkeras_py.bridge import chunks

    assert chunks.split_chunk(code, "test") == statements


def test_future_features_hold_for_the_chunk() -> None:
    imported = "'''A chunk.'''\\nfrom __future__ import annotations\\n"
    printed = run(
        f"""
        run("{imported}def f(x: Nowhere): pass\\nprint(f.__annotations__)")
        run("def f(x: int): pass\\nprint(f.__annotations__)")
        try:
            run("print('begun')\\nfrom __future__ import annotations")
        except SyntaxError as problem:
            print(problem)
        """
    )
    assert printed == [
        "'A chunk.'",
        "{'x': 'Nowhere'}",
        "{'x': <class 'int'>}",
        "from __future__ imports must occur at the beginning of the file (<chunk test>, line 2)",
    ]


SHOWN = """
    print(run("import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.show(); plt.get_backend()"))
    child = "import os, matplotlib; print(os.getenv('MPLBACKEND'), matplotlib.get_backend())"
    run(f"import subprocess, sys\\nsubprocess.run([sys.executable, '-c', {child!r}], check=True)")
"""


def test_plots_are_drawn_into_the_document_and_children_choose_for_themselves(tmp_path) -> None:
    from PIL import Image

    path = str(tmp_path / "plot.png")
    lines = run(SHOWN, path, DISPLAY="", WAYLAND_DISPLAY="")
    assert "'module://rkeras_py.bridge.chunk_plots'" in lines
    assert str([path]) in lines
    assert "None agg" in lines
    assert Image.open(path).size == (150, 100)


def test_the_users_backend_stays(tmp_path) -> None:
    lines = run(SHOWN, str(tmp_path / "plot.svg"), MPLBACKEND="svg")
    assert "'svg'" in lines
    assert "svg svg" in lines
