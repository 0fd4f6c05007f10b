"""Errors for arguments that R keras accepts and this package deliberately refuses.

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
    """The entries of the list, by function name."""
    import tomllib

    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["deviation"]
    return {entry["function"]: entry for entry in entries}


def deviation(
    function: str, came: Any, *, argument: str | None = None, note: str = ""
) -> DeviationError:
    """The error for a function in the list.

    Args:
        function: The function's name.
        came: The value of the argument.
        argument: The argument's name, if it differs from that in the list.
        note: Text to add.
    """
    entry = deviations()[function]
    return DeviationError(
        f"`{argument or entry['argument']}` must be {entry['expected']}, not {describe(came)}: "
        f"{entry['reason']}. Use {entry['replacement']} instead.{note and ' '}{note}"
    )
