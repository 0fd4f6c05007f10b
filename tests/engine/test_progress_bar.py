"""What a progress bar draws, on a clock that the test sets."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest

from rkeras_py.engine import progress_bar
from rkeras_py.engine.display import LINES, Display
from rkeras_py.engine.progress_bar import ProgressBar, duration, per_step


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress_bar.time, "monotonic", lambda: now[0])
    return now


def wide(columns: int) -> Display:
    return Display(in_place=True, limit=columns)


MEASURES = {"loss": 1.25, "mse": 1.25, "mae": 0.5}


def test_a_bar_with_speed_time_left_and_measures(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    bar = ProgressBar(wide(120), 40)
    clock[0] += 3  # of the first step, which takes longer than the others
    bar.update(1, MEASURES)
    clock[0] += 0.5
    bar.update(11, MEASURES)  # 10 more in half a second: 50 ms each, 29 are left
    clock[0] += 1
    bar.finish(40, {**MEASURES, "val_loss": 2.0})
    one, two, last = capsys.readouterr().out.split("\r")[1:]
    measures = " - loss: 1.2500 - mse: 1.2500 - mae: 0.5000"
    assert one.rstrip() == " 1/40 [" + 30 * "." + "] - ETA: 1:57 - 3s/step" + measures
    assert two.rstrip() == "11/40 [=======>" + 22 * "." + "] - ETA: 1s - 50ms/step" + measures
    assert last.startswith("40/40 [=====")
    assert last.rstrip(" ").endswith("] - 4s - 38ms/step" + measures + " - val_loss: 2.0000\n")


def test_a_shorter_line_covers_the_longer_one(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    bar = ProgressBar(wide(60), 4)
    clock[0] += 1
    bar.update(1, {"loss": 123456.0})
    bar.finish(4, {"loss": 1.0})
    first, last = capsys.readouterr().out.split("\r")[1:]
    assert len(first) <= len(last.removesuffix("\n")) <= 59


@pytest.mark.parametrize("columns", [1, 2, 5, 12, 20, 33, 40, 57, 80, 200])
def test_no_line_is_as_wide_as_the_display(
    columns: int, clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    bar = ProgressBar(wide(columns), 12345)
    measures = {f"{part}{name}": 0.123 for part in ("", "val_") for name in MEASURES}
    for done in (1, 700, 12344):
        clock[0] += 7
        bar.update(done, measures)
    bar.finish(12345, measures)
    lines = [line for part in capsys.readouterr().out.split("\n") for line in part.split("\r")]
    assert max(map(len, lines)) <= max(1, columns - 1)
    if columns >= 33:  # then all of them are told in the end, in as many lines as it takes
        told = " ".join(lines[4:])
        for name in measures:
            assert f"- {name}: 0.1230" in told


def test_more_measures_than_a_line_holds(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    bar = ProgressBar(wide(40), 10)
    clock[0] += 1
    bar.update(5, MEASURES)
    bar.finish(10, MEASURES)
    first, last = capsys.readouterr().out.split("\r")[1:]
    assert first == " 5/10 - ETA: 1s - 200ms/step - loss:..."
    assert last == "10/10 - 1s - 0s/step - loss: 1.2500     \n".replace(
        "0s/step - loss: 1.2500     ", "100ms/step - loss: 1.2500"
    ) + "      - mse: 1.2500 - mae: 0.5000\n" or last.splitlines()[1] == (
        "      - mse: 1.2500 - mae: 0.5000"
    )


def test_where_lines_are_not_drawn_again_there_is_one(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    bar = ProgressBar(LINES, 8)
    assert not bar.due()
    clock[0] += 2
    bar.finish(8, {**MEASURES, "val_loss": 1e-4})
    assert capsys.readouterr().out == (
        "8/8 - 2s - 250ms/step - loss: 1.2500 - mse: 1.2500 - mae: 0.5000 - val_loss: 1.0000e-04\n"
    )


def test_an_unknown_number_of_steps(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    bar = ProgressBar(wide(80), None)
    clock[0] += 1
    bar.update(1)
    clock[0] += 1
    bar.update(3)
    bar.finish(3)
    out = capsys.readouterr().out
    assert out.startswith("\r1/Unknown - 1s/step\r3/Unknown - 500ms/step")
    assert out.rstrip().endswith("3/3 [" + 30 * "=" + "] - 2s - 500ms/step")


def test_it_is_drawn_ten_times_a_second_at_most(clock: list[float]) -> None:
    bar = ProgressBar(wide(80), 1000)
    drawn = 0
    for done in range(1, 1001):
        clock[0] += 0.001
        if bar.due():
            drawn += 1
            bar.update(done)
    assert 9 <= drawn <= 11


def test_a_line_that_is_open_is_ended_once(capsys: pytest.CaptureFixture[str]) -> None:
    bar = ProgressBar(wide(80), 10)
    bar.close()
    assert capsys.readouterr().out == ""
    bar.update(1)
    bar.close()
    bar.close()
    assert capsys.readouterr().out.count("\n") == 1
    bar.update(2)
    bar.finish(10)
    bar.close()
    assert capsys.readouterr().out.count("\n") == 1


def test_a_name_that_the_stream_cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    ProgressBar(LINES, 1).finish(1, {"größe": 2.0})
    sys.stdout.flush()
    assert raw.getvalue().endswith(b" - gr??e: 2.0000\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (duration(0.2), "0s"),
        (duration(59.4), "59s"),
        (duration(59.6), "1:00"),
        (duration(125), "2:05"),
        (duration(3725), "1:02:05"),
        (per_step(2.4), "2s/step"),
        (per_step(0.0034), "3ms/step"),
        (per_step(0.00021), "210us/step"),
    ],
)
def test_times(text: Any, expected: str) -> None:
    assert text == expected
