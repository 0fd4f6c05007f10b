"""Paths: of what is there, and of what may not be yet."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rkeras_py.convert.parameter import Parameter
from rkeras_py.convert.paths import FileRule, FolderRule, PathRule, PretrainedRule
from rkeras_py.convert.rule import ArgumentError, Mismatch


def test_files_and_folders_must_be_there(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.touch()
    assert FileRule().accept(str(file)) == FileRule().accept(file) == str(file)
    assert FolderRule().accept(str(tmp_path)) == str(tmp_path)
    for rule, value in ((FileRule(), tmp_path), (FolderRule(), file), (FileRule(), "none")):
        with pytest.raises(ArgumentError, match=f'there is no (file|folder) "{value}"'):
            rule.accept(value)


def test_the_users_home_is_found() -> None:
    assert PathRule().accept("~/a") == str(Path.home() / "a")
    assert FolderRule().accept("~") == str(Path.home())


@pytest.mark.parametrize("rule", [PathRule(), FileRule(), FolderRule(), PretrainedRule()])
@pytest.mark.parametrize("value", [1, None, ["a", "b"], b"a", True])
def test_other_things_are_no_paths(rule: PathRule, value: object) -> None:
    with pytest.raises(Mismatch):
        rule.accept(value)


def test_weights_of_imagenet_need_no_file(tmp_path: Path) -> None:
    assert PretrainedRule().accept("imagenet") == "imagenet"
    with pytest.raises(ArgumentError, match='there is no file "image_net"'):
        PretrainedRule().accept("image_net")


def accept(rule, value):
    return Parameter("a", rule, False, None, None).accept(value)


def test_paths():
    assert accept(PathRule(), "a/b") == "a/b"
    assert accept(PathRule(), Path("a/b")) == os.path.join("a", "b")
    assert accept(PathRule(), "~/x") == os.path.join(os.path.expanduser("~"), "x")
    for value in ("", 1, None, ["a"]):
        with pytest.raises(ArgumentError, match="`a` must be a path, as a string, not"):
            accept(PathRule(), value)
