"""The reference engine for the tests: inkjs, run in V8, compiles ink and plays it."""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from py_mini_racer import MiniRacer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENGINE = Path(__file__).parents[3] / "studio" / "vendor" / "ink-full.js"

_PLAY = """
function compile(source, files) {
  const complaints = [];
  const filer = {
    ResolveInkFilename: (name) => name,
    LoadInkFileContents: (name) => { if (!(name in files)) throw new Error('no file ' + name); return files[name]; },
  };
  const handler = (message, kind) => { if (kind === 2) complaints.push(message); };
  const options = new inkjs.CompilerOptions(null, [], false, handler, filer);
  try { return new inkjs.Compiler(source, options).Compile().ToJson(); }
  catch (fault) { return 'wrong: ' + (complaints.join('; ') || fault.message); }
}
function tidy(text, tags) { return [text.trim(), tags || []]; }
function play(compiled, picks, most) {
  const story = new inkjs.Story(compiled);
  story.onError = () => {};
  const pages = [];
  for (let turn = 0; turn < most; turn++) {
    const lines = [];
    while (story.canContinue) {
      const line = tidy(story.Continue(), story.currentTags);
      if (line[0] || line[1].length) lines.push(line);
    }
    const choices = story.currentChoices.map(choice => tidy(choice.text, choice.tags));
    pages.push([lines, choices]);
    if (!choices.length) break;
    story.ChooseChoiceIndex(picks[turn] % choices.length);
  }
  return JSON.stringify(pages);
}
"""


class InkJs:
    """An open inkjs."""

    def __init__(self, racer: MiniRacer) -> None:
        """Loads the engine into V8."""
        self._racer = racer
        racer.eval(ENGINE.read_text(encoding="utf-8"))
        racer.eval(_PLAY)
        self._compiled: dict[str, str] = {}

    def compile(self, source: str, files: Mapping[str, str] = MappingProxyType({})) -> str:
        """Returns compiled ink; a text already compiled is not compiled again.

        Raises ValueError with the compiler's words where the source is wrong.
        """
        if source not in self._compiled:
            compiled = str(self._racer.eval(f"compile({json.dumps(source)}, {json.dumps(dict(files))})"))
            if compiled.startswith("wrong: "):
                raise ValueError(compiled)
            self._compiled[source] = compiled
        return self._compiled[source]

    def play(self, compiled: str, picks: list[int]) -> list[Any]:
        """Returns the pages of one play: for each turn its lines and its choices, as [text, tags]."""
        pages: list[Any] = json.loads(str(self._racer.eval(f"play({json.dumps(compiled)}, {picks}, {len(picks)})")))
        return pages


def opened() -> Iterator[InkJs]:
    """Yields an inkjs and closes it: one left open can hang the interpreter's exit."""
    with MiniRacer() as racer:
        yield InkJs(racer)
