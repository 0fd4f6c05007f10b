"""The errors for what R keras takes and this package refuses on purpose.

They are listed in ``deviations.toml``, each with its reason and what to use instead.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import DeviationError

LIST = Path(__file__).with_suffix(".toml")


@functools.cache
def deviations() -> dict[str, dict[str, str]]:
    """The entries of the list by the names of their functions."""
    import tomllib

    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["deviation"]
    return {entry["function"]: entry for entry in entries}


def deviation(
    function: str, came: Any, *, argument: str | None = None, note: str = ""
) -> DeviationError:
    """The error for a function in the list.

    Args:
        function: Its name.
        came: The value of the argument.
        argument: The argument's name, where the list has another one for it.
        note: What is to be added.
    """
    entry = deviations()[function]
    return DeviationError(
        f"`{argument or entry['argument']}` must be {entry['expected']}, not {describe(came)}: "
        f"{entry['reason']}. Use {entry['replacement']} instead.{note and ' '}{note}"
    )
