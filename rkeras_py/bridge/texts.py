"""Handles text that R strings cannot hold; pure Python."""

from __future__ import annotations


def readable(text: str) -> str:
    """A text for display, such as a message: characters that R cannot hold are escaped."""
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode()


def unfit(text: str, longest: int) -> ValueError:
    """The error for a text that cannot be an R string of up to ``longest`` bytes."""
    try:
        length = len(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError as error:
        shown = excerpt(text, error.start)
        return ValueError(f"R strings cannot hold half of a surrogate pair: {shown}")
    if "\0" in text:
        shown = excerpt(text, text.index("\0"))
        return ValueError(f"R strings cannot hold a NUL character: {shown}")
    return ValueError(f"R strings have at most {longest} bytes, not {length}: {excerpt(text)}")


def excerpt(text: str, place: int = 0) -> str:
    """The text around a position, as a Python literal."""
    start = max(0, place - 20)
    part = repr(text[start : place + 20])
    return ("..." if start else "") + part + ("..." if place + 20 < len(text) else "")
