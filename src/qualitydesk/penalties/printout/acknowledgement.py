"""A sheet to sign as values of its form, and who has signed as tables of a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from qualitydesk.basics import money
from qualitydesk.basics.phrases import capital, say
from qualitydesk.penalties.model.acknowledgement import EditionSheet, EditionSigned, Signer
from qualitydesk.printing.fields import Field, field
from qualitydesk.rulebook.model import Column, Edition, Rule
from qualitydesk.rulebook.rules import clause, counting_clause, read_severity
from qualitydesk.sheets import Cell, SheetOut

_CLAUSE = "机构自查中首次违规的，给予口头及书面警告。"
_CLAUSE_EN = "First offence found by the institution's own checks: oral and written warning."
SHEET_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "QS-BJ-CF-2"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("rule", "制度名称", "Rule", "员工违规处分办法", "Sanctions for offences"),
    field("edition", "版本", "Edition", "2"),
    field("effective_from", "生效日期", "In force from", "2026-12-01"),
    field("summary", "内容摘要", "Summary", "违反仪容仪表标准的，分档处分。", "Offences are sanctioned in rungs."),
    field("clauses", "条款", "Clauses (texts)", [_CLAUSE], [_CLAUSE_EN]),
    field("people", "人数", "How many", "1"),
    field(
        "rows",
        "签收人",
        "Who signs (rows: name, post, number, department)",
        [{"name": "张𬱖", "post": "导医", "number": "BJ0127", "department": "导医部"}],
        [{"name": "张𬱖", "post": "Guide", "number": "BJ0127", "department": "Guides"}],
    ),
    field("made_on", "制表日期", "Day", "2026-11-30"),
)  # fmt: skip
_PEOPLE = ("institution", "department", "number", "name", "post", "state", "signed_on", "way", "witness", "recorded_by")
_EDITIONS = ("rule", "edition", "effective_from", "stage", "people", "signed", "missing")


def sheet_fields(
    edition: Edition,
    rows: Iterable[Signer],
    *,
    number: str,
    group_name: str,
    institution: str,
    today: date,
    language: str,
) -> dict[str, object]:
    """Every field of `SHEET_FIELDS`. `rows`: who has still to sign."""
    people = [{"name": one.name, "number": one.number, "department": one.department, "post": one.post} for one in rows]
    texts = edition.texts[language]
    return {
        "number": number,
        "group_name": group_name,
        "institution": institution,
        "rule": str(texts["title"]),
        "edition": str(edition.number),
        "effective_from": edition.effective_from.isoformat(),
        "summary": str(texts.get("summary", "")),
        "clauses": clauses_of(edition, language),
        "people": str(len(people)),
        "rows": people,
        "made_on": today.isoformat(),
    }


def clauses_of(edition: Edition, language: str) -> list[str]:
    """What an edition says in clauses, its sums filled in; [] where the summary says it all."""
    if edition.rule == Rule.LADDER:
        rungs = [clause(edition, column, rung, language) for column in Column for rung in (1, 2, 3)]
        return [*rungs, counting_clause(edition, language)]
    if edition.rule == Rule.SEVERITY:
        rule = read_severity(edition.values)
        return [
            say(
                language,
                "sign.level",
                level=say(language, f"level.{one.level}"),
                sanction=capital(say(language, f"sanction.{one.sanction}")),
                responsible=money.words(one.responsible),
                superior=money.words(one.superior),
            )
            for one in rule.levels.values()
        ]
    return []


def state_words(one: Signer, language: str) -> str:
    """Signed, still to sign, or signed and gone since."""
    if one.signed is None:
        return say(language, "sign.state.missing")
    return say(language, "sign.state.signed" if one.must else "sign.state.gone")


def signature_tables(
    sheet: EditionSheet, institution_id: UUID | None, editions: Iterable[EditionSigned], language: str
) -> list[SheetOut]:
    """One edition's people, and how far every edition is."""
    people: list[Sequence[Cell]] = [
        (
            one.institution,
            one.department,
            one.number,
            one.name,
            one.post,
            state_words(one, language),
            one.signed.signed_on if one.signed else None,
            capital(say(language, f"sign.way.{one.signed.way}")) if one.signed else "",
            one.signed.witness if one.signed else "",
            one.signed.recorded_by if one.signed else "",
        )
        for one in sheet.signers
        if institution_id in (None, one.institution_id)
    ]
    counts: list[Sequence[Cell]] = [
        (
            str(one.edition.texts[language]["title"]),
            one.edition.number,
            one.edition.effective_from,
            capital(say(language, f"sign.stage.{one.stage}")),
            one.people,
            one.signed,
            one.missing,
        )
        for one in editions
    ]
    return [
        SheetOut(say(language, "sign.sheet.people_title"), _head(_PEOPLE, language), people, (22, 16, 12, 14, 16)),
        SheetOut(say(language, "sign.sheet.editions_title"), _head(_EDITIONS, language), counts, (32,)),
    ]


def _head(names: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(say(language, f"sign.sheet.{name}") for name in names)
