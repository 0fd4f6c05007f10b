"""What the build decides by looking at the machine: the rpy2 that fits its R."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

# Tested bounds of everything but rpy2. Those of Keras and TensorFlow are tight: the package uses
# private names of both (rkeras_py/keras_private), which `make test-next` tries with the next Keras.
DEPENDENCIES = [
    "h5py>=3.14,<3.15",
    "keras>=3.15,<3.16",
    "numpy>=2.0",
    "pandas>=2.2",
    "pillow>=10.3",
    "pyyaml>=6.0",
    "scipy>=1.13",
    "tensorflow>=2.21,<2.22",
    "wrapt>=1.17",
]


def rpy2_pair(root: str) -> ModuleType:
    path = Path(root) / "rkeras_py" / "rpy2_pair.py"
    spec = importlib.util.spec_from_file_location("rpy2_pair", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Dependencies(MetadataHookInterface):
    """pip can't see R's version; this hook can."""

    def update(self, metadata: dict[str, Any]) -> None:
        pair = rpy2_pair(self.root)
        metadata["dependencies"] = [*DEPENDENCIES, *pair.requirements(pair.r_version())]


class RSources(BuildHookInterface):  # type: ignore[type-arg]
    """The wheel ships the R package's sources; an editable install uses those of the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"][str(Path(self.root) / "R")] = "rkeras_py/R"


def get_metadata_hook() -> type[MetadataHookInterface]:
    return Dependencies


def get_build_hook() -> type[BuildHookInterface]:  # type: ignore[type-arg]
    return RSources
