"""Texts about the type and default of an argument for help pages, from its rule."""

from __future__ import annotations

import inspect
import re

from rkeras_py.convert.parameter import MISSING, Parameter
from rkeras_py.convert.rule import Rule
from rkeras_py.convert.scalars import BoolRule, OneOf
from rkeras_py.generate import r_code
from rkeras_py.registry.define import Function

# R code in the names of rules.
_CODE = re.compile(
    r"\b(?:NULL|NA|TRUE|FALSE)\b|[\w$]+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\"[^\"]*\""
)
_QUOTED = re.compile(r'"[^"]*"')
# Words that do not distinguish kinds of values.
_PLAIN_WORDS = frozenset(
    {"a", "an", "the", "of", "or", "and", "one", "at", "as", "such", "to", "in"}
)
# The rule's name lists what is converted; the arguments also accept datasets and functions.
_MODEL_DATA = "a numeric array, a data frame, a factor, or a list of them"


def sentences(function: Function, parameter: Parameter, meaning: str) -> str:
    """The type and the default of a parameter, unless its description says them.

    Args:
        function: The function.
        parameter: The parameter.
        meaning: The description of the parameter.
    """
    default = _default(function, parameter)
    rule = parameter.rule
    if isinstance(rule, BoolRule) and meaning.startswith("Whether") and not parameter.nullable:
        return f"Default: {default}." if default else ""
    text = "" if rule is None or _says(meaning, rule) else _coded(rule.name)
    if text and parameter.nullable and _may_be_null(function, parameter):
        text += ", or ``NULL``" if "," in text or " or " in text else " or ``NULL``"
    if default == "``NULL``":
        return f"{_capital(text)} (the default)." if text else ""
    if text and default:
        return f"{_capital(text)}; default: {default}."
    if default:
        return f"Default: {default}."
    return f"{_capital(text)}." if text else ""


def _default(function: Function, parameter: Parameter) -> str:
    value = parameter.default
    if value is inspect.Parameter.empty or value is MISSING:
        return ""
    code = r_code.default(function, parameter)
    if code is None:
        return ""
    if isinstance(parameter.rule, OneOf) and isinstance(value, str):
        code = r_code.literal(value)  # the usage lists all choices
    return f"``{re.sub(r'(?<=[0-9])L', '', code)}``"


def _may_be_null(function: Function, parameter: Parameter) -> bool:
    """Whether a user may pass ``NULL``; the target of a pipe is omitted instead."""
    return function.target != parameter.name and parameter.default is not MISSING


def _says(meaning: str, rule: Rule) -> bool:
    """Whether a text already says which values a rule accepts."""
    lower = meaning.lower()
    if rule.name == _MODEL_DATA:
        return True
    if isinstance(rule, OneOf):
        return all(f'"{choice}"' in meaning for choice in rule.choices)
    choices = _QUOTED.findall(rule.name)
    if choices:
        return all(choice in meaning for choice in choices)
    head = re.split(r"[,;:(]", rule.name.lower())[0]
    words = set(re.findall(r"[\w$]+", head)) - _PLAIN_WORDS
    return bool(words) and all(re.search(rf"\b{re.escape(word)}s?\b", lower) for word in words)


def _coded(words: str) -> str:
    """A rule's name with its R code marked up."""
    return _CODE.sub(lambda code: f"``{code[0]}``", words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
