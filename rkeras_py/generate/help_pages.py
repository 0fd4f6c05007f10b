"""Help pages, from docstrings and from the comments of hand-written R files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from rkeras_py.convert.several import InputsRule
from rkeras_py.generate import (
    argument_types,
    docstrings,
    help_texts,
    r_code,
    r_sources,
    rd,
    search_terms,
    see_also,
    wrappers,
)
from rkeras_py.generate.r_sources import Block
from rkeras_py.registry.argument_texts import by_beginning
from rkeras_py.registry.define import Function

_WIDTH = 80
# A mention of a function in text.
_MENTION = re.compile(r"\\code\{([\w.]+)\(\)\}")
# The suffix of methods for models.
_OF_MODELS = ".keras.engine.training.Model"
_INFIX = re.compile(r"%.*%")


def rd_files(functions: list[Function], root: Path) -> dict[str, str]:
    """``man/<name>.Rd`` for each exported function, generated or written by hand."""
    pages = help_pages(functions, root)
    topics = _topics(pages)
    return {
        f"man/{file_name(name)}.Rd": _linked(page.text(), topics, set(page.aliases))
        for name, page in pages.items()
    }


def help_pages(functions: list[Function], root: Path) -> dict[str, rd.Page]:
    """The help pages by their names; several functions may share one."""
    blocks = r_sources.blocks(root)
    pages: dict[str, rd.Page] = {}
    generics = {block.name: block for block in blocks if block.generic or block.package}
    described: set[str] = set()  # generics whose help is that of a method
    for function in functions:
        page = _function_page(function)
        generic = generics.get(function.generic) if function.generic else None
        if generic is not None and generic.name and generic.name not in described:
            described.add(generic.name)
            page.aliases.append(generic.name)
            if not generic.package:
                page.usage.insert(0, _usage(generic.name, generic.formals or ()))
        pages[page.name] = page
    others = [block for block in blocks if block.name not in described]
    for block in others:
        if not block.package:
            _add(pages, block)
    again = [block for block in others if block.package]
    if again:
        page = _reexports(again)
        pages[page.name] = page
    _add_see_also(pages, functions)
    for page in pages.values():
        page.concepts = search_terms.terms(page.name, page.title)
    return pages


def _topics(pages: dict[str, rd.Page]) -> dict[str, str]:
    """The help topic of each function; that of a method for a generic without a page."""
    methods = {name.removesuffix(_OF_MODELS): name for name in pages if name.endswith(_OF_MODELS)}
    return methods | {alias: alias for page in pages.values() for alias in page.aliases}


def _add_see_also(pages: dict[str, rd.Page], functions: list[Function]) -> None:
    """Add the links to other pages to each page."""
    topics = _topics(pages)
    modules = {wrappers.r_name(function): function.module for function in functions}
    members: dict[str, list[str]] = {}
    for function in functions:
        members.setdefault(function.module, []).append(function.name)
    for page in pages.values():
        if page.name != "reexports":
            beside = members.get(modules.get(page.name, ""), ())
            names = see_also.names(page.name, page.aliases, beside)
            page.see_also = {
                name: topics[name]
                for name in names
                if name in topics and topics[name] not in page.aliases
            }


def _linked(text: str, topics: dict[str, str], own: set[str]) -> str:
    """A page with links for mentions of functions such as \\code{fit()}.

    Titles must not have links.
    """

    def link(mention: re.Match[str]) -> str:
        name = mention[1]
        topic = topics.get(name)
        return mention[0] if topic is None or topic in own else rd.link(name, topic)

    lines = text.splitlines(keepends=True)
    return "".join(
        line if line.startswith("\\title") else _MENTION.sub(link, line) for line in lines
    )


def file_name(name: str) -> str:
    """The name of a page's file, without extension."""
    words = name.replace("<-", " assign ").replace("%", " infix ", 1)
    return "-".join(re.findall(r"[A-Za-z0-9._]+", words))


# --- Functions of the API ------------------------------------------------------------------


def _function_page(function: Function) -> rd.Page:
    doc = docstrings.parse(function.doc)
    name = wrappers.r_name(function)
    return rd.Page(
        name=name,
        source=wrappers.source_of(function.module),
        title=doc.title or name,
        description=list(doc.description[:1]) or [f"{doc.title}."],
        aliases=[name],
        usage=[_usage_lines(_usage_head(function), r_code.heads(function))],
        arguments={
            word: argument_text(function, doc, word) for word, _ in r_code.formals(function)
        },
        value=_value(function, doc),
        details=list(doc.description[1:]),
        errors=doc.raises,
        references=list(doc.references),
        example=doc.example,
        keyword=_keyword(function.module),
    )


def _keyword(module: str) -> str:
    part = module.removeprefix("rkeras_py.api.").split(".")[0]
    return help_texts.KEYWORDS.get(part, "neural")


def _usage_head(function: Function) -> str:
    if function.generic:
        return f"\\method{{{function.generic}}}{{{function.r_class}}}("
    return f"{r_code.name(function.name)}("


