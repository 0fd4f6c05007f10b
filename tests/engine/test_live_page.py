"""The page of a training that runs: its server, and what a browser shows."""

from __future__ import annotations

import http.client
import json
import math
import re
import socket
import subprocess
import sys
import textwrap
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
from browsers import browse, columns_of, needs_chromium

from rkeras_py.engine import live_page
from rkeras_py.engine.live_page import LivePage


def get(address: str) -> Any:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return json.load(answer)


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def a_page(epochs: int, planned: int | None = None) -> LivePage:
    page = LivePage("small", planned or epochs)
    for epoch in range(epochs):
        loss = math.exp(-4 * epoch / epochs)
        page.add({"loss": loss, "mae": loss / 2, "val_loss": 1.2 * loss, "val_mae": 0.7 * loss})
    return page


def test_what_is_new_since_an_epoch() -> None:
    page = LivePage("small", 3)
    assert get(f"{page.address}news") == {
        "title": "small", "epochs": 3, "since": 0, "rows": [], "finished": False,
    }  # fmt: skip
    page.add({"loss": np.float32(0.5), "val_loss": 2})
    page.add({"loss": float("nan"), "val_loss": float("inf")})
    assert get(f"{page.address}news")["rows"] == [
        {"loss": 0.5, "val_loss": 2.0},
        {"loss": None, "val_loss": None},
    ]
    page.finish()
    news = get(f"{page.address}news?since=1")
    assert news["rows"] == [{"loss": None, "val_loss": None}]
    assert news["since"] == 1 and news["finished"]
    for nonsense in ("-1", "x", "", "1.5"):
        assert len(get(f"{page.address}news?since={nonsense}")["rows"]) == 2


def test_only_who_knows_the_address_sees_the_page() -> None:
    page = a_page(1)
    assert status(page.address) == status(f"{page.address}news") == 200
    base, token = re.fullmatch(r"(http://127\.0\.0\.1:\d+/)([\w-]{32})/", page.address).groups()
    assert a_page(1).address != page.address
    guesses = ["", "news", f"{token[:-1]}/", f"{token}x/", f"{token}/other", f"{token}/news/",
               f"x/{token}/", f"{token}", "../", f"{token}/../", "favicon.ico"]  # fmt: skip
    assert {guess: status(base + guess) for guess in guesses} == dict.fromkeys(guesses, 404)


def test_nothing_but_reading_is_served() -> None:
    address = urlsplit(a_page(1).address)
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        connection = http.client.HTTPConnection(str(address.netloc), timeout=60)
        connection.request(method, address.path)
        assert connection.getresponse().status == 501
        connection.close()


def test_other_machines_cannot_connect() -> None:
    """The server listens at the loopback address alone."""
    page = a_page(1)
    assert live_page._server().server_address[0] == "127.0.0.1"
    port = urlsplit(page.address).port
    assert port is not None
    with socket.socket() as other:  # another address of this machine
        assert other.connect_ex(("127.0.0.2", port)) != 0


