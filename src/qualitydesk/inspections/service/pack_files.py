"""Packs as files: written as TOML (several in a .zip) or as a workbook, read back whole or not at all."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.model.editions import Comparison
from qualitydesk.inspections.rules.editions import compare, is_taken
from qualitydesk.inspections.rules.pack_format import PackError, PackErrors, to_toml
from qualitydesk.inspections.rules.pack_format.columns import ITEM_COLUMNS, PACK_COLUMNS, head_words, sheet_name
from qualitydesk.inspections.rules.pack_format.reading import ReadPack
from qualitydesk.inspections.rules.pack_format.toml_text import read_toml
from qualitydesk.inspections.rules.pack_format.workbook import Grid, read_packs, rows_of
from qualitydesk.inspections.service.standards import Standards
from qualitydesk.sheets import SheetOut, read_sheet, sheet_names, write_book

if TYPE_CHECKING:
    from qualitydesk.sheets import Sheet

MOST_BYTES = 30 * 2**20
MOST_TOML = 4 * 2**20  # a pack of 500 items with every text as long as it may be
MOST_MEMBERS = 200
_WIDTHS = {"title": 28, "standard": 48, "why": 36, "purpose": 48, "words": 28, "name": 24, "actor": 16, "cut": 24}


@dataclass(frozen=True)
class Incoming:
    """A pack read from a file beside what is in force. `base` None: new here."""

    pack: Pack
    base: Pack | None
    comparison: Comparison

    @property
    def same(self) -> bool:
        return self.base is not None and self.comparison.same


@dataclass(frozen=True)
class FileFault:
    """One fault of a file. `file`: which of an archive's, "" of a single file."""

    file: str
    error: PackError

    def told(self, language: str) -> str:
        words = self.error.told(language)
        return f"{self.file} · {words}" if self.file else words


@dataclass(frozen=True)
class PackFile:
    """What stood in a file: packs, or everything that is wrong with it."""

    incoming: tuple[Incoming, ...] = ()
    faults: tuple[FileFault, ...] = ()


class PackFiles:
    """Takes packs out of the program and in again. Taking in only reads; `Standards.take_in` writes."""

    def __init__(self, standards: Standards) -> None:
        self._standards = standards

    def write_toml(self, packs: Sequence[Pack], path: Path) -> int:
        """One pack as TOML, several as a .zip of them; gives how many. Refused: pack_file_not_written."""
        if len(packs) == 1:
            return _whole(path, lambda fresh: _write_text(fresh, to_toml(packs[0])))
        return _whole(path, lambda fresh: _write_zip(fresh, packs))

    def write_workbook(self, packs: Sequence[Pack], path: Path, language: str, posts: Mapping[str, str]) -> int:
        """A sheet of items and a sheet of the packs' facts, heads in `language`; gives how many packs."""
        items, facts = rows_of(packs, language, posts)
        write_book(
            path,
            [
                SheetOut(
                    sheet_name(which, language), [head_words(one, language) for one in columns], rows, _wide(columns)
                )
                for which, columns, rows in (("items", ITEM_COLUMNS, items), ("packs", PACK_COLUMNS, facts))
            ],
        )
        return len(packs)

    def read(self, path: Path, language: str, posts: Mapping[str, str]) -> PackFile:
        """The packs of a .toml, .zip or .xlsx file, each beside the edition in force. Refused: what is no such file."""
        kind = path.suffix.casefold()
        if kind not in (".toml", ".zip", ".xlsx"):
            raise Refused("pack_file_kind")
        try:
            if kind == ".xlsx":
                return self._beside([("", one) for one in _from_workbook(path, posts, language)])
            content = _content(path)
            texts = [("", _decoded(content))] if kind == ".toml" else _members(content)
        except PackErrors as errors:
            return PackFile(faults=tuple(FileFault("", error) for error in errors.errors))
        found: list[tuple[str, ReadPack]] = []
        faults: list[FileFault] = []
        for name, text in texts:
            try:
                found.append((name, read_toml(text, name or path.name)))
            except PackErrors as errors:
                faults += [FileFault(name, error) for error in errors.errors]
        return PackFile(faults=tuple(faults)) if faults else self._beside(found)

    def _beside(self, found: Sequence[tuple[str, ReadPack]]) -> PackFile:
        """Each pack with the edition in force; codes that once belonged to other items are faults too."""
        newest = {pack.code: pack for pack in self._standards.all_packs()}
        used = self._standards.used()
        incoming: list[Incoming] = []
        faults: list[FileFault] = []
        new_codes: set[str] = set()
        for file, one in found:
            base = newest.get(one.pack.code)
            known = {item.code for item in base.items} if base else set()
            for number, item in enumerate(one.pack.items):
                fresh = item.code not in known
                if fresh and (item.code in new_codes or is_taken(item, one.pack.code, used)):
                    start, values = one.places.item(number), {"value": item.code}
                    error = one.places.fault("code", f"items[{number + 1}].code", start, "code_taken", values)
                    faults.append(FileFault(file, error))
            new_codes |= {item.code for item in one.pack.items} - known
            incoming.append(Incoming(one.pack, base, compare(base, one.pack) if base else Comparison()))
        if len({one.pack.code for _file, one in found}) < len(found):
            raise Refused("pack_file_zip")
        return PackFile(faults=tuple(faults)) if faults else PackFile(tuple(incoming))


