"""The ink compiler in a process of its own: `python -m studio.compiler_process ENGINE` reads a request and writes an answer, both JSON.

Request: {"main": name, "files": {name: text}}. Answer: {"json": text or null, "messages": [[kind, text]], "facts": {...}}.
A process of its own, because a V8 that is stuck can only be ended from outside.
It imports nothing of the studio, so that it starts at once.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

_ROUNDS = 4
_MOST_MEMORY = 2**30
_ERROR = 2
"""Ink's number for an error, among its kinds of messages."""
_WORD = re.compile(r"[A-Za-z_]\w*")
_AT = re.compile(r"^(?:ERROR|Error|WARNING|Warning|TODO):? ?'(?P<file>[^\n]*?)' line (?P<line>\d+): ", re.DOTALL)
_UNRESOLVED = re.compile(r"target not found|find target|Unresolved variable|could not be found")
_KEPT = re.compile(r"[ \t]*(?:INCLUDE|VAR|CONST|LIST|EXTERNAL)\b")
_HEADER = re.compile(r"^[ \t]*={1,}[ \t]*[A-Za-z_]")

_GLUE = r"""
function compileInk(request) {
  const {main, files} = JSON.parse(request), messages = [];
  const handler = {
    ResolveInkFilename: (name) => name,
    LoadInkFileContents: (name) => {
      if (!Object.prototype.hasOwnProperty.call(files, name)) throw new Error("no such file");
      return files[name];
    },
  };
  const options = new inkjs.CompilerOptions(main, [], false, (text, kind) => messages.push([kind, text]), handler);
  const compiler = new inkjs.Compiler(files[main], options);
  let json = null;
  try { json = compiler.Compile().ToJson(); }
  catch (fault) { if (!messages.some(([kind]) => kind === 2)) messages.push([3, String(fault)]); }
  let facts = {flows: [], edges: [], divisions: [], texts: [], labels: []};
  try { facts = gather(compiler.parsedStory); } catch (fault) { if (json !== null) throw fault; }
  return JSON.stringify({json, messages, facts});
}
function placeOf(thing) {
  for (let at = thing; at; at = at.parent) {
    const data = at._debugMetadata;
    if (data) return [data.fileName, data.startLineNumber, data.startCharacterNumber];
  }
  return [null, 0, 0];
}
function isFlow(thing) { return ["Knot", "Stitch", "Function"].includes(thing.typeName); }
function flowOf(thing) {
  for (let at = thing; at; at = at.parent) {
    if (isFlow(at)) {
      const outer = at.typeName === "Stitch" ? flowOf(at.parent) + "." : "";
      return outer + ((at.identifier && at.identifier.name) || "");
    }
  }
  return "";
}
function gather(story) {
  const facts = {flows: [], edges: [], divisions: [], texts: [], labels: []};
  let tagged = false;
  const visit = (thing, flow) => {
    if (thing.typeName === "Tag") tagged = thing.isStart;
    if (thing.typeName === "Text" && !tagged && thing.text.trim()) facts.texts.push([thing.text, ...placeOf(thing)]);
    if (thing.typeName === "Choice" && thing.identifier && thing.runtimeContainer) {
      facts.labels.push([thing.identifier.name, flow, String(thing.runtimeContainer.path)]);
    }
    if (isFlow(thing)) {
      flow = flowOf(thing);
      facts.flows.push([flow, thing.typeName, ...placeOf(thing)]);
      if (thing._startingSubFlowDivert && thing._firstChildFlow) facts.edges.push([flow, flowOf(thing._firstChildFlow)]);
    }
    if (thing.targetContent) facts.edges.push([flow, flowOf(thing.targetContent)]);
    if (thing.opName !== undefined && ["/", "%", "mod"].includes(thing.opName)) division(story, thing, facts);
    for (const part of thing.content || []) visit(part, flow);
  };
  visit(story, "");
  return facts;
}
function division(story, thing, facts) {
  let by = thing.rightExpression;
  if (by.pathIdentifiers && by.pathIdentifiers.length === 1) by = story.constants.get(by.name) || by;
  const constant = by.typeName === "Number";
  if (constant && Number(by.value) !== 0) return;
  facts.divisions.push([constant ? null : String(thing.rightExpression.name || "an expression"), ...placeOf(thing)]);
}
"""

