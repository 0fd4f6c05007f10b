"""Chromium, for tests of pages."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def browse(words: Sequence[str], folder: Path) -> str:
    """Run Chromium without a window; gives what it prints."""
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}"]
    return subprocess.run(
        [*command, *words],
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    ).stdout


def columns_of(pixels: Any, colour: str) -> int:
    """How many columns of a picture have a pixel of about this colour."""
    wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return int((abs(np.asarray(pixels, int) - wanted).max(axis=2) < 20).any(axis=0).sum())
