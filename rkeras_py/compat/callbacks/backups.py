"""Backups of a training: each is complete, or the previous one is kept."""

from __future__ import annotations

import json
import os
import shutil
from typing import Any

from rkeras_py import files
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.warned import warn
from rkeras_py.keras_private import callbacks

# Keras's file names, so that its own callback can read them, too.
_WEIGHTS, _METADATA = "latest.weights.h5", "training_metadata.json"
_EARLIER = ".bkp"
_FILES = (_WEIGHTS, _METADATA, _WEIGHTS + _EARLIER, _METADATA + _EARLIER)
_PARTS = files.Parts(written=_FILES, replaced=_FILES)


class UnreadableBackupWarning(UserWarning):
    """A backup cannot be read, so the training starts from the beginning."""


class BackupAndRestore(callbacks.BackupAndRestore):
    """Like Keras's, but safe if the process is killed while writing; removes only its own files."""

    _made_folder = False

    def on_train_begin(self, logs: Any = None) -> None:
        if not self.model.built:
            raise ArgumentError(
                "callback_backup_and_restore() needs a model with weights: "
                "give the first layer an `input_shape`, or call build() before fit()."
            )
        self._made_folder = not os.path.isdir(self.backup_dir)
        files.finish_folder(self.backup_dir, _PARTS)
        self._require_own()
        backups = [ending for ending in ("", _EARLIER) if os.path.exists(self._path(ending))]
        for ending in backups:
            if self._restored(ending):
                return

    def _path(self, ending: str, name: str = _WEIGHTS) -> str:
        return os.path.join(self.backup_dir, name + ending)

    def _require_own(self) -> None:
        """Check that no other file has the name of a backup file, because those are removed.

        Raises:
            ArgumentError: there is one.
        """
        there = [name for name in _FILES if os.path.lexists(os.path.join(self.backup_dir, name))]
        if there and not any(self._is_backup(ending) for ending in ("", _EARLIER)):
            raise ArgumentError(
                f'`backup_dir`: the file "{os.path.join(self.backup_dir, there[0])}" belongs to no '
                "backup. Move it away, or use another folder."
            )

    def _is_backup(self, ending: str) -> bool:
        """Whether there is a backup, possibly a damaged one."""
        metadata = self._path(ending, _METADATA)
        if not (os.path.isfile(metadata) and os.path.isfile(self._path(ending))):
            return False
        try:
            with open(metadata, encoding="utf-8") as file:
                saved = json.load(file)
        except ValueError:  # damaged
            return True
        return isinstance(saved, dict) and "epoch" in saved

    def _restored(self, ending: str) -> bool:
        """Restore this backup; returns whether the training continues from it."""
        from rkeras_py.compat.files import archives

        weights, metadata = self._path(ending), self._path(ending, _METADATA)
        optimizer = self.model.optimizer
        if optimizer is not None and not optimizer.built:
            optimizer.build(self.model.trainable_variables)
        try:
            with open(metadata, encoding="utf-8") as file:
                saved = json.load(file)
            epoch = int(saved["epoch"])
            archives.load_weights(self.model, weights, skip_mismatch=False)
        except (OSError, ValueError, KeyError, TypeError) as problem:
            warn(
                f'the backup "{weights}" cannot be read and is ignored: {problem}',
                UnreadableBackupWarning,
            )
            return False
        self._made_folder = bool(saved.get("made_folder", False))
        callbacks.start_at(self.model, epoch)
        return True

    def back_up(self, epoch: int, batch: int) -> None:
        with files.replacing_folder(self.backup_dir, _PARTS, "backup_dir") as folder:
            os.makedirs(folder)
            if self.double_checkpoint and os.path.exists(self._path("")):
                for name in (_WEIGHTS, _METADATA):
                    shutil.copyfile(self._path("", name), os.path.join(folder, name + _EARLIER))
            self.model.save_weights(os.path.join(folder, _WEIGHTS))
            saved = {"epoch": epoch, "batch": batch, "made_folder": self._made_folder}
            with open(os.path.join(folder, _METADATA), "w", encoding="utf-8") as file:
                json.dump(saved, file)

    def on_train_end(self, logs: Any = None) -> None:
        if self.delete_checkpoint:
            files.remove(self.backup_dir, _PARTS, with_folder=self._made_folder)
