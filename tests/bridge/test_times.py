"""Python's times as R's."""

from __future__ import annotations

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from rkeras_py.bridge import times

NEW_YORK = ZoneInfo("America/New_York")
MOMENT = datetime.datetime(2020, 7, 1, 12, 30, tzinfo=NEW_YORK)


def test_a_time_keeps_its_zone(r: Any) -> None:
    seconds = (16 * 60 + 30) * 60  # 12:30 is 16:30 UTC there in July
    days = (datetime.date(2020, 7, 1) - datetime.date(1970, 1, 1)).days
    assert r("as.numeric(x)", x=MOMENT) == days * 86400 + seconds
    assert r("attr(x, 'tzone')", x=MOMENT) == "America/New_York"


def test_times_of_one_zone_are_a_vector(r: Any) -> None:
    later = MOMENT + datetime.timedelta(seconds=90)
    assert r("is.na(x)", x=[MOMENT, None]) == [False, True]
    assert r("as.numeric(x[[2]]) - as.numeric(x[[1]])", x=[MOMENT, later]) == 90
    assert r("attr(x, 'tzone')", x=[MOMENT, later]) == "America/New_York"


@pytest.mark.parametrize(
    "values",
    [
        [],
        [None],
        [MOMENT, 1],
        [MOMENT, MOMENT.astimezone(datetime.UTC)],
        [datetime.datetime(2020, 1, 1)],
        [datetime.date(2020, 1, 1)],
    ],
    ids=["none", "missing", "a number", "two zones", "no zone", "a date"],
)
def test_other_lists_are_no_times_of_one_zone(values: list[Any]) -> None:
    assert not times.are_times(values)


def test_dates(r: Any) -> None:
    assert r("format(x)", x=datetime.date(2020, 2, 29)) == "2020-02-29"
    assert r("format(x)", x=np.array(["1969-07-20"], "datetime64[D]")) == "1969-07-20"