def test_the_page_loads_nothing_from_elsewhere() -> None:
    with urllib.request.urlopen(a_page(1).address, timeout=60) as answer:
        html = answer.read().decode()
        policy = answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in policy and "connect-src 'self'" in policy
    assert set(re.findall(r"https?://[^\s\"']+", html)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(
        r"<script[^>]+src|@import|url\(|<img|<link(?! rel=\"icon\" href=\"data:,\")", html
    )
    assert "prefers-color-scheme: dark" in html


def test_old_pages_are_forgotten() -> None:
    first = a_page(1)
    for _ in range(live_page._KEPT - 1):
        last = a_page(1)
    assert status(first.address) == 200
    last = a_page(1)
    assert status(first.address) == 404 and status(last.address) == 200


def test_the_page_ends_with_the_process() -> None:
    code = """
        import sys
        from rkeras_py.engine.live_page import LivePage
        print(LivePage("small", 1).address, flush=True)
        sys.stdin.read()
    """
    words = [sys.executable, "-c", textwrap.dedent(code)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdin is not None
        address = process.stdout.readline().strip()
        assert status(address) == 200
        process.stdin.close()
        assert process.wait(timeout=60) == 0
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=60)


# --- in a browser ----------------------------------------------------------------------------

LIGHT = {"back": "#ffffff", "training": "#0b6bcb", "validation": "#c2410c"}
DARK = {"back": "#15181d", "training": "#5aa9ff", "validation": "#ffa657"}


def dom(address: str, folder: Path) -> str:
    return browse(["--virtual-time-budget=4000", "--dump-dom", address], folder)


@needs_chromium
@pytest.mark.parametrize("epochs", [1, 1000])
def test_a_browser_shows_one_and_a_thousand_epochs(epochs: int, tmp_path: Path) -> None:
    page = a_page(epochs)
    page.finish()
    shown = dom(page.address, tmp_path)
    assert f"Finished after {epochs} epoch{'s' if epochs > 1 else ''}<" in shown
    assert re.findall(r"<b>(\w+)</b>", shown) == ["loss", "mae"]
    loss = math.exp(-4 * (epochs - 1) / epochs)
    assert f"training {loss:.4g}<" in shown and f"validation {1.2 * loss:.4g}<" in shown
    lines = re.findall(r'<path class="(\w+)" d="([^"]+)"', shown)
    assert [kind for kind, _ in lines] == ["training", "validation"] * 2
    for _, way in lines:
        points = [tuple(map(float, point.split())) for point in re.split("[ML]", way)[1:]]
        assert len(points) == epochs
        assert points == sorted(points)  # to the right, and down: y grows downwards
        assert all(58 <= x <= 438 and 10 <= y <= 206 for x, y in points)
    assert shown.count("<circle") == (4 if epochs == 1 else 0)


@needs_chromium
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_lines_are_seen_in_light_and_in_dark_mode(theme: Any, tmp_path: Path) -> None:
    from PIL import Image

    page = a_page(30)
    page.finish()
    picture = tmp_path / "page.png"
    words = ["--virtual-time-budget=4000", "--window-size=1000,420", "--hide-scrollbars"]
    if theme is DARK:
        words.append("--blink-settings=preferredColorScheme=0")
    browse([*words, f"--screenshot={picture}", page.address], tmp_path / "profile")
    pixels = np.asarray(Image.open(picture).convert("RGB"))
    assert columns_of(pixels[:5, :5], theme["back"]) == 5
    assert columns_of(pixels[100:], theme["training"]) > 600  # across both plots
    assert columns_of(pixels[100:], theme["validation"]) > 300  # with gaps


TRAINING = """
import sys
import numpy as np
import rkeras_py as rk
from rkeras_py.engine import host
host.current().open_page = lambda address: print(address, flush=True)
x = np.sin(np.arange(40)).reshape(20, 2)
model = rk.keras_model_sequential(name="live")
rk.layer_dense(model, 1, input_shape=2)
rk.compile(model, "sgd", "mse")
def hold(epoch, logs):
    if epoch == 2:
        sys.stdin.readline()
rk.fit(model, x, x.sum(1), epochs=5, verbose=0, view_metrics=True, validation_split=0.5,
       callbacks=[rk.callback_lambda(on_epoch_begin=hold)])
sys.stdin.readline()
"""


@needs_chromium
def test_a_training_while_it_runs(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TRAINING], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdin is not None
        address = process.stdout.readline().strip()
        while len(get(f"{address}news")["rows"]) < 2:
            pass
        shown = dom(address, tmp_path / "before")
        assert "Epoch 2 of 5<" in shown and ">live<" in shown
        assert shown.count("<circle") == 4  # two epochs of training and of validation
        process.stdin.write("\n")
        process.stdin.flush()
        while not get(f"{address}news")["finished"]:
            pass
        shown = dom(address, tmp_path / "after")
        assert "Finished after 5 epochs<" in shown and shown.count("<circle") == 10
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.wait(timeout=100) == 0
