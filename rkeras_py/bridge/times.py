"""Python's and NumPy's dates and times as R's: parts of ``to_r``.

The results are not protected from R's garbage collector.
"""

from __future__ import annotations

import datetime
from typing import Any

from rkeras_py.bridge import rapi, vectors
from rkeras_py.bridge.rapi import SEXP, ProtectionScope

_lib = rapi.lib


def times(values: Any) -> SEXP:
    """datetime64 as Date (whole days) or POSIXct (seconds, UTC)."""
    import numpy as np

    values = np.atleast_1d(values)
    days = values.dtype == np.dtype("datetime64[D]")
    missing = np.isnat(values)
    counts = values.astype("datetime64[D]" if days else "datetime64[us]").astype("int64")
    numbers = counts.astype("float64") / (1 if days else 1e6)
    with ProtectionScope() as scope:
        vector = scope.protect(vectors.fill(numbers, rapi.REAL, _lib.REAL, "f8", None))
        for i in np.flatnonzero(missing):
            _lib.REAL(vector)[int(i)] = _lib.R_NaReal
        kinds = ["Date"] if days else ["POSIXct", "POSIXt"]
        rapi.set_attribute(vector, "class", scope.protect(vectors.strings(kinds)))
        if not days:
            rapi.set_attribute(vector, "tzone", scope.protect(vectors.strings(["UTC"])))
        return vector


def moment(value: datetime.datetime) -> SEXP:
    import numpy as np

    if value.tzinfo is not None:
        value = value.astimezone(datetime.UTC).replace(tzinfo=None)
    return times(np.datetime64(value, "us"))


def day(value: datetime.date) -> SEXP:
    import numpy as np

    return times(np.datetime64(value, "D"))