Answer = dict[str, Any]


def start(engine: MiniRacer, inkjs: Path) -> None:
    """Loads inkjs and our few lines around it into a new engine, whose memory has a limit."""
    engine.set_hard_memory_limit(_MOST_MEMORY)
    engine.eval(inkjs.read_text(encoding="utf-8"))
    engine.eval(_GLUE)


def compile_all(engine: MiniRacer, main: str, files: dict[str, str]) -> Answer:
    """Returns the compiler's answer, with the complaints that a first one would hide.

    Ink stops after each of its stages where that stage found faults. So what was found is told, then taken out, and the rest compiled
    again, a few times; complaints that only follow from what was taken out are dropped.
    """
    first = _once(engine, main, files)
    answer, missing = first, set[str]()
    files, seen = dict(files), _places(first["messages"])
    for turn in range(1, _ROUNDS):
        if answer["json"] is not None or not _places(answer["messages"]):
            break
        missing |= _take_out(files, _places(answer["messages"]), whole=turn > 1)
        answer = _once(engine, main, files)
        fresh = [one for one in answer["messages"] if _is_news(one, seen, missing)]
        first["messages"] += fresh
        seen |= _places(fresh)
    first["messages"] = [list(pair) for pair in dict.fromkeys((kind, text) for kind, text in first["messages"])]
    return first


def _once(engine: MiniRacer, main: str, files: dict[str, str]) -> Answer:
    """Returns the answer of one compilation."""
    answer: Answer = json.loads(str(engine.call("compileInk", json.dumps({"main": main, "files": files}))))
    return answer


def _places(messages: list[list[Any]]) -> set[tuple[str, int]]:
    """Returns the files and lines of the errors among the messages."""
    found = (_AT.match(text) for kind, text in messages if kind == _ERROR)
    return {(match["file"], int(match["line"])) for match in found if match}


def _is_news(message: list[Any], seen: set[tuple[str, int]], missing: set[str]) -> bool:
    """Tells whether a message of a later round is about something new, and not about what was taken out."""
    kind, text = message
    match = _AT.match(text)
    if kind != _ERROR or not match:
        return False
    steps = (0,) if _UNRESOLVED.search(text) else (-1, 0, 1)
    near = any((match["file"], int(match["line"]) + step) in seen for step in steps)
    return not near and not missing & set(_WORD.findall(text[match.end() :]))


def _take_out(files: dict[str, str], places: set[tuple[str, int]], *, whole: bool) -> set[str]:
    """Blanks lines that were not understood (or, `whole`, everything from header to header) and returns the words that went with them."""
    words: set[str] = set()
    for name, line in places:
        lines = files.get(name, "").split("\n")
        if not 0 < line <= len(lines):
            continue
        span = _section(lines, line - 1) if whole or lines[line - 1].count("{") != lines[line - 1].count("}") else range(line - 1, line)
        for index in (at for at in span if len(span) == 1 or not _KEPT.match(lines[at])):
            words |= set(_WORD.findall(lines[index]))
            lines[index] = "-> DONE" if index == span.stop - 1 and len(span) > 1 else ""
        files[name] = "\n".join(lines)
    return words - {"to", "not", "found", "line", "target", "Divert", "variable", "Unresolved"}


def _section(lines: list[str], index: int) -> range:
    """Returns the lines between the headers around a line."""
    start = next((at + 1 for at in range(index, -1, -1) if _HEADER.match(lines[at])), 0)
    stop = next((at for at in range(index + 1, len(lines)) if _HEADER.match(lines[at])), len(lines))
    return range(min(start, index), stop)


def main() -> int:
    """Answers one request from standard input on standard output."""
    started = time.perf_counter()
    request = json.loads(sys.stdin.buffer.read())
    with MiniRacer() as engine:
        start(engine, Path(sys.argv[1]))
        answer = compile_all(engine, request["main"], request["files"])
    answer["seconds"] = time.perf_counter() - started
    sys.stdout.buffer.write(json.dumps(answer).encode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