def argument_text(function: Function, doc: docstrings.Doc, word: str) -> str:
    """The description of a formal on a help page."""
    if word == "...":
        return _dots_text(function, doc)
    meaning = _sentence(doc.args[word])
    parameter = next(p for p in function.parameters.values() if p.name == word)
    return f"{meaning} {argument_types.sentences(function, parameter, meaning)}".rstrip()


def _dots_text(function: Function, doc: docstrings.Doc) -> str:
    names = [p.name for p in function.parameters.values() if p.is_variadic]
    texts = dict.fromkeys(_sentence(doc.args[name]) for name in names if name in doc.args)
    return " ".join(texts)


def _value(function: Function, doc: docstrings.Doc) -> list[str]:
    usual = by_beginning(help_texts.VALUES, function.name)
    if function.family == "layer" and usual:
        first = next(iter(function.parameters.values()))
        if isinstance(first.rule, InputsRule):
            usual = help_texts.MERGED
        usual = usual.replace("`object`", f"`{first.name}`")
        return [usual, *([f"Output shape: {_full_stop(doc.returns)}"] if doc.returns else [])]
    if doc.returns:
        return [_sentence(doc.returns)]
    return [usual] if usual else []


def _sentence(text: str) -> str:
    return _full_stop(text[:1].upper() + text[1:])


def _full_stop(text: str) -> str:
    return text if text.endswith((".", "!", "?", ":")) else text + "."


# --- Functions written by hand -------------------------------------------------------------


def _add(pages: dict[str, rd.Page], block: Block) -> None:
    """Add the text of a hand-written block, as a new page or to the page that it names."""
    name = block.one("name") or next(iter(block.exports), block.name)
    page_name = block.one("rdname")
    texts = docstrings.paragraphs(block.prose)
    if name is None or "noRd" in dict(block.tags) or not (page_name or texts or block.one("title")):
        return
    own = _block_page(page_name or name, block, texts)
    page = pages.setdefault(own.name, own)
    if page.title == page.name:  # previous blocks had no title
        page.title, page.description = own.title, own.description
    page.aliases += [alias for alias in (name, *block.all("aliases")) if alias not in page.aliases]
    usage = block.one("usage")
    if usage:
        page.usage.append(rd.r_code(usage))
    elif block.formals is not None:
        page.usage.append(_usage(name, block.formals, _class_of(block)))
    for text in block.all("param"):
        words, _, description = text.partition(" ")
        for word in words.split(","):
            page.arguments.setdefault(word, _sentence(" ".join(description.split())))
    documented = [word for word, _ in block.formals or () if word in page.arguments]
    page.arguments = {word: page.arguments[word] for word in (*page.arguments, *documented)}


def _block_page(name: str, block: Block, texts: list[str]) -> rd.Page:
    title, description = docstrings.title_of(texts)
    title = block.one("title") or title or name
    return rd.Page(
        name=name,
        source=block.file,
        title=title,
        description=docstrings.paragraphs(block.one("description") or "")
        or list(description)
        or [_full_stop(title)],
        value=[
            _sentence(text) for text in docstrings.paragraphs(block.one("return", "returns") or "")
        ],
        details=docstrings.paragraphs(block.one("details") or ""),
        sections=_sections(block),
        example=block.one("examples", "example") or "",
        keyword=block.one("keywords") or "",
    )


def _sections(block: Block) -> dict[str, list[str]]:
    """The custom sections: ``@section Title: text``."""
    parts = (text.partition(":") for text in block.all("section"))
    return {title.strip(): docstrings.paragraphs(text) for title, _, text in parts}


def _class_of(block: Block) -> str | None:
    """The class of an S3 method, so that its name is split correctly."""
    from rkeras_py.generate import namespace

    found = namespace.method_of(block, str(block.name))
    return found[1] if found else None


def _usage(name: str, formals: Iterable[tuple[str, str | None]], r_class: str | None = None) -> str:
    words = [r_code.name(word) + ("" if d is None else f" = {d}") for word, d in formals]
    if r_class:
        return _usage_lines(f"\\method{{{name.removesuffix('.' + r_class)}}}{{{r_class}}}(", words)
    if _INFIX.fullmatch(name) and len(words) == 2:
        return rd.r_code(f"{words[0]} {name} {words[1]}")
    return _usage_lines(r_code.name(name) + "(", words)


def _usage_lines(head: str, parts: list[str]) -> str:
    return r_code.lines_of(head, [rd.r_code(part) for part in parts], ")", width=_WIDTH)


def _reexports(blocks: list[Block]) -> rd.Page:
    listed = sorted((block.package, str(block.name)) for block in blocks)
    return rd.Page(
        name="reexports",
        source=blocks[0].file,
        title="Functions of other packages",
        description=["Functions of other packages that keras exports too; their help is there."],
        aliases=["reexports", *(name for _, name in listed)],
        details=[f"From {package}: `{name}`." for package, name in listed],
        keyword="internal",
    )
