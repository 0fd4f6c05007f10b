"""Backups are complete, or they are not used; nothing of the user's is removed with them."""

from __future__ import annotations

import json
import os

import keras
import numpy as np
import pytest
from small_models import PowerFailure, data, stack

from rkeras_py.api.callbacks import logging as logging_callbacks
from rkeras_py.api.training import training
from rkeras_py.compat.callbacks.backups import UnreadableBackupWarning
from rkeras_py.convert.rule import ArgumentError

X, Y = data()


def compiled():
    model = stack(1)
    training.compile(model, optimizer=keras.optimizers.SGD(0.05, momentum=0.5), loss="mse")
    return model


def fit(model, folder, *callbacks, epochs=4, **options):
    backup = logging_callbacks.callback_backup_and_restore(str(folder), **options)
    history = training.fit(
        model, X, Y, epochs=epochs, verbose=0, shuffle=False, callbacks=[backup, *callbacks]
    )
    return history.history["loss"]


def interrupted(folder, **options):
    with pytest.raises(RuntimeError, match="the power failed"):
        fit(compiled(), folder, PowerFailure(2), **options)


@pytest.fixture(scope="module")
def losses():
    model = compiled()
    history = training.fit(model, X, Y, epochs=4, verbose=0, shuffle=False)
    return history.history["loss"]


def damage(path):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def test_training_goes_on_and_removes_its_folder(tmp_path, losses):
    folder = tmp_path / "backup"
    interrupted(folder)
    assert sorted(os.listdir(folder)) == ["latest.weights.h5", "training_metadata.json"]
    assert fit(compiled(), folder) == losses[2:]
    assert not folder.exists()


@pytest.mark.parametrize("made", ["by the user", "with files of the user"])
def test_the_users_folder_stays(tmp_path, losses, made):
    folder = tmp_path / "backup"
    folder.mkdir()
    mine = ["data.csv", "latest"] if made == "with files of the user" else []
    for name in mine:
        (folder / name).write_text("mine")
    interrupted(folder)
    assert fit(compiled(), folder) == losses[2:]
    assert sorted(os.listdir(folder)) == mine
    assert [(folder / name).read_text() for name in mine] == ["mine"] * len(mine)


@pytest.mark.parametrize(
    "mine",
    [
        {"latest.weights.h5": "weights"},
        {"training_metadata.json": '{"epoch": 1}'},
        {"latest.weights.h5": "weights", "training_metadata.json": '{"author": "me"}'},
        {"latest.weights.h5": "weights", "training_metadata.json": "[1]"},
        {"latest.weights.h5.bkp": "weights"},
    ],
)
def test_files_of_the_user_with_names_of_a_backup_stay(tmp_path, mine):
    for name, text in mine.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(ArgumentError, match=rf'`backup_dir`: .*{min(mine)}" belongs to no backup'):
        fit(compiled(), tmp_path)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == mine


def test_delete_checkpoint_false_keeps_the_backup(tmp_path):
    fit(compiled(), tmp_path / "backup", delete_checkpoint=False)
    with open(tmp_path / "backup" / "training_metadata.json") as file:
        assert json.load(file)["epoch"] == 4


@pytest.mark.parametrize("name", ["latest.weights.h5", "training_metadata.json"])
def test_an_unreadable_backup_means_from_the_beginning(tmp_path, losses, name):
    folder = tmp_path / "backup"
    interrupted(folder)
    damage(folder / name)
    with pytest.warns(UnreadableBackupWarning, match=f'the backup "{folder}/latest.weights.h5"'):
        assert fit(compiled(), folder) == losses


def test_a_backup_of_another_model_means_from_the_beginning(tmp_path, losses):
    folder = tmp_path / "backup"
    interrupted(folder)
    stack(2).save_weights(folder / "latest.weights.h5")
    with pytest.warns(UnreadableBackupWarning, match="cannot be read and is ignored"):
        assert fit(compiled(), folder) == losses


def test_of_two_backups_the_earlier_serves_if_the_later_is_damaged(tmp_path, losses):
    folder = tmp_path / "backup"
    interrupted(folder, double_checkpoint=True)
    damage(folder / "latest.weights.h5")
    with pytest.warns(UnreadableBackupWarning):
        assert fit(compiled(), folder, double_checkpoint=True) == losses[1:]
    assert not folder.exists()


def test_plain_keras_goes_on_from_our_backup(tmp_path, losses):
    folder = tmp_path / "backup"
    interrupted(folder)
    model = compiled()
    plain = keras.callbacks.BackupAndRestore(str(folder))
    history = model.fit(X, Y, epochs=4, verbose=0, shuffle=False, callbacks=[plain])
    np.testing.assert_allclose(history.history["loss"], losses[2:], rtol=1e-6)


def test_a_backup_that_cannot_be_written_keeps_the_one_before(tmp_path, monkeypatch, losses):
    folder = tmp_path / "backup"
    save_weights = keras.Model.save_weights

    def fail_at_the_second(model, path, **options):
        save_weights(model, path, **options)
        if (folder / "latest.weights.h5").exists():
            damage(path if hasattr(path, "read_bytes") else type(folder)(path))
            raise OSError("No space left on device")

    monkeypatch.setattr(keras.Model, "save_weights", fail_at_the_second)
    with pytest.raises(OSError, match="No space left on device"):
        fit(compiled(), folder)
    monkeypatch.undo()
    assert fit(compiled(), folder) == losses[1:]


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "x").write_text("mine")
    with pytest.raises(ArgumentError, match=r'`backup_dir` must be the path of a folder; .*"'):
        fit(compiled(), tmp_path / "x")
    assert (tmp_path / "x").read_text() == "mine"


def test_a_model_without_weights_is_told(tmp_path):
    model = keras.Sequential([keras.layers.Dense(1)])
    training.compile(model, optimizer="sgd", loss="mse")
    with pytest.raises(ArgumentError, match="needs a model with weights"):
        fit(model, tmp_path / "x")
