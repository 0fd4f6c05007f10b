"""Reading the project's documents: fenced code, and what a rendered one shows."""

from __future__ import annotations

import html
import re
from pathlib import Path


def code_blocks(document: Path, language: str) -> list[str]:
    """The fenced blocks of a language in a Markdown file, in their order."""
    text = document.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def code_block(document: Path, language: str, containing: str) -> str:
    """The one block of a language that contains this text."""
    (found,) = [code for code in code_blocks(document, language) if containing in code]
    return found


def outputs(page: str) -> list[str]:
    """What the chunks of a rendered document printed, without knitr's comment signs."""
    blocks = re.findall(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)
    printed = [html.unescape(block) for block in blocks if block.startswith("#&gt;")]
    return [re.sub(r"^#> ?", "", block, flags=re.MULTILINE) for block in printed]


def sources(page: str, language: str = "r") -> list[str]:
    """The code that a rendered document shows."""
    pattern = rf'<code class="sourceCode {language}">(.*?)</code></pre>'
    blocks = re.findall(pattern, page, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]*>", "", block)) for block in blocks]
