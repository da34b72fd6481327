"""Writes the inputs that fuzzing begins with: `python -m tests.fuzz.make_seeds`; what fuzzing itself found stays beside them."""

from __future__ import annotations

from tests.fuzz.target import SEEDS, load, names


def main() -> None:
    """Writes every target's seeds."""
    for name in names():
        folder = SEEDS / name
        folder.mkdir(parents=True, exist_ok=True)
        for seed, data in load(name).seeds().items():
            (folder / seed).write_bytes(data)


if __name__ == "__main__":
    main()
