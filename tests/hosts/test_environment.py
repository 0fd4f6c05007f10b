"""Variables of the environment that steer Python, and a Python that lives inside R."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import r_process

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

#: They say where another Python lies, or what R decides in its own process.
IGNORED = {
    "PYTHONHOME": "/nowhere",
    "PYTHONPLATLIBDIR": "/nowhere",
    "PYTHONEXECUTABLE": "/nowhere/python",
    "PYTHONIOENCODING": "silly",
    "PYTHONUNBUFFERED": "1",
    "PYTHONUTF8": "silly",
    "PYTHONCOERCECLOCALE": "silly",
}

#: They are of no concern to a Python inside R, or do no harm.
HARMLESS = {
    "PYTHONSTARTUP": "/nowhere",
    "PYTHONINSPECT": "1",
    "PYTHONSAFEPATH": "1",
    "PYTHONUSERBASE": "/nowhere",
    "PYTHONNOUSERSITE": "1",
    "PYTHONPYCACHEPREFIX": "/dev/null/nowhere",
    "PYTHONBREAKPOINT": "silly",
    "PYTHONCASEOK": "1",
    "PYTHONDEBUG": "silly",
    "PYTHONOPTIMIZE": "2",
    "PYTHONFAULTHANDLER": "1",
    "PYTHONPATH": "/nowhere:",
}

SCRIPT = """
library(keras)
model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 3)
cat("parameters", count_params(model), "\\n")
py <- keras:::import("sys")
cat(py$executable, py$prefix, py$flags$utf8_mode, "\\n")
# child processes see what the user set, however they are started
variables <- strsplit(Sys.getenv("WATCHED"), " ")[[1]]
print(Sys.getenv(variables, names = FALSE))
keras:::py_run_string("
import os, subprocess
variables = os.environ['WATCHED'].split()
copied = [os.environ.get(name, '') for name in variables]
inherited = [
    subprocess.run(['printenv', name], capture_output=True, text=True).stdout.strip()
    for name in variables
]
")
main <- keras:::import_main()
stopifnot(main$copied == Sys.getenv(variables), main$inherited == Sys.getenv(variables))
"""


def run(tmp_path: Path, **environment: str | None) -> r_process.Outcome:
    script = tmp_path / "script.R"
    script.write_text(SCRIPT)
    watched = {"WATCHED": " ".join(IGNORED)}
    return r_process.run_script(
        "Rscript", script, cwd=tmp_path, environment={**watched, **environment}
    )


def test_what_is_said_of_another_python_is_ignored(tmp_path: Path) -> None:
    lines = run(tmp_path, **IGNORED).succeeded().splitlines()
    assert lines[:2] == ["parameters 8 ", f"{sys.executable} {sys.prefix} 0 "]
    assert [word for line in lines[2:] for word in line.replace("]", "] ").split()[1:]] == [
        f'"{value}"' for value in IGNORED.values()
    ]


def test_variables_that_were_not_set_are_not_set_after(tmp_path: Path) -> None:
    lines = run(tmp_path, **dict.fromkeys(IGNORED)).succeeded().splitlines()
    assert lines[:2] == ["parameters 8 ", f"{sys.executable} {sys.prefix} 0 "]
    assert lines[2].split() == ["[1]", *['""'] * len(IGNORED)]


def test_others_do_no_harm(tmp_path: Path) -> None:
    outcome = run(tmp_path, **HARMLESS)
    assert outcome.succeeded().startswith("parameters 8 \n")


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_the_locale_stays_r_s(tmp_path: Path, locale: str) -> None:
    script = tmp_path / "script.R"
    script.write_text(
        "before <- Sys.getlocale('LC_CTYPE'); library(keras)\n"
        "stopifnot(before == Sys.getlocale('LC_CTYPE')); cat(before, l10n_info()$`UTF-8`)"
    )
    changes = {"LC_ALL": locale, "PYTHONCOERCECLOCALE": "1", "PYTHONUTF8": "1"}
    outcome = r_process.run_script("Rscript", script, environment=changes)
    assert outcome == r_process.Outcome(0, f"{locale} {str(locale != 'C').upper()}", "")


def failure(tmp_path: Path, environment: dict[str, str]) -> str:
    """What an R script that goes on after a failed `library(keras)` says of it, twice."""
    script = tmp_path / "script.R"
    script.write_text(
        "for (i in 1:2) tryCatch(library(keras), error = function(e) cat(conditionMessage(e)))\n"
        "message('R goes on')"
    )
    outcome = r_process.run_script("Rscript", script, cwd=tmp_path, environment=environment)
    assert outcome.status == 0 and outcome.stderr.endswith("R goes on\n")
    _, first, second = outcome.stdout.split(f"Python ({sys.executable}) could not be attached to R")
    assert second.startswith(first.split("package or namespace")[0])
    return second


@pytest.mark.parametrize(
    ("variable", "said"),
    [
        ("PYTHONHASHSEED", 'PYTHONHASHSEED must be "random" or an integer in range'),
        ("PYTHONMALLOC", "PYTHONMALLOC: unknown allocator"),
        ("PYTHONTRACEMALLOC", "PYTHONTRACEMALLOC: invalid number of frames"),
    ],
)
def test_a_value_that_python_rejects_is_an_r_error(
    tmp_path: Path, variable: str, said: str
) -> None:
    text = failure(tmp_path, {variable: "silly"})
    assert text.startswith(f".\nIt cannot start: {said}")
    assert "\nFix this, and start R again.\n" in text
    assert text.endswith(f"`{Path(sys.executable).parent}/rkeras doctor` shows how to fix it.")


def test_a_standard_library_of_others_is_an_r_error(tmp_path: Path) -> None:
    (tmp_path / "encodings").mkdir()
    (tmp_path / "encodings" / "__init__.py").write_text("raise ImportError('of another Python')")
    text = failure(tmp_path, {"PYTHONPATH": str(tmp_path)})
    assert text.startswith(".\nIt cannot start: ")
    assert f"\nPYTHONPATH is set and may be the cause: {tmp_path}\n" in text


def test_rkeras_python_is_asked_without_them(tmp_path: Path) -> None:
    outcome = run(tmp_path, RKERAS_PYTHON=sys.executable, **IGNORED)
    assert outcome.succeeded().splitlines()[1] == f"{sys.executable} {sys.prefix} 0 "
    outcome = run(tmp_path, RKERAS_PYTHON=sys.executable, PYTHONHASHSEED="silly")
    assert "PYTHONHASHSEED must be " in outcome.stderr


def test_the_hash_seed_is_the_user_s(tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text("library(keras); cat(keras:::py_eval(\"hash('keras') % 1000003\"))")
    outcomes = {
        host: r_process.run_script(host, script, environment={"PYTHONHASHSEED": "7"}).succeeded()
        for host in r_process.HOSTS
    }
    assert len(set(outcomes.values())) == 1 and int(outcomes["Rscript"]) >= 0
    assert os.environ.get("PYTHONHASHSEED") != "7"
