"""The report, and the commands that it prints."""

from __future__ import annotations

import os

import pytest

from rkeras_py.doctor.finding import Finding, apt_get, report, system_package


def test_report_is_a_table_and_how_to_fix_each_fault() -> None:
    findings = [
        Finding("R", "4.2.2"),
        Finding("pandoc", "", "note", "can't render", "apt-get install pandoc"),
        Finding("TensorFlow", "1.15", "wrong", "2.21 or later is needed", "pip install tf"),
    ]
    assert report(findings).splitlines() == [
        "            found  status",
        "R           4.2.2  ok",
        "pandoc             note",
        "TensorFlow  1.15   wrong",
        "",
        "Problems:",
        "  TensorFlow: 2.21 or later is needed",
        "    pip install tf",
        "",
        "Notes:",
        "  pandoc: can't render",
        "    apt-get install pandoc",
        "",
        "1 problem.",
    ]


def test_report_when_nothing_is_wrong() -> None:
    assert report([Finding("R", "4.2.2")]).splitlines()[-1] == "All good."


def test_apt_get_uses_sudo_unless_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert apt_get("pandoc") == "apt-get install pandoc"
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert apt_get("r-base-dev", "pandoc") == "sudo apt-get install r-base-dev pandoc"


@pytest.mark.usefixtures("_not_debian")
def test_words_where_there_is_no_apt() -> None:
    assert system_package("pandoc") == "install the package that Debian calls pandoc"
    assert system_package("pandoc", "install pandoc") == "install pandoc"
