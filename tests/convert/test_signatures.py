from __future__ import annotations

from typing import Any

from rkeras_py.convert.signatures import argument_names


class Base:
    def __init__(self, name: str | None = None) -> None:
        self.name = name


class WithMore(Base):
    def __init__(self, units: int, **options: Any) -> None:
        super().__init__(**options)
        self.units = units


class WithoutOwn(WithMore):
    pass


def test_the_names_of_all_bases_are_known() -> None:
    assert {"name"} <= argument_names(Base)
    assert {"name", "units"} <= argument_names(WithMore)
    assert argument_names(WithoutOwn) == argument_names(WithMore)
    assert "units" not in argument_names(Base)
