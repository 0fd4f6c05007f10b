"""Version, licence and addresses are the same everywhere; workflows run what is there."""

from __future__ import annotations

import email
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import r_process
import yaml

ROOT = Path(__file__).resolve().parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def description() -> dict[str, str]:
    return dict(email.message_from_string((ROOT / "R" / "DESCRIPTION").read_text("utf-8")))


def read_yaml(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def test_the_citation_is_of_this_version() -> None:
    citation = read_yaml(ROOT / "CITATION.cff")
    assert {"cff-version", "message", "title", "authors"} <= set(citation)  # required by the format
    assert citation["cff-version"] == "1.2.0"
    assert citation["version"] == description()["Version"]
    assert str(citation["date-released"]) == description()["Date"]
    assert citation["license"] == project()["license"]


@pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
def test_r_cites_the_same() -> None:
    citation = read_yaml(ROOT / "CITATION.cff")
    code = (
        'x <- citation("keras"); cat(x$title, x$year, x$note, x$url, format(x$author), sep = "\\n")'
    )
    printed = r_process.run(["Rscript", "-e", code]).succeeded().splitlines()
    assert printed == [
        citation["title"],
        str(citation["date-released"].year),
        f"R package keras, version {citation['version']}",
        citation["url"],
        citation["authors"][0]["name"],
    ]


def test_addresses_agree() -> None:
    urls, citation = project()["urls"], read_yaml(ROOT / "CITATION.cff")
    home = description()["URL"]
    assert home == urls["Homepage"] == citation["url"] == citation["repository-code"]
    assert description()["BugReports"] == urls["Issues"] == f"{home}/issues"
    (contact,) = read_yaml(GITHUB / "ISSUE_TEMPLATE" / "config.yml")["contact_links"]
    assert contact["url"].startswith(f"{home}/security/")


def test_the_licence_is_the_one_that_is_named() -> None:
    text = " ".join((ROOT / "LICENSE").read_text(encoding="utf-8").split())
    assert text.startswith("GNU GENERAL PUBLIC LICENSE Version 2, June 1991")
    assert "END OF TERMS AND CONDITIONS" in text
    assert project()["license"] == "GPL-2.0-or-later"
    assert project()["license-files"] == ["LICENSE"]
    assert description()["License"] == "GPL (>= 2)"


def test_the_news_begin_with_what_is_not_released() -> None:
    sections = re.findall(r"^## (.*)$", (ROOT / "NEWS.md").read_text("utf-8"), re.MULTILINE)
    assert sections[:2] == ["Unreleased", description()["Version"]]


def jobs() -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{path.stem}: {name}", job)
        for path in WORKFLOWS
        for name, job in read_yaml(path)["jobs"].items()
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_have_what_github_asks_for(path: Path) -> None:
    workflow = read_yaml(path)
    # YAML 1.1 reads the key `on` as true.
    assert set(workflow) == {"name", True, "permissions", "jobs"}
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert {"runs-on", "container", "timeout-minutes", "steps"} <= set(job)
        for step in job["steps"]:
            assert ("run" in step) != ("uses" in step)


@pytest.mark.parametrize(("name", "job"), jobs(), ids=[name for name, _ in jobs()])
def test_workflows_run_what_is_there(name: str, job: dict[str, Any]) -> None:
    commands = [step["run"] for step in job["steps"] if "run" in step]
    own = [command for command in commands if not command.startswith("apt-get ")]
    assert own
    for command in own:
        if command.startswith("make "):
            target = command.removeprefix("make ")
            dry = ["make", "--dry-run", "--no-print-directory", target]
            answer = subprocess.run(dry, cwd=ROOT, capture_output=True, text=True, check=False)
            assert answer.returncode == 0, answer.stderr
        else:
            assert (ROOT / command).stat().st_mode & 0o111, f"{command} is no program"


def test_the_releases_of_debian_are_those_of_the_readme() -> None:
    job = read_yaml(GITHUB / "workflows" / "ci.yml")["jobs"]["debian"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    tested = re.findall(r"^\| (\d+) \(\w+\) +\|", readme, re.MULTILINE)
    assert job["container"] == "debian:${{ matrix.debian }}"
    assert job["strategy"]["matrix"]["debian"] == tested == ["12", "13"]
    assert [step["run"] for step in job["steps"] if "run" in step][-1] == ".ci/run"


def test_the_versions_of_the_readme_are_the_locked_ones() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    locked = (ROOT / "requirements" / "packages.txt").read_text(encoding="utf-8")
    table = readme.partition("## Tested with")[2].partition("## ")[0]
    rows = re.findall(r"^\| \d.*\| +([\d.]+) +\| +([\d.]+) +\|$", table, re.MULTILINE)
    assert len(rows) == 2
    for row in rows:
        for name, version in zip(("tensorflow", "keras"), row, strict=True):
            assert re.search(rf"^{name}=={re.escape(version)}\.", locked, re.MULTILINE), name


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_for_issues_are_complete(path: Path) -> None:
    form = read_yaml(path)
    assert {"name", "description", "body"} <= set(form)
    ids = [field["id"] for field in form["body"]]
    assert len(ids) == len(set(ids))
    for field in form["body"]:
        assert field["type"] in {"textarea", "input", "dropdown", "checkboxes"}
        assert field["attributes"]["label"]
        assert (field["type"] == "dropdown") == ("options" in field["attributes"])
