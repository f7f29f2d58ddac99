"""What is wrong with a pack's file, told by line (and column of a sheet) and key, all of it at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualitydesk.basics.phrases import say


@dataclass(frozen=True)
class PackError:
    """One fault. `line` as the file's reader counts it from 1, `column` the letters of a sheet's column ("" in TOML).

    Words: phrases `pack.<code>` filled with `words`, which always hold the key and the place in words.
    """

    line: int
    key: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    column: str = ""
    sheet: str = ""

    @property
    def order(self) -> tuple[bool, str, int, int, str, str]:
        """Faults in the order of the file: by line, then column (AA after Z), then key; that there are more, last."""
        return self.code == "many_faults", self.sheet, self.line, len(self.column), self.column, self.key

    def told(self, language: str) -> str:
        """The fault as one sentence with its place: "第 14 行 D 列：…"."""
        kind = ("at_cell" if self.column else "at_row") if self.sheet else "at_line"
        where = say(language, f"pack.{kind}", line=self.line, column=self.column, sheet=self.sheet)
        words = {name: _short(value) for name, value in self.values.items()}
        return where + say(language, f"pack.{self.code}", **{**words, "key": _short(self.key)})


def _short(value: object) -> object:
    """A value as it can be quoted: a whole page typed into a field is not told again."""
    text = str(value)
    return value if len(text) <= 80 else f"{text[:80]}…"


class PackErrors(Exception):  # noqa: N818 - a list of faults, told all at once
    """A pack that cannot be used; `errors` in the order of the file."""

    def __init__(self, name: str, errors: tuple[PackError, ...]) -> None:
        super().__init__(name, errors)
        self.name = name
        self.errors = errors
