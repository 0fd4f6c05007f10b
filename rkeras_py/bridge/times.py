"""Converts dates and times of Python and NumPy to R: parts of ``to_r``.

The results are not protected from R's garbage collector.
"""

from __future__ import annotations

import datetime
from typing import Any

from rkeras_py.bridge import rapi, vectors
from rkeras_py.bridge.rapi import SEXP, ProtectionScope

_lib = rapi.lib


def times(values: Any, zone: str | None = None) -> SEXP:
    """datetime64 as Date (whole days) or POSIXct (seconds), with its time zone if given."""
    import numpy as np

    values = np.asarray(values)
    shape = values.shape if values.ndim > 1 else None  # a plain vector in R
    days = values.dtype == np.dtype("datetime64[D]")
    missing = np.isnat(values)
    counts = values.astype("datetime64[D]" if days else "datetime64[us]").astype("int64")
    numbers = np.where(missing, 0, counts.astype("float64") / (1 if days else 1e6))
    with ProtectionScope() as scope:
        vector = scope.protect(vectors.fill(numbers, rapi.REAL, _lib.REAL, "f8", shape))
        for i in np.flatnonzero(np.ravel(missing, order="F")):
            _lib.REAL(vector)[int(i)] = _lib.R_NaReal
        kinds = ["Date"] if days else ["POSIXct", "POSIXt"]
        rapi.set_attribute(vector, "class", scope.protect(vectors.strings(kinds)))
        if zone is not None and not days:
            rapi.set_attribute(vector, "tzone", scope.protect(vectors.strings([zone])))
        return vector


def moment(value: datetime.datetime) -> SEXP:
    """A time with its zone; without a zone it is local time, as in Python."""
    import numpy as np

    if value != value:  # pandas's NaT
        return times(np.datetime64("NaT", "us"))
    microseconds = round(value.timestamp() * 1e6)
    return times(np.datetime64(microseconds, "us"), zone_of(value))


def are_times(values: Any) -> bool:
    """Whether these are times with the same zone; some may be missing."""
    times = [value for value in values if value is not None]
    return (
        bool(times)
        and all(type(value) is datetime.datetime for value in times)
        and len({zone_of(value) for value in times}) == 1
        and zone_of(times[0]) is not None
    )


def moments(values: Any) -> SEXP:
    """Such times as one vector."""
    import numpy as np

    counts = [None if value is None else round(value.timestamp() * 1e6) for value in values]
    array = np.array([np.datetime64("NaT" if n is None else n, "us") for n in counts])
    return times(array, next(zone_of(value) for value in values if value is not None))


def zone_of(value: datetime.datetime) -> str | None:
    """R's name of a time's zone, taken from Python's time zone object."""
    zone = value.tzinfo
    if zone is None:
        return None
    for name in ("zone", "key"):  # attributes of pytz and zoneinfo
        if isinstance(found := getattr(zone, name, None), str):
            return found
    return value.tzname()


def day(value: datetime.date) -> SEXP:
    import numpy as np

    return times(np.datetime64(value, "D"))
