"""Text that R's strings cannot hold; pure Python."""

from __future__ import annotations


def readable(text: str) -> str:
    """A text for people to read, such as a message: what R cannot hold, as Python writes it."""
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode()


def unfit(text: str, longest: int) -> ValueError:
    """Why a text cannot be an R string of up to ``longest`` bytes."""
    try:
        length = len(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError as error:
        shown = excerpt(text, error.start)
        return ValueError(f"R strings cannot hold half of a surrogate pair: {shown}")
    if "\0" in text:
        shown = excerpt(text, text.index("\0"))
        return ValueError(f"R strings cannot hold a NUL character: {shown}")
    return ValueError(f"R strings have up to {longest} bytes, not {length}: {excerpt(text)}")


def excerpt(text: str, place: int = 0) -> str:
    """What stands around a place in a text, as Python writes it."""
    start = max(0, place - 20)
    part = repr(text[start : place + 20])
    return ("..." if start else "") + part + ("..." if place + 20 < len(text) else "")
