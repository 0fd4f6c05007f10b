"""Each promise names a test that is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FAULTS = ROOT / "tests" / "faults"


def test_each_promise_names_tests_that_exist() -> None:
    lines = (ROOT / "PROMISES.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("|") and not line.startswith("| **")]
    promises = rows[2:]  # below the heading and its rule
    assert len(promises) > 20
    for promise in promises:
        named = re.findall(r"`([\w./]+\.py)::(\w+)`", promise)
        assert named, promise
        for file, test in named:
            assert f"def {test}(" in (FAULTS / file).read_text(encoding="utf-8"), (file, test)
