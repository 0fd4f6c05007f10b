"""``rkeras parity``: runs two scripts and compares their variables."""

from __future__ import annotations

from pathlib import Path

from rkeras_py.testing.differences import Difference, Tolerance, differences, kind
from rkeras_py.testing.running import Both, run_both

HEADER: tuple[str, str, str, str, str] = ("name", "kind", "largest absolute", "relative", "where")


def main(r_script: str, py_script: str, rtol: float, atol: float, timeout: float) -> int:
    """Run both scripts and print the table.

    Returns: 0 if all common variables are within the tolerance, otherwise 1.

    Raises:
        ProgramError: a script failed.
    """
    both = run_both(Path(r_script), Path(py_script), timeout=timeout)
    tolerance = Tolerance(rtol, atol)
    lines, within = report(both, tolerance)
    print("\n".join(lines))
    return 0 if within else 1


def report(both: Both, tolerance: Tolerance) -> tuple[list[str], bool]:
    """The lines to print, and whether all variables are within the tolerance."""
    common = [name for name in both.r if name in both.python]
    if not common:
        return ["The scripts have no common variable that can be compared.", *_rest(both)], False
    rows, off, unlike = [HEADER], [], []
    for name in common:
        r, python = both.r[name], both.python[name]
        if not _are_alike(kind(r), kind(python)):
            rows.append((name, f"{kind(r)} / {kind(python)}", "-", "-", ""))
            unlike.append(f"{name} (R: {kind(r)}, Python: {kind(python)})")
            continue
        parts = list(differences(r, python, tolerance))
        rows.append((name, kind(r), *_farthest(parts)))
        if any(part.beyond for part in parts):
            off.append(name)
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADER))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    limits = f"rtol = {tolerance.rtol:g}, atol = {tolerance.atol:g}"
    verdicts = []
    if unlike:
        verdicts.append(f"Different kinds of values: {', '.join(unlike)}")
    if off:
        verdicts.append(f"Beyond the tolerance ({limits}): {', '.join(off)}")
    if not verdicts:
        verdicts.append(f"{_count(common)} within the tolerance ({limits}).")
    return [*lines, "", *verdicts, *_rest(both)], not (off or unlike)


def _are_alike(r: str, python: str) -> bool:
    """Whether two kinds can be compared; numbers, logical values and arrays are all numbers."""
    return r == python or {r, python} <= {"number", "truth", "array"}


def _count(names: list[str]) -> str:
    return "One variable is" if len(names) == 1 else f"All {len(names)} variables are"


def _farthest(parts: list[Difference]) -> tuple[str, str, str]:
    """The largest absolute and relative difference, and the place most beyond the tolerance."""
    worst = max(parts, key=lambda part: part.excess, default=None)
    if worst is None:  # an empty list
        return "0", "0", ""
    if worst.absolute == float("inf"):
        words = f"R: {worst.r}, Python: {worst.python}"
        return "-", "-", f"{worst.where}: {words}" if worst.where else words
    absolute = max(part.absolute for part in parts)
    relative = max(part.relative for part in parts)
    where = (worst.largest or worst.where) if absolute > 0 else ""
    return f"{absolute:.3g}", f"{relative:.3g}", where


def _rest(both: Both) -> list[str]:
    """The variables that were not compared."""
    lines = []
    for here, there in ((both.r, both.python), (both.python, both.r)):
        only = [name for name in here if name not in there and name not in there.left_out]
        if only:
            lines.append(f"Only in {here.language}: {', '.join(only)}")
        left_out = [f"{n} ({what})" for n, what in here.left_out.items() if n in there]
        if left_out:
            lines.append(f"Not comparable in {here.language}: {', '.join(left_out)}")
    return lines
