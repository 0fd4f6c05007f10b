"""TensorBoard ends with the R that started it."""

from __future__ import annotations

import sys
import urllib.request
from pathlib import Path

import pytest
import r_process
import served

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

CODE = """
library(keras)
url <- tensorboard("logs", launch_browser = function(url) stopifnot(length(readLines(url)) == 5))
cat(url, "\\n", sep = "")
"""


@pytest.mark.parametrize("host", r_process.HOSTS)
def test_it_ends_with_r(host: str, tmp_path: Path) -> None:
    if (Path(sys.executable).parent / "tensorboard").exists():
        pytest.skip("the real one would be started")
    program = tmp_path / "bin" / "tensorboard"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\n{served.SERVER}")
    program.chmod(0o755)
    script = tmp_path / "script.R"
    script.write_text(CODE)
    path = {"PATH": f"{program.parent}:{r_process.os.environ['PATH']}"}
    outcome = r_process.run_script(host, script, cwd=tmp_path, environment=path)
    first, url = outcome.succeeded().splitlines()
    assert first == f"Started TensorBoard at {url}"
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(url, timeout=5)
