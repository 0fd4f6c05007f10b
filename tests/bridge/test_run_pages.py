"""Pages about training runs: what they say, and what a browser makes of them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from browsers import browse, columns_of, needs_chromium

from rkeras_py.bridge import run_pages

EMPTY_ELEMENTS = {"meta", "img"}


def a_run(**changes):
    return {
        "name": "2031-01-02T03-04-05Z",
        "completed": True,
        "epochs": 3,
        "learning_rate": 0.015,
        "flag_units": 16,
        "metric_loss": 0.25,
        "eval_acc": 0.875,
        "metrics": {"loss": [1.0, 0.5, 0.25], "val_loss": [2.0, 1.0, None]},
        "model": 'Model: "m"',
        "output": "a <script>alert(1)</script> & b",
        "files": "model.h5",
        "sources": {"train.R": "x <- 1\ny <- 2"},
        **changes,
    }


class Reader(HTMLParser):
    """Whether elements end where they should, and what they are."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in EMPTY_ELEMENTS:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_a_page_says_what_a_run_was():
    page = read(run_pages.one(a_run()))
    for words in ("0.015", "units", "16", "0.875", "model.h5", "a <script>alert(1)</script> & b"):
        assert words in page.text
    assert "script" not in page.seen
    assert page.seen.count("polyline") == 2 and page.seen.count("circle") == 5


def test_parts_that_a_run_lacks_are_left_out():
    bare = {"name": "r", "metrics": {}, "files": [], "plots": [], "sources": {}}
    page = read(run_pages.one(bare))
    assert "svg" not in page.seen and page.seen.count("h2") == 0
    failed = read(run_pages.one({**bare, "error_message": "no <luck>", "error_traceback": "f()"}))
    assert "no <luck>\n\nf()" in failed.text


def test_lines_go_through_the_values():
    page = run_pages.one(a_run(metrics={"acc": [0.0, 0.5, 1.0]}))
    points = re.search(r'points="([^"]+)"', page)[1]
    (x0, y0), (x1, y1), (x2, y2) = (map(float, point.split(",")) for point in points.split())
    assert x0 < x1 < x2 and y0 > y1 > y2  # upwards
    assert x1 == pytest.approx((x0 + x2) / 2) and y1 == pytest.approx((y0 + y2) / 2, abs=0.1)
    alone = run_pages.one(a_run(metrics={"acc": 0.5}))  # R's vector of length 1
    assert len(re.search(r'points="([^"]+)"', alone)[1].split()) == 1
    assert "polyline" not in run_pages.one(a_run(metrics={"acc": [None, None]}))


def test_a_comparison_marks_what_differs():
    other = a_run(
        name="later", flag_units=32, sources={"train.R": "x <- 1\ny <- 3", "new.R": "z"}, dropout=1
    )
    page = run_pages.comparison(a_run(), other)
    rows = re.findall(r'<tr class="differs"><th>(.*?)</th><td>(.*?)</td><td>(.*?)</td>', page)
    assert rows == [("units", "16", "32")]
    assert "<del>-y &lt;- 2</del>" in page and "<ins>+y &lt;- 3</ins>" in page
    assert "<ins>+z</ins>" in page
    assert read(page).seen.count("polyline") == 4


def test_the_page_of_metrics_loads_itself_until_all_are_there():
    assert 'http-equiv="refresh"' in run_pages.metrics({"loss": [1.0, None]})
    assert 'http-equiv="refresh"' not in run_pages.metrics({"loss": [1.0, 0.5]})


def test_plots_are_inside_the_page(tmp_path):
    (tmp_path / "Rplot001.png").write_bytes(b"\x89PNG")
    page = run_pages.one(a_run(plots=[str(tmp_path / "Rplot001.png")]))
    assert 'src="data:image/png;base64,iVBORw=="' in page


@needs_chromium
@pytest.mark.parametrize("kind", ["one", "comparison"])
def test_a_browser_shows_the_page(kind: str, tmp_path: Path) -> None:
    """The lines of the plot are drawn, in their colour."""
    from PIL import Image

    second = a_run(name="later", metrics={"loss": [0.9, 0.7, 0.1]})
    page = run_pages.one(a_run()) if kind == "one" else run_pages.comparison(a_run(), second)
    file, picture = tmp_path / "run.html", tmp_path / "run.png"
    file.write_text(page, encoding="utf-8")
    tall = ["--window-size=1000,2400", "--hide-scrollbars", f"--screenshot={picture}"]
    browse([*tall, file.as_uri()], tmp_path / "profile")
    pixels = np.asarray(Image.open(picture).convert("RGB")).astype(int)
    assert pixels.shape == (2400, 1000, 3)

    assert columns_of(pixels, "#1f77b4") > 300  # the line goes across the plot
    assert (columns_of(pixels, "#ff7f0e") > 300) == (kind == "comparison")
