"""Everything held about one person: as tables of plain words, as the values of forms/person_copy.toml, as a bundle."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from qualitydesk.basics.money import words as money_words
from qualitydesk.basics.phrases import capital, say
from qualitydesk.members.model.privacy import PersonRequest, Section
from qualitydesk.members.model.profile import About, Birthday, MemberFile
from qualitydesk.members.rules.birthdays import birthday_words
from qualitydesk.printing.fields import Field, field
from qualitydesk.sheets import SheetOut, write_book

COPY_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "GK000128"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("logo", "标志图片", "Logo (picture)", ""),
    field("name", "姓名", "Name", "张𬱖"),
    field("made_on", "制作日期", "Made on", "2026-11-21"),
    field("sections", "各部分（title，rows：label、words）", "Parts (title, rows: label, words)",
          [{"title": "基本信息",
            "rows": [{"label": "姓名", "words": "张𬱖"}, {"label": "电话", "words": "13800138000"}]},
           {"title": "消费记录", "rows": [{"label": "2026-05-03", "words": "金额：¥1,200.00"}]}],
          [{"title": "Who she is", "rows": [{"label": "Name", "words": "Zhang Ting"}]},
           {"title": "Purchases", "rows": [{"label": "2026-05-03", "words": "Amount: ¥1,200.00"}]}]),
)  # fmt: skip
_STAMP = "%Y-%m-%dT%H:%M"


def own_sections(
    file: MemberFile, requests: Sequence[PersonRequest], purchases: Sequence[tuple[str, ...]], language: str
) -> list[Section]:
    """What the members' own part keeps. `purchases`: rows as `purchase_row` makes them."""
    words = partial(say, language)
    head = (words("person_copy.item"), words("person_copy.content"))
    found = [
        Section(words("person_copy.who"), head, tuple(_who(file, language))),
        Section(words("person_copy.profile"), head, tuple(_profile(file, language))),
        Section(words("about.family"), _heads(language, "relation", "name", "birthday", "note"), tuple(
            (_said("kinship", one.kinship, language), one.name, _born(one.birthday, language), one.note)
            for family in (file.relatives, *(one.relatives for one in file.beside)) for one in family)),
        Section(words("about.assets"), _heads(language, "day", "amount", "standing", "by", "until", "reason"), tuple(
            (one.assessed_on.isoformat(), money_words(one.assets) if one.assets is not None else "", one.standing,
             one.assessed_by, one.until.isoformat() if one.until else "", one.why) for one in file.assessments)),
        Section(words("person_copy.consents"), _heads(language, "day", "what", "word", "how", "note"), tuple(
            (one.on.isoformat(), _said("consent", one.kind, language),
             _said("consent_word", "given" if one.given else "withdrawn", language),
             _said("consent_way", one.way, language), one.note) for one in file.consents)),
        Section(words("person_copy.flags"), _heads(language, "day", "reason", "until"), tuple(
            (one.set_at.date().isoformat(), one.reason, one.lifted_at.date().isoformat() if one.lifted_at else "")
            for one in file.customer.flags)),
        Section(words("person_copy.purchases"), _heads(language, "day", "number", "institution", "kind", "amount",
                                                       "note"), tuple(purchases)),
        Section(words("person_copy.requests"), _heads(language, "day", "number", "kind", "what", "answer"), tuple(
            (one.received_on.isoformat(), one.number, _said("asked", one.kind, language), one.words, one.answer)
            for one in requests)),
    ]  # fmt: skip
    return [one for one in found if one.rows]


def copy_fields(
    file: MemberFile, sections: Sequence[Section], language: str, *, group_name: str, made_at: datetime
) -> dict[str, Any]:
    """Every field of `COPY_FIELDS`: a row's first cell is its label, the others follow with their heads."""
    return {
        "number": file.customer.number,
        "group_name": group_name,
        "institution": file.customer.institution,
        "logo": "",
        "name": file.customer.name,
        "made_on": made_at.date().isoformat(),
        "sections": [{"title": one.title, "rows": [_row(one, row, language) for row in one.rows]} for one in sections],
    }


def bundle(number: str, pdf: bytes, sections: Sequence[Section], made_at: datetime) -> bytes:
    """A zip with the copy to be read (PDF), as tables (XLSX) and for programs (JSON, UTF-8)."""
    tables = [{"title": one.title, "head": list(one.head), "rows": [list(row) for row in one.rows]} for one in sections]
    told = {"number": number, "made_at": made_at.strftime(_STAMP), "sections": tables}
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.xlsx"
        write_book(book, [SheetOut(one.title, one.head, one.rows) for one in sections])
        workbook = book.read_bytes()
    contents = {
        f"{number}.pdf": pdf,
        f"{number}.xlsx": workbook,
        f"{number}.json": json.dumps(told, ensure_ascii=False, indent=2).encode(),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            info = zipfile.ZipInfo(name, made_at.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def _who(file: MemberFile, language: str) -> list[tuple[str, ...]]:
    customer = file.customer
    told = [
        ("number", customer.number),
        ("name", customer.name),
        ("sex", say(language, f"sex.{customer.sex}") if customer.sex else ""),
        ("telephone", ", ".join(customer.telephones)),
        ("institution", customer.institution),
        ("note", customer.note),
        ("since", customer.added_at.date().isoformat()),
        ("merged", ", ".join(line.number for line in customer.merged)),
    ]
    return [(say(language, f"person_copy.head.{name}"), words) for name, words in told if words]


def _profile(file: MemberFile, language: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for profile in (file.profile, *(one.profile for one in file.beside)):
        told = [
            ("birthday", _born(profile.birthday, language)),
            *((about.value, profile.says(about)) for about in About),
        ]
        told.append(("greeter", profile.greeter))
        found += [(say(language, f"about.{name}"), words) for name, words in told if words]
    return found


def _row(section: Section, row: Sequence[str], language: str) -> dict[str, str]:
    rest = list(zip(section.head[1:], row[1:], strict=True))
    if len(rest) == 1:
        return {"label": row[0], "words": row[1]}
    between = say(language, "person_copy.colon")
    return {"label": row[0], "words": "\n".join(f"{head}{between}{cell}" for head, cell in rest if cell)}


def _heads(language: str, *names: str) -> tuple[str, ...]:
    return tuple(say(language, f"person_copy.head.{name}") for name in names)


def _said(family: str, code: str, language: str) -> str:
    return capital(say(language, f"{family}.{code}"))


def _born(birthday: Birthday | None, language: str) -> str:
    return birthday_words(birthday, language) if birthday else ""
