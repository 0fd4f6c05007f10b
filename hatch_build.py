"""What the build adds to the wheel."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RSources(BuildHookInterface):  # type: ignore[type-arg]
    """The wheel ships R sources and vignettes; an editable install uses those of the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel" and version != "editable":
            for folder in ("R", "vignettes"):
                build_data["force_include"][str(Path(self.root) / folder)] = f"rkeras_py/{folder}"


def get_build_hook() -> type[BuildHookInterface]:  # type: ignore[type-arg]
    return RSources
