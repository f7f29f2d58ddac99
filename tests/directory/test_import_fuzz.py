"""3,300 spoilt files of people: each is refused in words or shown row by row; none crashes, none takes long."""

from __future__ import annotations

import io
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import openpyxl
import pytest
from tests.directory.conftest import House

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.directory.model import EmployeeFilter, RosterOptions
from qualitydesk.directory.service import Roster
from qualitydesk.sheets import SheetOut, write_book

HEAD = ("工号", "姓名", "性别", "机构代码", "科室", "岗位", "上级工号", "入职日期", "离职日期")
ROWS = (
    ("B001", "张𬱖", "女", "BJC", "导医台", "导医", "A001", date(2025, 3, 1), None),
    ("B002", "欧阳 娜娜", "男", "TJH", "护理部", "导医", "B001", date(2025, 3, 1), date(2026, 1, 1)),
    ("B003", "O'Brien", "女", "BJC", "中医科", "导医", "", "2025/3/1", ""),
)
LONGEST = 3.0  # seconds for one small file, with room for a busy machine
Mutate = Callable[[Random, bytes], bytes]


def flipped(random: Random, content: bytes) -> bytes:
    """Some bytes are others."""
    spoilt = bytearray(content)
    for _ in range(random.choice((1, 2, 8, 64))):
        spoilt[random.randrange(len(spoilt))] = random.randrange(256)
    return bytes(spoilt)


def cut(random: Random, content: bytes) -> bytes:
    """The end, the beginning or a piece is missing, or a piece stands there twice."""
    first, last = sorted(random.randrange(len(content) + 1) for _ in range(2))
    return random.choice(
        (content[:last], content[first:], content[:first] + content[last:], content[:last] + content[first:])
    )


def members_changed(random: Random, content: bytes) -> bytes:
    """A workbook whose parts are spoilt inside a sound zip: the reader itself must bear it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        names = packed.namelist()
        victim = random.choice([name for name in names if name.startswith("xl/")])
        for name in names:
            part = packed.read(name)
            if name == victim:
                what = random.randrange(6)
                if what == 0:
                    continue
                part = (
                    b"" if what == 1 else _spoilt_xml(random, part) if what < 5 else packed.read(random.choice(names))
                )
            made.writestr(name, part)
    return out.getvalue()


def _spoilt_xml(random: Random, part: bytes) -> bytes:
    spoilt = (
        b"",
        b"<",
        b"&",
        b'"',
        b"-1",
        b"99999999999",
        b"NaN",
        b"1E400",
        b"A0",
        b"ZZZ9",
        b"</c>",
        b"s",
        b"\xff",
        b"<v>7</v>",
    )
    for _ in range(random.choice((1, 1, 2, 6))):
        at = random.randrange(len(part) + 1)
        end = min(len(part), at + random.choice((0, 1, 3, 12)))
        part = part[:at] + random.choice(spoilt) + part[end:]
    return part


def cells_changed(random: Random, _content: bytes) -> bytes:
    """A sound workbook with anything in its cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    table = [list(HEAD), *map(list, ROWS)]
    for _ in range(random.randrange(1, 12)):
        row = random.choice(table if random.random() < 0.2 else table[1:])
        row[random.randrange(len(row))] = _anything(random)
    random.shuffle(table) if random.random() < 0.1 else None
    for row in table:
        sheet.append(row)
    if random.random() < 0.1:
        sheet.merge_cells(
            start_row=2, start_column=1, end_row=random.randrange(2, 5), end_column=random.randrange(2, 5)
        )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _anything(random: Random) -> object:
    return random.choice(
        (
            None, True, -1, 0.1, 1e300, 10**18, date(1900, 1, 1) + timedelta(days=random.randrange(99_999)), "=1/0",
            "#REF!", "=A1", "A001", "B001", "无", "女" * 300, "😀", "\u202e王", "ＡＢＣ", "x\ny", " ", "'", '"', "0x1F",
            "2025-13-01", "99991231", "00000000", "导医台\t", "１２", "٣", "²", "Ⅷ", timedelta(hours=30),
        )
    )  # fmt: skip


def text_spoilt(random: Random, _content: bytes) -> bytes:
    """CSV with wrong quotes, separators, encodings and lines."""
    lines = [",".join(str(cell or "") for cell in row) for row in (HEAD, *ROWS)]
    for _ in range(random.randrange(6)):
        at = random.randrange(len(lines))
        place = random.randrange(len(lines[at]) + 1)
        spoilt = random.choice(
            (",", '"', "\t", ";", "\0", "\r", "\n\n", "\ufeff", "'=", "𬱖", "\x85", "\u2028", ",,,,")
        )
        lines[at] = lines[at][:place] + spoilt + lines[at][place:]
    content = random.choice(("\r\n", "\n", "\r")).join(lines)
    encoding = random.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-7", "big5", "shift_jis"))
    return content.encode(encoding, "replace")


PLANS: Sequence[tuple[Mutate, str, int]] = (
    (flipped, ".xlsx", 600),
    (cut, ".xlsx", 200),
    (members_changed, ".xlsx", 1_200),
    (cells_changed, ".xlsx", 500),
    (text_spoilt, ".csv", 400),
    (flipped, ".csv", 250),
    (cut, ".csv", 150),
)


@pytest.mark.parametrize(("mutate", "ending", "count"), PLANS, ids=lambda part: getattr(part, "__name__", str(part)))
def test_a_spoilt_file_is_refused_or_shown_and_never_crashes(
    sqlite_house: House, tmp_path: Path, mutate: Mutate, ending: str, count: int
) -> None:
    roster = sqlite_house.directory.roster
    path = tmp_path / f"people{ending}"
    if ending == ".xlsx":
        write_book(path, [SheetOut("人员", HEAD, ROWS)])
        whole = path.read_bytes()
    else:
        whole = "\r\n".join(",".join(str(cell or "") for cell in row) for row in (HEAD, *ROWS)).encode("gb18030")
    random = Random(f"{mutate.__name__} {ending}")
    outcomes: Counter[str] = Counter()
    for _ in range(count):
        path.write_bytes(mutate(random, whole))
        begun = time.perf_counter()
        outcomes[_tried(roster, path, RosterOptions(create=random.random() < 0.5))] += 1
        assert time.perf_counter() - begun < LONGEST
    assert sum(outcomes.values()) == count
    if mutate is not cut or ending == ".csv":  # a zip without its end is nothing
        assert min(outcomes["shown"], count - outcomes["shown"]) > 0, outcomes  # not all ended at the same early gate
    assert sqlite_house.directory.count_people(EmployeeFilter(with_left=True, with_coming=True)) == 1


def _tried(roster: Roster, path: Path, options: RosterOptions) -> str:
    """How it ended; every refusal must have its sentence."""
    try:
        preview = roster.preview(path, options)
    except Refused as refused:
        for language in LANGUAGES:
            assert say(language, f"refused.{refused.code}", **refused.words)
        return refused.code
    for row in preview.rows:
        for problem in row.problems:
            for language in LANGUAGES:
                assert say(language, f"problem.{problem.code}", **problem.values)
    return "shown"


def test_enough_files_are_tried() -> None:
    assert sum(count for _, _, count in PLANS) >= 2_000
