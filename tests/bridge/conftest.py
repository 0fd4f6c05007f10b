"""R runs in the test's own process, as it does for `import rkeras_py`."""

import shutil

import pytest

if shutil.which("R") is None:
    pytest.skip("R is not installed", allow_module_level=True)


@pytest.fixture(scope="session")
def r():
    """Evaluate R code: ``r("1 + x", x=2)``."""
    import rkeras_py

    return rkeras_py.r
