"""The documentation site: its pages, their links and the output of their examples."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import r_process
from browsers import browse, needs_chromium

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


class Links(HTMLParser):
    """The targets of a page's links, and the places in it that links may lead to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.places: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in ("href", "src") and value:
                self.targets.append(value)
            elif name == "id" and value:
                self.places.add(value)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the site: what is about dense layers, with the guides' code unrun."""
    build = tmp_path_factory.mktemp("docs")
    words = [sys.executable, ROOT / "tools" / "docs", "--only", "activation_s", "--build", build]
    answer = subprocess.run([*words, "--no-guides"], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return build / "html"


def test_links_lead_somewhere(site: Path) -> None:
    pages = {path: Links(path) for path in site.rglob("*.html")}
    assert len(pages) > 10
    missing = []
    for path, page in pages.items():
        for target in page.targets:
            if re.match(r"[a-z]+:|//", target):
                continue
            name, _, place = target.partition("#")
            there = (path.parent / name.partition("?")[0]).resolve() if name else path
            wanted = place and there in pages and place not in pages[there].places
            if not there.exists() or wanted:
                missing.append(f"{path.relative_to(site)}: {target}")
    assert missing == []


#: Loads the pages one after the other in a frame of each width, and writes down what it finds.
FRAMES = """<!DOCTYPE html><title>measuring</title>
<iframe id="frame" height="800"></iframe><pre></pre>
<script>
const frame = document.getElementById("frame"), found = [];
async function measure(page, width) {
  frame.width = width;
  await new Promise((done) => { frame.onload = done; frame.src = page; });
  const inside = frame.contentDocument, root = inside.documentElement;
  const images = [...inside.images].filter((image) => image.offsetParent);
  const heading = inside.querySelector("h1").getBoundingClientRect();
  found.push({
    page, width, content: root.scrollWidth, frame: root.clientWidth,
    broken: images.filter((image) => !image.naturalWidth).length,
    heading: [heading.left, heading.right],
    menu: inside.querySelector(".sidebar-drawer").getBoundingClientRect().right > 0,
  });
}
(async () => {
  for (const page of PAGES) for (const width of [1280, 390]) await measure(page, width);
  document.querySelector("pre").textContent = JSON.stringify(found);
})();
</script>"""


@needs_chromium
def test_pages_fit_wide_and_narrow_screens(site: Path, tmp_path: Path) -> None:
    made = {"genindex.html", "search.html"}  # by Sphinx, without a heading
    pages = sorted(path for path in site.rglob("*.html") if path.name not in made)
    assert len(pages) > 10
    frames = tmp_path / "frames.html"
    frames.write_text(FRAMES.replace("PAGES", json.dumps([page.as_uri() for page in pages])))
    local = ["--allow-file-access-from-files", "--virtual-time-budget=200000", "--dump-dom"]
    printed = browse([*local, frames.as_uri()], tmp_path / "profile")
    found = json.loads(re.search(r"<pre>(\[.*\])</pre>", printed)[1])
    assert len(found) == 2 * len(pages)
    for page in found:
        assert page["content"] <= page["frame"], page
        assert page["broken"] == 0, page
        left, right = page["heading"]
        assert 0 <= left < right <= page["width"], page
        assert page["menu"] == (page["width"] > 1000), page  # a narrow screen opens it by a button


@needs_chromium
def test_the_search_finds_pages_without_a_server(site: Path, tmp_path: Path) -> None:
    address = f"{(site / 'search.html').as_uri()}?q=softsign"
    printed = browse(["--virtual-time-budget=20000", "--dump-dom", address], tmp_path / "profile")
    results = printed.partition('id="search-results"')[2]
    assert "reference/activation_softsign.html" in results


def test_a_reference_page_shows_both_languages_and_the_output(site: Path) -> None:
    text = (site / "reference" / "activation_softsign.html").read_text(encoding="utf-8")
    plain = re.sub(r"<[^>]+>", "", text)
    assert "activation_softsign(x)" in plain
    assert "rk.activation_softsign(x)" in plain
    example = plain.partition("Examples")[2]
    assert re.search(r"#&gt; \[1\] +-?\d", example) or "#&gt; tf.Tensor" in example


def test_knitted_pages_have_code_blocks_and_folders_of_their_own(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    first, second = tmp_path / "first.Rmd", tmp_path / "second.Rmd"
    first.write_text(
        f'```{{r}}\nknitr::opts_knit$set(root.dir = "{elsewhere}")\nplot(1)\n```\n'
        "```{python}\n1 + 1\n```\n"
    )
    second.write_text('```{r}\ninvisible(file.create("made"))\n6 * 7\n```\n')
    words = ["-m", "rkeras_py.cli", "run", ROOT / "tools" / "docs" / "knit.R", first, second]
    r_process.run([sys.executable, *words], cwd=tmp_path).succeeded()
    page = first.with_suffix(".md").read_text(encoding="utf-8")
    assert re.search(r"^```r\n.*plot\(1\)\n```$", page, re.MULTILINE | re.DOTALL)
    assert "```python\n1 + 1\n```" in page
    assert "```\n#> 2\n```" in page
    (figure,) = re.findall(r"!\[.*\]\((figures/.*[.]png)\)", page)
    assert (tmp_path / figure).is_file()
    assert "```\n#> [1] 42\n```" in second.with_suffix(".md").read_text(encoding="utf-8")
    assert list(elsewhere.iterdir()) == []


def test_every_function_has_a_page() -> None:
    sys.path.insert(0, str(ROOT / "tools" / "docs"))
    try:
        import reference
    finally:
        sys.path.pop(0)
    from rkeras_py.generate import help_pages
    from rkeras_py.install import r_source
    from rkeras_py.registry.define import REGISTRY

    pages = help_pages.help_pages(list(REGISTRY.values()), r_source())
    listed = {
        alias
        for members in reference.chapters(pages.values()).values()
        for page in members
        for alias in page.aliases
    }
    namespace = (r_source() / "NAMESPACE").read_text(encoding="utf-8")
    exports = set(re.findall(r'^export\("?([^")]+)"?\)$', namespace, re.MULTILINE))
    assert len(exports) >= 561
    assert exports - listed == set()
