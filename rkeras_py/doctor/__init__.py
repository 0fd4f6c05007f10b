"""`rkeras doctor`: shows what is installed, what is wrong and how to fix it.

It does not import anything that may be missing or broken.
"""

from __future__ import annotations

from rkeras_py.doctor.environment import check_environment
from rkeras_py.doctor.finding import Finding, report
from rkeras_py.doctor.python import (
    check_backend,
    check_libpython,
    check_packages,
    check_python,
    check_rpy2,
    check_tensorboard,
)
from rkeras_py.doctor.r import (
    check_keras_of_r,
    check_pandoc,
    check_r,
    check_r_headers,
    check_r_package_keras,
    check_r_packages,
)


def examine() -> list[Finding]:
    """Run all checks, in the order of the table."""
    packages = check_packages()
    return [
        check_r(),
        check_r_headers(),
        *check_r_packages(),
        check_r_package_keras(),
        check_keras_of_r(),
        check_python(),
        *check_environment(broken=any(package.is_fault for package in packages)),
        check_libpython(),
        check_rpy2(),
        *packages,
        check_backend(),
        check_tensorboard(),
        check_pandoc(),
    ]


def main() -> int:
    """Prints the table and the problems; returns 1 if something is wrong, otherwise 0."""
    findings = examine()
    print(report(findings))
    return int(any(finding.is_fault for finding in findings))
