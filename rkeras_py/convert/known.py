"""The API functions by family, for rules that list them in messages."""

from __future__ import annotations

#: Names of exported functions by family, such as "loss"; filled where they are defined.
FAMILIES: dict[str, set[str]] = {}
