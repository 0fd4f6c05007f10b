"""What the companions of R's packages reticulate and tensorflow ask of Python."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bridge.things import Thing


@pytest.fixture(scope="module", autouse=True)
def bridge(r: Any) -> None:
    r("call <- keras:::call_python")


def test_modules_by_their_names_of_keras_2() -> None:
    import keras

    from rkeras_py.bridge import companions

    assert companions.import_module("json", True, False).loads("[1]") == [1]
    assert companions.import_module("keras.layers", True, False).Dense is keras.layers.Dense
    lazy = companions.import_module("json", True, True)
    assert lazy.dumps({"é": 1}, ensure_ascii=False) == '{"é": 1}'
    assert companions.keras_module("losses").Huber is keras.losses.Huber


def test_a_module_that_is_missing_is_told_with_the_command() -> None:
    from rkeras_py.bridge import companions

    with pytest.raises(ModuleNotFoundError) as caught:
        companions.import_module("no_such_module.part", True, False)
    assert str(caught.value) == (
        f"No module named 'no_such_module' in this Python ({sys.executable}). Install the "
        f"package that has it, such as: `{sys.executable} -m pip install no_such_module`."
    )


def test_a_module_that_lacks_another_one_names_that(tmp_path: Path) -> None:
    from rkeras_py.bridge import companions

    (tmp_path / "needs_one.py").write_text("import another_that_is_missing")
    with pytest.raises(ModuleNotFoundError, match=r"^No module named 'another_that_is_missing'$"):
        companions.import_from_path("needs_one", str(tmp_path), True)
    assert str(tmp_path) not in sys.path


def test_modules_of_a_folder(tmp_path: Path) -> None:
    from rkeras_py.bridge import companions

    folder = tmp_path / "größe"
    folder.mkdir()
    (folder / "of_mine_here.py").write_text("answer = 'é'", encoding="utf-8")
    assert companions.import_from_path("of_mine_here", str(folder), True).answer == "é"
    assert str(folder) not in sys.path


def test_a_module_comes_from_the_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rkeras_py.bridge import companions

    for name in ("elsewhere", "asked"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "in_two_folders.py").write_text(f"place = {name!r}")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "elsewhere"), *sys.path])
    before = list(sys.path)
    found = companions.import_from_path("in_two_folders", str(tmp_path / "asked"), True)
    assert found.place == "asked"
    assert sys.path == before


@pytest.mark.parametrize(
    ("name", "there"),
    [("json", True), ("os.path", True), ("no_such_module", False), ("json.no.such", False)],
)
def test_whether_a_module_is_there(name: str, there: bool) -> None:
    from rkeras_py.bridge import companions

    assert companions.module_available(name) is there


def test_code_runs_among_the_variables_of_main() -> None:
    from rkeras_py.bridge import reticulate_code as code

    try:
        assert code.run("größe = 41", False, True).value["größe"] == 41
        assert code.evaluate(" größe + 1\n", True) == 42
        assert code.main(True).größe == 41
        assert code.run("größe = 1\nneu = größe", True, True).value == {"größe": 1, "neu": 1}
        assert code.main_module().größe == 41  # a local run changes nothing
    finally:
        vars(code.main_module()).pop("größe", None)


def test_a_file_leaves_its_variables(tmp_path: Path) -> None:
    from rkeras_py.bridge import reticulate_code as code

    script = tmp_path / "größe.py"
    script.write_text("import os\n_hidden = 1\nshown_ä = __file__\ngone = 3\ndel gone\n", "utf-8")
    try:
        code.run_file(str(script), False, True, False)
        found = code.public_variables(True)
        assert found["shown_ä"] == str(script)
        assert not {"_hidden", "os", "gone"} & set(found)
        assert vars(code.main_module())["_hidden"] == 1
    finally:
        for name in ("_hidden", "shown_ä", "os"):
            vars(code.main_module()).pop(name, None)
    script.write_text("1 +", "utf-8")
    with pytest.raises(SyntaxError, match="größe"):
        code.run_file(str(script), False, True, False)


def test_output_is_captured_stream_by_stream(capsys: pytest.CaptureFixture[str]) -> None:
    from rkeras_py.bridge import reticulate_code as code

    code.begin_capture("stdout")
    print("außen")
    code.begin_capture(["stdout", "stderr"])
    print("innen")
    print("Fehler", file=sys.stderr)
    assert code.end_capture() == "innen\nFehler\n"
    print("on the screen", file=sys.stderr)
    assert code.end_capture() == "außen\n"
    said = capsys.readouterr()
    assert said.out == "" and said.err == "on the screen\n"


def test_what_is_told_of_this_python() -> None:
    from importlib import metadata

    from rkeras_py.bridge import reticulate_python

    told = reticulate_python.python_config()
    assert told["python"] == sys.executable and told["prefix"] == sys.prefix
    assert told["version"].split(".") == [str(part) for part in sys.version_info[:2]]
    assert told["numpy"]["version"] == metadata.version("numpy")
    assert told["keras"] == metadata.version("keras")


def test_values_are_lent_last_in_first_out() -> None:
    from rkeras_py.bridge import companions

    thing = Thing()
    companions.lend(1)
    companions.lend(thing)
    assert companions.fetch() is thing and companions.fetch() == 1


def test_former_names_stand_beside_today_s(r: Any) -> None:
    import keras

    names = r("call('.former_names', list())")
    assert "keras.engine.sequential.Sequential" in names["keras.src.models.sequential.Sequential"]
    kinds = r("class(x)", x=keras.Sequential())
    assert {"keras.engine.training.Model", "keras.engine.base_layer.Layer"} <= set(kinds)


def test_arrays_keep_what_python_gave(r: Any) -> None:
    array = np.arange(6).reshape(2, 3)
    assert r("dim(x)", x=array) == [2, 3] and r("x[2, 1]", x=array) == 3
