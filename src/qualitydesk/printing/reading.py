"""From forms/*.toml to a `Form`; whatever is wrong is told with file, element and reason."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from qualitydesk.basics.places import shipped
from qualitydesk.printing import form as f

LANGUAGES = ("zh", "en")
ALIGNS = ("left", "center", "right")
LOOKS = ("plain", "bold", "muted", "small")
MARKERS = ("bullet", "number", "none")


def load_form(name: str, folder: Path | None = None) -> f.Form:
    """The form `name` (without .toml) of `folder`, or of the forms we ship. FormError when it is not sound."""
    file = f"{name}.toml"
    try:
        path = folder / file if folder else shipped(f"forms/{file}")
        source = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise f.FormError(file, "file", "there is no such form") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise f.FormError(file, "file", f"not TOML: {error}") from error
    return form_from(source, name)


def form_from(source: Mapping[str, Any], name: str) -> f.Form:
    """A form from its plain data, as read from TOML or taken from an archived paper."""
    top = _Reader(source, f"{name}.toml", "form")
    margins = top.table("margins")
    header, footer = top.table("header"), top.table("footer")
    copies = tuple(
        f.Copy(reader.word("key"), reader.text("name")) for reader in top.tables("copies", "copies")
    )  # read one by one so that each complaint names its copy
    read = f.Form(
        name=name,
        title=top.text("title"),
        paper=top.choice("paper", tuple(f.PAPERS), "A4"),
        across=top.flag("across"),
        margins={
            paper: margins.four(paper, (15, 15, 13, 17) if paper == "A4" else (10, 11, 10, 12)) for paper in f.PAPERS
        },
        header=header.maybe_text("text"),
        footer=footer.maybe_text("text"),
        copies=copies,
        body=_body(top),
        source=source,
    )
    top.done()
    return read


class _Reader:
    """Takes known keys out of a TOML table; what is left over at the end is a mistake."""

    def __init__(self, table: Mapping[str, Any], file: str, where: str) -> None:
        self.data = dict(table)
        self.file = file
        self.where = where
        self.inner: list[_Reader] = []

    def wrong(self, reason: str) -> f.FormError:
        return f.FormError(self.file, self.where, reason)

    def take(self, key: str, kinds: type | tuple[type, ...], default: Any = None) -> Any:
        if key not in self.data:
            return default
        value = self.data.pop(key)
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is not bool):
            raise self.wrong(f"“{key}” has the wrong kind of value: {value!r}")
        return value

    def word(self, key: str) -> str:
        value = self.take(key, str)
        if not value:
            raise self.wrong(f"“{key}” is missing")
        return str(value)

    def maybe_word(self, key: str) -> str | None:
        value: str | None = self.take(key, str)
        return value

    def flag(self, key: str) -> bool:
        return bool(self.take(key, bool, False))

    def number(self, key: str, default: float, least: float, most: float) -> float:
        value = float(self.take(key, (int, float), default))
        if not least <= value <= most:
            raise self.wrong(f"“{key}” must lie between {least:g} and {most:g}, not {value:g}")
        return value

    def choice(self, key: str, known: tuple[str, ...], default: str) -> str:
        value = str(self.take(key, str, default))
        if value not in known:
            raise self.wrong(f"“{key}” must be one of {', '.join(known)}, not {value}")
        return value

    def four(self, key: str, default: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        value = self.take(key, list, list(default))
        if len(value) != 4 or not all(isinstance(side, int | float) and 0 <= side <= 60 for side in value):
            raise self.wrong(f"“{key}” wants four numbers of millimetres: top, right, bottom, left")
        return (float(value[0]), float(value[1]), float(value[2]), float(value[3]))

    def text(self, key: str) -> f.Text:
        found = self.maybe_text(key)
        if found is None:
            raise self.wrong(f"“{key}” is missing")
        return found

    def maybe_text(self, key: str) -> f.Text | None:
        value = self.take(key, (str, dict))
        return None if value is None else self.as_text(key, value)

    def texts(self, key: str) -> tuple[f.Text, ...]:
        return tuple(self.as_text(key, value) for value in self.take(key, list, []))

    def as_text(self, key: str, value: Any) -> f.Text:
        if isinstance(value, str):
            value = dict.fromkeys(LANGUAGES, value)
        if not isinstance(value, dict) or set(value) != set(LANGUAGES):
            raise self.wrong(f"“{key}” wants a text in both languages: {{ zh = …, en = … }}")
        return f.Text({language: self.parts(key, str(words)) for language, words in value.items()})

    def parts(self, key: str, words: str) -> tuple[tuple[str, str | None], ...]:
        found: list[tuple[str, str | None]] = []
        try:
            for literal, name, spec, conversion in string.Formatter().parse(words):
                if literal:
                    found.append((literal, None))
                if name is not None:
                    if not name.isidentifier() or spec or conversion:
                        raise self.wrong(f"“{key}”: a place must be {{field}}, not {{{name}}}")
                    found.append(("", name))
        except ValueError as error:
            raise self.wrong(f"“{key}”: braces do not match in {words!r}") from error
        return tuple(found)

    def condition(self) -> f.Condition | None:
        word = self.maybe_word("show_if")
        return None if word is None else f.Condition(word.removeprefix("!"), not word.startswith("!"))

    def table(self, key: str) -> _Reader:
        reader = _Reader(self.take(key, dict, {}), self.file, f"[{key}]")
        self.inner.append(reader)
        return reader

    def tables(self, key: str, called: str, needed: bool = False) -> list[_Reader]:
        rows = self.take(key, list, [])
        if needed and not rows:
            raise self.wrong(f"“{key}” is missing or empty")
        for row in rows:
            if not isinstance(row, dict):
                raise self.wrong(f"“{key}” wants a list of tables")
        prefix = "" if self.where == "form" else f"{self.where} › "
        readers = [_Reader(row, self.file, f"{prefix}{called}[{index}]") for index, row in enumerate(rows, 1)]
        self.inner.extend(readers)
        return readers

    def done(self) -> None:
        for reader in self.inner:
            reader.done()
        if self.data:
            raise self.wrong(f"unknown: {', '.join(sorted(self.data))}")


def _body(reader: _Reader) -> tuple[f.Element, ...]:
    found = []
    for inner in reader.tables("body", "body", needed=True):
        kind = inner.word("element")
        if kind not in _KINDS:
            raise inner.wrong(f"there is no element “{kind}”; known: {', '.join(sorted(_KINDS))}")
        inner.where = f"{inner.where} {kind}"
        found.append(_KINDS[kind](inner, inner.condition()))
    return tuple(found)


def _letterhead(r: _Reader, cond: f.Condition | None) -> f.Element:
    return f.Letterhead(
        cond,
        r.where,
        r.text("name"),
        r.maybe_text("line"),
        r.maybe_text("contact"),
        r.maybe_word("logo"),
        r.maybe_text("qr"),
        r.maybe_text("qr_caption"),
    )


def _grid(r: _Reader, cond: f.Condition | None) -> f.Element:
    columns = int(r.number("columns", 2, 1, 6))
    cells = []
    for inner in r.tables("cells", "cells", needed=True):
        cell = f.GridCell(
            inner.maybe_text("label"),
            inner.maybe_text("value"),
            inner.maybe_word("check"),
            int(inner.number("span", 1, 1, columns)),
            inner.flag("bold"),
            inner.condition(),
        )
        if cell.value is None and cell.check is None:
            raise inner.wrong("a cell needs “value” or “check”")
        cells.append(cell)
    return f.Grid(cond, r.where, columns, r.number("label_width", 24, 5, 80), tuple(cells))


def _table(r: _Reader, cond: f.Condition | None) -> f.Element:
    columns = []
    for inner in r.tables("columns", "columns", needed=True):
        column = f.Column(
            inner.text("title"),
            inner.maybe_text("lead"),
            inner.maybe_text("value"),
            inner.maybe_word("check"),
            inner.maybe_word("box"),
            inner.number("width", 10, 1, 200),
            inner.choice("align", ALIGNS, "left"),
            inner.flag("bold"),
        )
        if column.lead is None and column.value is None and column.check is None and column.box is None:
            raise inner.wrong("a column needs “lead”, “value”, “check” or “box”")
        columns.append(column)
    return f.Table(
        cond,
        r.where,
        r.word("over"),
        tuple(columns),
        r.maybe_text("empty"),
        r.maybe_text("under"),
        r.maybe_word("tone"),
        r.maybe_text("total_label"),
        r.maybe_text("total"),
    )


def _matrix(r: _Reader, cond: f.Condition | None) -> f.Element:
    return f.Matrix(
        cond,
        r.where,
        r.word("over"),
        r.word("columns"),
        r.text("title"),
        r.text("head"),
        r.text("lead"),
        r.maybe_text("below"),
        r.maybe_word("band"),
        r.number("lead_share", 0.4, 0.1, 0.9),
    )


def _box(r: _Reader, cond: f.Condition | None) -> f.Element:
    checks = tuple(f.Check(inner.text("label"), inner.maybe_word("ticked")) for inner in r.tables("checks", "checks"))
    return f.Box(cond, r.where, r.maybe_text("title"), r.maybe_text("text"), checks, int(r.number("lines", 0, 0, 40)))


def _signatures(r: _Reader, cond: f.Condition | None) -> f.Element:
    signers = tuple(
        f.Signer(
            inner.text("label"),
            inner.maybe_text("name"),
            inner.maybe_text("day"),
            inner.maybe_word("over"),
            inner.condition(),
        )
        for inner in r.tables("signers", "signers", needed=True)
    )
    return f.Signatures(cond, r.where, int(r.number("per_row", 2, 1, 4)), signers)


_KINDS: Mapping[str, Callable[[_Reader, f.Condition | None], f.Element]] = {
    "letterhead": _letterhead,
    "title": lambda r, cond: f.Title(cond, r.where, r.text("text"), r.maybe_text("below")),
    "heading": lambda r, cond: f.Heading(cond, r.where, r.text("text"), r.maybe_text("bookmark")),
    "text": lambda r, cond: f.Flow(cond, r.where, r.text("text"), r.choice("look", LOOKS, "plain")),
    "grid": _grid,
    "table": _table,
    "list": lambda r, cond: f.Listing(
        cond, r.where, r.word("over"), r.text("text"), r.choice("marker", MARKERS, "bullet")
    ),
    "box": _box,
    "result": lambda r, cond: f.Result(
        cond, r.where, r.text("main"), r.maybe_text("verdict"), r.maybe_word("tone"), r.texts("lines")
    ),
    "signatures": _signatures,
    "pictures": lambda r, cond: f.Pictures(
        cond,
        r.where,
        r.word("over"),
        r.maybe_word("image") or "image",
        r.maybe_text("caption"),
        int(r.number("per_row", 3, 1, 6)),
        r.number("height", 45, 10, 200),
        int(r.number("per_page", 0, 0, 24)),
    ),
    "matrix": _matrix,
    "chart": lambda r, cond: f.Chart(cond, r.where, r.word("drawing"), r.number("height", 55, 20, 200)),
    "qr": lambda r, cond: f.Qr(cond, r.where, r.text("text"), r.number("size", 22, 10, 80), r.maybe_text("caption")),
    "space": lambda r, cond: f.Space(cond, r.where, r.number("height", 4, 0, 200)),
    "appendix": lambda r, cond: f.Appendix(cond, r.where, r.maybe_text("title"), r.maybe_text("bookmark")),
    "contents": lambda r, cond: f.Contents(cond, r.where, r.maybe_text("title")),
    "each": lambda r, cond: f.Each(cond, r.where, r.word("over"), _body(r)),
    "keep": lambda r, cond: f.Keep(cond, r.where, _body(r)),
}
