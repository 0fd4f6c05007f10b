"""HTML pages about training runs, each a single file without scripts."""

from __future__ import annotations

import base64
import difflib
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

Run = Mapping[str, Any]

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
h1 { font-size: 1.4rem; }
h2 { font-size: 1.1rem; border-bottom: 1px solid #ccc; margin-top: 2rem; }
table { border-collapse: collapse; }
td, th { text-align: left; padding: .15rem 1.5rem .15rem 0; vertical-align: top; }
th { font-weight: 600; }
tr.differs td { background: #fff3cd; }
pre { background: #f6f6f6; padding: .75rem; overflow-x: auto; font-size: 13px; }
pre.error { background: #fdecea; }
ins { background: #dcf5dc; text-decoration: none; }
del { background: #fadcdc; text-decoration: none; }
figure { display: inline-block; margin: 0 1rem 1rem 0; }
figcaption { font-weight: 600; }
svg text { font: 11px system-ui, sans-serif; fill: #555; }
img { max-width: 100%; }
nav a { margin-right: 1rem; }
"""
_COLOURS = ("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728")
_DASHES = ("", "5 3")
_WIDTH, _HEIGHT, _LEFT, _TOP = 420, 220, 56, 12  # of a plot, and its margins

_LABELS = {
    "started": "Started", "seconds": "Seconds", "completed": "Completed", "script": "Script",
    "context": "Context", "samples": "Samples", "validation_samples": "Validation samples",
    "batch_size": "Batch size", "epochs": "Epochs", "epochs_completed": "Epochs completed",
    "steps": "Steps", "steps_completed": "Steps completed", "loss_function": "Loss",
    "optimizer": "Optimizer", "learning_rate": "Learning rate",
}  # fmt: skip
_PREFIXES = {"flag": "Flags", "metric": "Metrics", "eval": "Evaluation"}


def one(run: Run) -> str:
    """The page of a run."""
    parts = [f"<h1>Training run {_text(run['name'])}</h1>", _links(run)]
    parts += [_section("summary", "Summary", _table(_facts(run)))]
    for prefix, title in _PREFIXES.items():
        parts.append(_section(prefix, title, _table(_prefixed(run, prefix))))
    parts.append(_section("history", "History", _plots({"": run["metrics"]})))
    parts.append(_section("error", "Error", _error(run)))
    parts.append(_section("model", "Model", _block(run.get("model"))))
    parts.append(_section("plots", "Plots", _pictures(_list(run.get("plots")))))
    parts.append(_section("output", "Output", _block(run.get("output"))))
    files = "".join(f"<li>{_text(name)}</li>" for name in _list(run.get("files")))
    parts.append(_section("files", "Files", f"<ul>{files}</ul>" if files else ""))
    code = (f"<h3>{_text(n)}</h3>{_block(text)}" for n, text in (run.get("sources") or {}).items())
    parts.append(_section("code", "Code", "".join(code)))
    return _page(f"Run {run['name']}", parts)


def comparison(first: Run, second: Run) -> str:
    """The page that compares two runs; the earlier one comes first."""
    parts = ["<h1>Comparison of training runs</h1>"]
    header = f"<tr><th></th><th>{_text(first['name'])}</th><th>{_text(second['name'])}</th></tr>"
    groups = {"summary": ("Summary", _facts(first), _facts(second))}
    for prefix, title in _PREFIXES.items():
        groups[prefix] = (title, _prefixed(first, prefix), _prefixed(second, prefix))
    for name, (title, a, b) in groups.items():
        rows = "".join(_compared(label, a.get(label), b.get(label)) for label in {**a, **b})
        parts.append(_section(name, title, f"<table>{header}{rows}</table>" if rows else ""))
    history = {str(run["name"]): run["metrics"] for run in (first, second)}
    parts.append(_section("history", "History", _plots(history)))
    parts.append(_section("model", "Model", _difference(first.get("model"), second.get("model"))))
    sources = [run.get("sources") or {} for run in (first, second)]
    for name in {**sources[0], **sources[1]}:
        difference = _difference(sources[0].get(name), sources[1].get(name))
        parts.append(_section(f"code-{name}", str(name), difference))
    return _page("Comparison of runs", parts)


def metrics(columns: Mapping[str, list[Any]]) -> str:
    """The page of metrics during training; it reloads itself until all epochs are there."""
    waits = any(value is None for values in columns.values() for value in values)
    refresh = '<meta http-equiv="refresh" content="2">' if waits else ""
    return _page("Metrics", [_section("history", "Metrics", _plots({"": columns}))], refresh)


# --- parts ---------------------------------------------------------------------------------


def _page(title: str, parts: Iterable[str], head: str = "") -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{_text(title)}</title>{head}<style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(filter(None, parts))
        + "\n</body></html>\n"
    )


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return escape(_number(value) if isinstance(value, float) else str(value))


def _number(value: float) -> str:
    return f"{value:.6g}"


def _section(name: str, title: str, content: str) -> str:
    if not content:
        return ""
    return f'<section id="{_text(name)}"><h2>{_text(title)}</h2>\n{content}</section>'


def _links(run: Run) -> str:
    found = {"output": run.get("output"), "code": run.get("sources")}
    links = [f'<a href="#{name}">{name.title()}</a>' for name, value in found.items() if value]
    return f'<nav><a href="#summary">Summary</a>{"".join(links)}</nav>'


def _list(value: Any) -> list[Any]:
    if value is None or value == {}:
        return []
    return value if isinstance(value, list) else [value]


def _facts(run: Run) -> dict[str, Any]:
    return {label: run[name] for name, label in _LABELS.items() if run.get(name) is not None}


def _prefixed(run: Run, prefix: str) -> dict[str, Any]:
    begin = f"{prefix}_"
    return {name[len(begin) :]: v for name, v in run.items() if name.startswith(begin)}


def _table(rows: Mapping[str, Any]) -> str:
    lines = (
        f"<tr><th>{_text(name)}</th><td>{_text(value)}</td></tr>" for name, value in rows.items()
    )
    return f"<table>{''.join(lines)}</table>" if rows else ""


def _compared(label: str, a: Any, b: Any) -> str:
    style = "" if a == b else ' class="differs"'
    cells = "".join(f"<td>{'' if value is None else _text(value)}</td>" for value in (a, b))
    return f"<tr{style}><th>{_text(label)}</th>{cells}</tr>"


def _block(text: Any) -> str:
    return f"<pre>{_text(text)}</pre>" if text else ""


def _error(run: Run) -> str:
    if not run.get("error_message"):
        return ""
    words = f"{run['error_message']}\n\n{run.get('error_traceback') or ''}".strip()
    return f'<pre class="error">{_text(words)}</pre>'


def _pictures(paths: Iterable[str]) -> str:
    encoded = (base64.b64encode(Path(path).read_bytes()).decode("ascii") for path in paths)
    return "".join(f'<img alt="" src="data:image/png;base64,{data}">' for data in encoded)


def _difference(a: Any, b: Any) -> str:
    """Lines that differ, with some context."""
    if a == b:
        return ""
    lines = difflib.unified_diff((a or "").splitlines(), (b or "").splitlines(), lineterm="", n=3)
    tags = {"+": "ins", "-": "del"}
    shown = []
    for line in list(lines)[2:]:
        tag = tags.get(line[:1])
        shown.append(f"<{tag}>{escape(line)}</{tag}>" if tag else escape(line))
    return "<pre>" + "\n".join(shown) + "</pre>"


# --- plots ---------------------------------------------------------------------------------


def _plots(histories: Mapping[str, Any]) -> str:
    """A plot for each metric, with lines for each run and for training and validation."""
    plots: dict[str, dict[str, list[Any]]] = {}
    for run, columns in histories.items():
        for name, values in (columns or {}).items():
            metric = name.removeprefix("val_")
            label = "validation" if name.startswith("val_") else "training"
            plots.setdefault(metric, {})[f"{run} {label}".strip()] = _list(values)
    return "".join(_plot(metric, lines) for metric, lines in plots.items() if metric != "epoch")


def _plot(metric: str, lines: Mapping[str, list[Any]]) -> str:
    known = [v for values in lines.values() for v in values if v is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    room = (high - low) or abs(high) or 1.0
    low, high = low - 0.05 * room, high + 0.05 * room
    last = max(2, *(len(values) for values in lines.values()))
    width, height = _WIDTH - _LEFT - 10, _HEIGHT - _TOP - 24

    def place(epoch: int, value: float) -> tuple[float, float]:
        return _LEFT + width * epoch / (last - 1), _TOP + height * (high - value) / (high - low)

    drawn = [
        f'<path d="M{_LEFT} {_TOP}v{height}h{width}" fill="none" stroke="#999"/>',
        *(_mark(place(0, v), v) for v in (min(known), max(known))),
        f'<text x="{_LEFT}" y="{_HEIGHT - 8}">1</text>',
        f'<text x="{_WIDTH - 10}" y="{_HEIGHT - 8}" text-anchor="end">{last} epochs</text>',
    ]
    runs = list(dict.fromkeys(label.rpartition(" ")[0] for label in lines))
    for label, values in lines.items():
        run, _, kind = label.rpartition(" ")
        style = (_COLOURS[runs.index(run) % len(_COLOURS)], _DASHES[kind == "validation"])
        drawn.append(
            _line(label, [(*place(i, v), v) for i, v in enumerate(values) if v is not None], style)
        )
    return (
        f'<figure><figcaption>{_text(metric)}</figcaption><svg role="img" width="{_WIDTH}" '
        f'height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}">{"".join(drawn)}</svg>'
        f"{_legend(lines, runs)}</figure>"
    )


def _mark(place: tuple[float, float], value: float) -> str:
    x, y = _LEFT - 6, place[1] + 4
    return f'<text x="{x}" y="{y:.1f}" text-anchor="end">{value:.4g}</text>'


def _line(label: str, points: list[tuple[float, float, float]], style: tuple[str, str]) -> str:
    colour, dash = style
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"><title>{_text(label)}: '
        f"{_number(value)}</title></circle>"
        for x, y, value in points
    )
    return (
        f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2" '
        f'stroke-dasharray="{dash}"/>{dots}'
    )


def _legend(lines: Iterable[str], runs: list[str]) -> str:
    def entry(label: str) -> str:
        run, _, kind = label.rpartition(" ")
        colour = _COLOURS[runs.index(run) % len(_COLOURS)]
        border = "dashed" if kind == "validation" else "solid"
        mark = f"border-top:2px {border} {colour};display:inline-block;width:1.5rem"
        return f'<div><span style="{mark}"></span> {_text(label)}</div>'

    return "".join(map(entry, lines))
