"""Makes a built folder smaller without taking anything from it: no symbols for debuggers, no documentation in other people's modules."""

from __future__ import annotations

import ast
import importlib.util
import marshal
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tools.failure import FailureError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELF: Final = b"\x7fELF"
# Our own keep theirs: the command line shows some of them; SQLAlchemy puts its own together when it is imported.
_TOLD: Final = frozenset({"game", "server", "tools", "sqlalchemy"})
# A .pyc that says "never compare me with a source": no time and no path of this machine is in it.
_UNCHECKED: Final = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)


def elves(folder: Path) -> Iterator[Path]:
    """Yields the libraries and programs of a folder, in Linux's form."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as stream:
                if stream.read(4) == _ELF:
                    yield path


def strip(folder: Path, program: Path) -> None:
    """Takes symbols for debuggers out of every library; the program itself carries its modules behind its end and stays as it is."""
    tool = shutil.which("strip")
    if tool is None:
        return
    for path in elves(folder):
        if path != program:
            done = subprocess.run([tool, "--strip-unneeded", str(path)], capture_output=True, text=True, check=False)
            if done.returncode:
                raise FailureError(f"{path.name} could not be stripped.", done.stderr)


class _Quiet(ast.NodeTransformer):
    """Takes the documentation off modules, classes and functions."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Looks into everything; where the first statement is a text alone, it goes."""
        super().generic_visit(node)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node, clean=False):
            node.body = node.body[1:] or [ast.copy_location(ast.Pass(), node.body[0])]
        return node


def quieten(parts: Path, root: Path) -> None:
    """Compiles every module of a folder anew: others' without their documentation, ours as they are, none with a path of this machine."""
    for path in sorted(parts.rglob("*.pyc")):
        place = path.relative_to(parts).with_suffix(".py")
        source = _source(place, root)
        if source is None:
            raise FailureError(f"The source of {place} is not found.")
        tree = ast.parse(source)
        if place.parts[0] not in _TOLD:
            tree = ast.fix_missing_locations(_Quiet().visit(tree))
        code = compile(tree, place.as_posix(), "exec", dont_inherit=True, optimize=0)
        path.write_bytes(_UNCHECKED + marshal.dumps(code))


def plain(parts: Path) -> None:
    """Puts SQLAlchemy's Python where its compiled halves were left out: a room of thirty phones needs no more."""
    spec = importlib.util.find_spec("sqlalchemy")
    if spec is None or spec.origin is None or not (parts / "sqlalchemy").is_dir():
        return
    folder = Path(spec.origin).parent
    for path in sorted(folder.rglob("*_cy.py")):
        (parts / "sqlalchemy" / path.relative_to(folder)).with_suffix(".pyc").touch()


def main(arguments: list[str]) -> int:
    """Compiles a folder's modules anew, in a process of its own: what was compiled before leaves no trace in them."""
    folder, root = (Path(argument) for argument in arguments)
    try:
        quieten(folder, root)
    except FailureError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _source(place: Path, root: Path) -> bytes | None:
    """Returns the source of a module: ours from the checkout, others' from where Python finds them."""
    for folder in (str(root), *sys.path):
        path = root / place if folder == str(root) else Path(folder) / place
        if path.is_file():
            return path.read_bytes()
    return None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
