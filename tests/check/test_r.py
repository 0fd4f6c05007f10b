from __future__ import annotations

from pathlib import Path

import pytest
from fake_r import FakeR

from rkeras_py import install
from rkeras_py.check import r
from rkeras_py.check.r import MissingPath, SyntaxProblem


def test_code_is_parsed_and_not_run(tmp_path: Path) -> None:
    made = tmp_path / "made"
    (tree,), installed = r.parse([f"file.create('{made}')\nquit(status = 3)"])
    assert not isinstance(tree, SyntaxProblem)
    assert [child.line for child in tree.children] == [1, 2]
    assert not made.exists()
    assert {"base", "stats", "keras"} <= installed


@pytest.mark.parametrize(
    ("code", "line", "message"),
    [
        ("x <- 1\nf(\n", 3, "unexpected end of input"),
        ("\n\nx y\n", 3, "unexpected symbol"),
        ("if (a) 1\nelse 2", 2, "unexpected 'else'"),
        ("a\nb <- '\\d'\nd", 2, "'\\d' is an unrecognized escape in character string"),
        ("é <- 1\n) x", 2, "unexpected ')'"),
    ],
)
def test_syntax_errors_have_their_lines(code: str, line: int, message: str) -> None:
    (problem, fine), _ = r.parse([code, "1"])
    assert isinstance(problem, SyntaxProblem)
    assert problem.line == line
    assert problem.message.startswith(message)
    assert not isinstance(fine, SyntaxProblem)


def test_letters_beyond_ascii_and_control_characters() -> None:
    (tree,), _ = r.parse(["größe <- 'a\tb'\n\f\nx"])
    assert not isinstance(tree, SyntaxProblem)
    assert [n.text for n in tree.walk() if n.text] == ["größe", "<-", "'a b'", "x"]


def test_facts_of_the_packages_that_come_with_this_one() -> None:
    facts = r.facts(
        ["keras", "tensorflow", "reticulate", "tfruns", "stats", "datasets", "no.such"],
        ["layer_dense", "evaluate", "train", "a b"],
    )
    assert set(facts["keras"].functions) == {"layer_dense", "evaluate"}
    assert set(facts) == {"keras", "tensorflow", "reticulate", "tfruns", "stats", "datasets"}
    assert facts["datasets"].exports == set()  # it has data alone
    keras = facts["keras"]
    assert {"layer_dense", "%>%", "fit", "keras"} <= keras.exports
    assert "named_metrics" in keras.internals - keras.exports
    dense = keras.functions["layer_dense"]
    assert dense.formals[:3] == ["object", "units", "activation"]
    assert dense.defaults["kernel_initializer"] == '"glorot_uniform"'
    assert not dense.is_generic
    assert keras.functions["evaluate"].is_generic
    assert {"tf", "use_compat"} <= facts["tensorflow"].exports
    assert facts["tensorflow"].functions["train"].deprecated == "fit"
    assert {"py", "import", "py_run_string"} <= facts["reticulate"].exports
    assert "training_run" in facts["tfruns"].exports
    assert "sd" in facts["stats"].exports


def test_packages_that_a_package_attaches() -> None:
    facts = r.facts(["MASS", "tools"])  # as their DESCRIPTIONs have it
    assert facts["MASS"].attaches == {"grDevices", "graphics", "stats", "utils"}
    assert facts["tools"].attaches == set()


def test_paths_that_do_not_exist() -> None:
    there = [
        ("tf", "math", "log"),
        ("keras", "layers", "Dense"),
        ("backend", "sum"),
        ("import:tensorflow", "constant"),
        ("import:keras",),
    ]
    gone = {
        ("tf", "math", "lag", "x"): 2,
        ("keras", "nowhere"): 1,
        ("import:keras.nowhere", "x"): 0,
    }
    missing = r.missing_paths([*there, *gone])
    assert {path: found.known for path, found in missing.items()} == gone
    found = missing[("tf", "math", "lag", "x")]
    assert isinstance(found, MissingPath) and "log" in found.others


def test_no_paths_need_no_r(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(r, "_answer", lambda *_: pytest.fail("R was started"))
    assert r.missing_paths([]) == {}


def test_what_r_says_when_a_program_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeR(tmp_path / "R", monkeypatch)
    program = fake.home / "bin" / "Rscript"
    program.write_text("#!/bin/sh\necho no library >&2\nexit 2\n", encoding="utf-8")
    monkeypatch.setattr(r, "_r_libs", lambda: "")
    with pytest.raises(r.RError, match=r"R could not run parse\.R. Its output:\nno library"):
        r.parse(["1"])
    assert install.need_r() == (4, 2, 2)
