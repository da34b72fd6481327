"""Finds where an expression of ink's logic ends, to tell `{note: a|b}`, a condition, from `{He said: a|b}`, which is words."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"[ \t]*(?:not\b|!|-(?!>))")
_PLAIN = re.compile(
    r'[ \t]*(?:\d+\.\d+|"(?:\\.|[^"\\\n])*"|->[ \t]*\w+(?:[ \t]*\.[ \t]*\w+)*|(?P<name>\w+(?:[ \t]*\.[ \t]*\w+)*)|(?P<list>\())'
)
# A line may hold thousands of brackets that nobody closes, and each of them looks for its end.
_LONGEST = 2000
_CALL = re.compile(r"[ \t]*\(")
_AFTER = re.compile(r"[ \t]*(?:\+\+|--)")
_BETWEEN = re.compile(r"[ \t]*(?:&&|\|\||==|!=|>=|<=|!\?|(?:and|or|mod|has|hasnt)\b|[<>+*/%?^]|-(?!>))")
_COLON = re.compile(r"[ \t]*:")
_ELSE = re.compile(r"else[ \t]*:")


def expression_end(text: str, at: int) -> int | None:
    """Returns where the expression that begins at an offset ends, or None where none begins there."""
    end = _operand(text, at)
    while end is not None and (between := _BETWEEN.match(text, end)):
        following = _operand(text, between.end())
        if following is None:
            break
        end = following
    return end


def condition_end(text: str, at: int) -> int | None:
    """Returns the offset behind the colon of the condition that begins at an offset, or None where it is no condition."""
    end = expression_end(text, at)
    colon = _COLON.match(text, end) if end is not None else None
    return colon.end() if colon else None


def branch_end(text: str, at: int) -> int:
    """Returns the offset behind the condition, or `else:`, of a branch whose dash stands before an offset; that offset without one."""
    otherwise = _ELSE.match(text, at)
    return otherwise.end() if otherwise else condition_end(text, at) or at


def _operand(text: str, at: int) -> int | None:
    """Returns the end of one operand with what stands before and behind it, or None."""
    while prefix := _PREFIX.match(text, at):
        at = prefix.end()
    plain = _PLAIN.match(text, at)
    if plain is None:
        return None
    end: int | None = plain.end()
    if plain["list"]:
        end = _closed(text, plain.end())
    elif plain["name"] and (call := _CALL.match(text, plain.end())):
        end = _closed(text, call.end())
    if end is not None and (after := _AFTER.match(text, end)):
        end = after.end()
    return end


def _closed(text: str, at: int) -> int | None:
    """Returns the end of what stands in round brackets, or None where they are not closed on the line, or not soon."""
    depth, last = 1, min(len(text), at + _LONGEST)
    while at < last and text[at] != "\n":
        if text[at] == '"':
            close = text.find('"', at + 1)
            at = close if close > 0 else at
        depth += (text[at] == "(") - (text[at] == ")")
        at += 1
        if not depth:
            return at
    return None
