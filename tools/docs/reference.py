"""Reference pages: one for each R help page, with the usage in both languages.

They are generated from the same texts as R's help pages (rkeras_py/generate/help_pages.py).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from pathlib import Path

import rkeras_py as rk
from rkeras_py.generate import help_pages, rd
from rkeras_py.install import r_source
from rkeras_py.registry import python_examples
from rkeras_py.registry.define import REGISTRY

#: The chapters and the sources of their pages; a page belongs to the first matching chapter.
CHAPTERS = {
    "Models": ("api/models/", "R/R/models", "R/R/new-classes", "R/R/pictures"),
    "Training": ("api/training/", "R/R/history"),
    "Core layers": ("api/layers/core", "api/layers/input", "api/layers/lambdas",
                    "api/layers/custom", "api/layers/wrappers", "api/layers/reshaping"),
    "Convolutional layers": ("api/layers/convolutional", "api/layers/separable",
                             "api/layers/transposed", "api/layers/locally_connected",
                             "api/layers/resizing"),
    "Pooling layers": ("api/layers/pooling", "api/layers/global_pooling"),
    "Recurrent layers": ("api/layers/recurrent", "api/layers/cells", "api/layers/conv_lstm",
                         "api/layers/cudnn"),
    "Attention layers": ("api/layers/attention",),
    "Activation layers": ("api/layers/activations",),
    "Normalization, noise and merging layers": ("api/layers/normalization", "api/layers/noise",
                                                "api/layers/merging"),
    "Preprocessing layers": ("api/layers/",),
    "Optimizers and schedules": ("api/optimizers", "api/schedules"),
    "Losses": ("api/losses",),
    "Metrics": ("api/metrics/",),
    "Callbacks": ("api/callbacks/", "R/R/callbacks"),
    "Activations": ("api/activations",),
    "Initializers, regularizers and constraints": ("api/initializers", "api/regularizers",
                                                   "api/constraints"),
    "Applications": ("api/applications/",),
    "Data sets": ("api/datasets/",),
    "Images": ("api/preprocessing/image",),
    "Texts and sequences": ("api/preprocessing/",),
    "Arrays and data": ("api/arrays", "api/data", "api/tensors"),
    "Backend": ("api/backend/",),
    "Other functions": ("",),
}  # fmt: skip

_MENTION = re.compile(r"(?<!`)(`{1,2})([\w.]+)\(\)\1(?!`)")


def write(folder: Path, only: str | None) -> None:
    """Write the pages and their index.

    Args:
        only: Only pages whose names contain this text; all by default.
    """
    folder.mkdir(parents=True, exist_ok=True)
    everything = help_pages.help_pages(list(REGISTRY.values()), r_source())
    pages = {
        name: page
        for name, page in everything.items()
        if page.keyword != "internal" and (only is None or only in name)
    }
    names = {
        alias: help_pages.file_name(page.name) for page in pages.values() for alias in page.aliases
    }
    for name, page in pages.items():
        text = markdown(page, names)
        (folder / f"{help_pages.file_name(name)}.Rmd").write_text(text, encoding="utf-8")
    for chapter, members in chapters(pages.values()).items():
        text = chapter_page(chapter, members)
        (folder / f"{slug(chapter)}.md").write_text(text, encoding="utf-8")
    (folder / "index.md").write_text(index(chapters(pages.values())), encoding="utf-8")


def chapters(pages: Iterable[rd.Page]) -> dict[str, list[rd.Page]]:
    found: dict[str, list[rd.Page]] = {chapter: [] for chapter in CHAPTERS}
    for page in sorted(pages, key=lambda page: page.name):
        source = page.source.removeprefix("rkeras_py/")
        chapter = next(c for c, parts in CHAPTERS.items() if source.startswith(parts))
        found[chapter].append(page)
    return {chapter: members for chapter, members in found.items() if members}


def slug(chapter: str) -> str:
    return "chapter-" + "-".join(re.findall(r"\w+", chapter.lower()))


def index(found: dict[str, list[rd.Page]]) -> str:
    listed = "\n".join(slug(chapter) for chapter in found)
    return (
        "# Reference\n\nEach page shows a function in R and in Python. Outputs are from R; "
        "they were created when this site was built.\n\n"
        f":::{{toctree}}\n:maxdepth: 2\n\n{listed}\n:::\n"
    )


def chapter_page(chapter: str, members: list[rd.Page]) -> str:
    files = [help_pages.file_name(page.name) for page in members]
    rows = [
        f"| [`{page.name}`]({file}.md) | {page.title.replace('|', '&#124;')} |"
        for page, file in zip(members, files, strict=True)
    ]
    table = ["| Function | |", "|---|---|", *rows]
    toctree = [":::{toctree}", ":hidden:", "", *files, ":::", ""]
    return "\n".join([f"# {chapter}", "", *table, "", *toctree])


def markdown(page: rd.Page, names: dict[str, str]) -> str:
    """A page as R Markdown; its example is a chunk that R runs later."""
    own = set(page.aliases)

    def text(words: str) -> str:
        def link(mention: re.Match[str]) -> str:
            target = names.get(mention[2])
            return (
                f"[{mention[0]}]({target}.md)" if target and mention[2] not in own else mention[0]
            )

        return _MENTION.sub(link, words)

    parts = [f"# {page.name}", f"**{text(page.title)}**"]
    parts += [text(words) for words in page.description if words.rstrip(".") != page.title]
    parts += ["## Usage", "In R:", fence("r", "\n\n".join(map(plain_r, page.usage)))]
    python = python_usage(page.aliases)
    if python:
        parts += ["In Python, after `import rkeras_py as rk`:", fence("python", python)]
    if page.arguments:
        items = [f"`{word}`\n: {text(words)}" for word, words in page.arguments.items()]
        parts += ["## Arguments", "\n\n".join(items)]
    for title, texts in (("Value", page.value), ("Details", page.details)):
        if texts:
            parts += [f"## {title}", *map(text, texts)]
    if page.errors:
        parts += ["## Errors", *(f"`{kind}`: {text(words)}" for kind, words in page.errors.items())]
    for title, texts in page.sections.items():
        parts += [f"## {title}", *map(text, texts)]
    if page.references:
        parts += ["## References", *map(with_doi, page.references)]
    if page.see_also:
        links = [see(name, topic, names) for name, topic in page.see_also.items()]
        parts += ["## See also", ", ".join(links)]
    if page.example:
        parts += ["## Examples", fence("{r}", page.example)]
        known = {function.python.__name__ for function in REGISTRY.values()}
        code = python_examples.translated(page.example, known) if python else None
        if code:
            parts += ["In Python:", fence("python", code)]
    return "\n\n".join(parts) + "\n"


def with_doi(paper: str) -> str:
    """A reference whose DOI is a link."""
    return re.sub(r"doi:(\S+[^\s.])", r"[doi:\1](<https://doi.org/\1>)", paper)


def see(name: str, topic: str, names: dict[str, str]) -> str:
    """A function of another page, with a link if this site has the page."""
    target = names.get(topic)
    return f"[`{name}()`]({target}.md)" if target else f"`{name}()`"


def plain_r(usage: str) -> str:
    """A usage without Rd markup: the call as in a script."""
    usage = re.sub(r"\\method\{(.*?)\}\{.*?\}", r"\1", usage)
    return re.sub(r"\\([\\%{}])", r"\1", usage)


def python_usage(aliases: list[str]) -> str:
    """The Python calls of the functions on a page."""
    calls = []
    for function in REGISTRY.values():
        name = function.python.__name__
        if name in rk.__all__ and {function.name, name} & set(aliases):
            calls.append(call(name, inspect.signature(function.python)))
    return "\n".join(calls)


def call(name: str, signature: inspect.Signature) -> str:
    words = [str(p.replace(annotation=p.empty)) for p in signature.parameters.values()]
    words = [re.sub(r"='([^'\"]*)'$", r'="\1"', word) for word in words]
    line = f"rk.{name}({', '.join(words)})"
    if len(line) <= 90:
        return line
    return f"rk.{name}(\n" + "".join(f"    {word},\n" for word in words) + ")"


def fence(language: str, code: str) -> str:
    ticks = "````" if "```" in code else "```"
    return f"{ticks}{language}\n{code.rstrip()}\n{ticks}"