def _wide(columns: Sequence[str]) -> list[int]:
    return [_WIDTHS.get(column.split("_")[0], 14) for column in columns]


def _from_workbook(path: Path, posts: Mapping[str, str], language: str) -> list[ReadPack]:
    names = sheet_names(path, max_bytes=MOST_BYTES)
    grids = {}
    for which in ("items", "packs"):
        wanted = [sheet_name(which, one) for one in LANGUAGES]
        name = next((name for name in names if name.strip().casefold() in {one.casefold() for one in wanted}), None)
        if name is None:
            raise Refused("sheet_missing", sheet=sheet_name(which, language))
        grids[which] = _grid(read_sheet(path, sheet=name, max_bytes=MOST_BYTES))
    return read_packs(grids["items"], grids["packs"], posts, language)


def _grid(sheet: Sheet) -> Grid:
    return Grid(sheet.name, sheet.head, [(row.line, row.cells) for row in sheet.rows])


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused("pack_file_big", most=MOST_BYTES // 2**20)
        content = path.read_bytes()
    except OSError as error:
        raise Refused("pack_file_unreadable", path=str(path)) from error
    if not content.strip():
        raise Refused("pack_file_empty")
    return content


def _decoded(content: bytes) -> str:
    """UTF-8, with or without a mark, line ends as they come."""
    if len(content) > MOST_TOML:
        raise Refused("pack_file_big", most=MOST_TOML // 2**20)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Refused("pack_file_encoding") from error


def _members(content: bytes) -> list[tuple[str, str]]:
    """(name, text) of the packs in an archive; anything else in it refuses the whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
            fitting = all(one.filename.endswith(".toml") and one.file_size <= MOST_TOML for one in members)
            whole = sum(one.file_size for one in members)
            if not members or not fitting or len(members) > MOST_MEMBERS or whole > MOST_BYTES:
                raise Refused("pack_file_zip")
            texts = []
            for one in members:
                with packed.open(one) as opened:
                    texts.append((one.filename, opened.read(MOST_TOML + 1)))
    except Refused:
        raise
    except Exception as error:  # zipfile, zlib, lzma and struct each have errors of their own for damaged archives
        raise Refused("pack_file_zip") from error
    return [(name, _decoded(text)) for name, text in texts]


def _whole(path: Path, write: Callable[[Path], int]) -> int:
    """Write beside the target, then put it in its place: a failure leaves what was there."""
    fresh: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        fresh = Path(name)
        count = write(fresh)
        fresh.chmod(0o644)
        fresh.replace(path)
    except OSError as error:
        raise Refused("pack_file_not_written", path=str(path)) from error
    finally:
        if fresh is not None:
            fresh.unlink(missing_ok=True)
    return count


def _write_text(path: Path, text: str) -> int:
    path.write_text(text, encoding="utf-8", newline="\n")
    return 1


def _write_zip(path: Path, packs: Sequence[Pack]) -> int:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for pack in packs:
            packed.writestr(f"{pack.code}.toml", to_toml(pack))
    return len(packs)
