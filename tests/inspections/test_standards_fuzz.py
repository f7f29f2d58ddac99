"""Files of packs spoiled in 2,250 ways, the same each time: a pack, faults in words, or a refusal; never a crash."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.builders import Group, a_group

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.rules.editions import problems_in_pack
from qualitydesk.inspections.rules.pack_format import parse_pack, to_toml
from qualitydesk.inspections.rules.pack_format.columns import ITEM_COLUMNS, PACK_COLUMNS, head_words, sheet_name
from qualitydesk.inspections.rules.pack_format.workbook import rows_of
from qualitydesk.inspections.service.pack_files import PackFile, PackFiles
from qualitydesk.sheets import SheetOut, write_book
from qualitydesk.storage.database import Database

POSTS = {"guide": "导医"}
WORDS = (
    "", "0", "-1", "1e308", "nan", "inf", "999999999999999999999999", "true", "false", "[]", "{}", '""', "'", '"""',
    "\x00", "\ufeff", "=1+1", "2026-11-21", "[[items]]", "[items]", "code = 1", "limit = {}", "title.zh = 3",
    "\\u0000", "[[[[" * 400, "实测", "合格", "否", "，，", " ", "\n", "#", "is.this = 1", "sections = 5", "off = 2",
    "a" * 4000, "9" * 5000, "kind = 'process'", "items = []", "posts = 'x'", "posts = ['x', 3]", "replaces = [[]]",
)  # fmt: skip


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.standards.adopt_shipped(made.by())
    return made


def outcome(files: PackFiles, path: Path) -> str:
    """What came of a file: told in words whatever it is; what passes as a pack is one."""
    try:
        found: PackFile = files.read(path, "zh", POSTS)
    except Refused as refused:
        assert "{" not in say("zh", f"refused.{refused.code}", **refused.words)
        return "refused"
    for fault in found.faults:
        for language in ("zh", "en"):
            assert len(fault.told(language)) < 1000 and str(fault.error.line) in fault.told(language)
    for one in found.incoming:
        assert problems_in_pack(one.pack) == []
        assert parse_pack(to_toml(one.pack), "again") == one.pack
    return "faults" if found.faults else "packs"


def spoiled_bytes(body: bytes, dice: random.Random) -> bytes:
    """A few bytes changed, lost, doubled or put in."""
    made = bytearray(body)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(made))
        match dice.randrange(5):
            case 0:
                made[at] = dice.randrange(256)
            case 1:
                del made[at : at + dice.randint(1, 40)]
            case 2:
                made[at:at] = made[at : at + dice.randint(1, 60)]
            case 3:
                made[at:at] = dice.choice(WORDS).encode("utf-8", "surrogatepass")
            case _:
                made = made[: max(1, at)]
    return bytes(made or b"x")


def spoiled_lines(body: str, dice: random.Random) -> str:
    """Lines lost, doubled, swapped, or given another value."""
    lines = body.splitlines()
    for _ in range(dice.randint(1, 5)):
        at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        match dice.randrange(5):
            case 0:
                del lines[at]
            case 1:
                lines.insert(other, lines[at])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = f"{lines[at].split('=')[0]}= {dice.choice(WORDS)}"
            case _:
                lines.insert(at, dice.choice(WORDS))
        lines = lines or ["x"]
    return "\n".join(lines)


def run(count: int, seed: int, make: Callable[[random.Random], Path], files: PackFiles) -> Counter[str]:
    dice = random.Random(seed)
    return Counter(outcome(files, make(dice)) for _ in range(count))


def test_spoiled_toml_is_told_or_refused(house: Group, tmp_path: Path) -> None:
    bodies = [to_toml(house.standards.pack(code, 2)) for code in ("appearance_guides", "guide_seven_steps")]
    path = tmp_path / "x.toml"

    def make(dice: random.Random) -> Path:
        body = dice.choice(bodies)
        spoiled = spoiled_bytes(body.encode(), dice) if dice.random() < 0.5 else spoiled_lines(body, dice).encode()
        path.write_bytes(spoiled)
        return path

    seen = run(1600, 20261121, make, PackFiles(house.standards))
    assert seen.total() == 1600 and min(seen["packs"], seen["faults"], seen["refused"]) > 20, seen


def test_spoiled_cells_of_a_workbook_are_told(house: Group, tmp_path: Path) -> None:
    rows = rows_of([house.standards.pack(code, 1) for code in ("environment_hall",)], "zh", POSTS)
    path = tmp_path / "x.xlsx"

    def make(dice: random.Random) -> Path:
        sheets = []
        for which, columns, plain in zip(("items", "packs"), (ITEM_COLUMNS, PACK_COLUMNS), rows, strict=True):
            table = [[head_words(one, "zh") for one in columns], *([*row] for row in plain)]
            for _ in range(dice.randint(0, 4)):
                row = dice.randrange(len(table)) if dice.random() < 0.2 else dice.randrange(1, len(table))
                at = dice.randrange(len(columns))
                other = dice.choice(table)
                table[row][at] = dice.choice([None, other[at], dice.choice(WORDS).replace("\x00", ""), dice.random()])
                if dice.random() < 0.1:
                    table.insert(dice.randrange(1, len(table) + 1), [*other])
            sheets.append(SheetOut(sheet_name(which, "zh"), [str(one or "") for one in table[0]], table[1:]))
        write_book(path, sheets)
        return path

    seen = run(250, 7, make, PackFiles(house.standards))
    assert seen.total() == 250 and min(seen["packs"], seen["faults"]) > 10, seen


def test_spoiled_bytes_of_workbooks_and_archives_are_refused_or_told(house: Group, tmp_path: Path) -> None:
    files = PackFiles(house.standards)
    pack = house.standards.pack("environment_hall", 1)
    book, archive = tmp_path / "x.xlsx", tmp_path / "x.zip"
    files.write_workbook([pack], book, "zh", POSTS)
    files.write_toml([pack, house.standards.pack("telephone", 2)], archive)
    bodies = {path: path.read_bytes() for path in (book, archive)}

    def make(dice: random.Random) -> Path:
        path = dice.choice(list(bodies))
        path.write_bytes(spoiled_bytes(bodies[path], dice))
        return path

    seen = run(400, 11, make, files)
    assert seen.total() == 400 and seen["refused"] > 200, seen
