"""The fields the paper of a trial of rules may name, with samples."""

from __future__ import annotations

from qualitydesk.printing.fields import Field, field

_PERSON = {
    "number": "BJ0127",
    "name": "张𬱖",
    "department": "导医部",
    "before": "¥50.00",
    "after": "¥100.00",
    "difference": "+¥50.00",
    "note": "",
}
_PERSON_EN = {**_PERSON, "department": "Guides"}
_SUM = {
    "institution": "北京和颐医院",
    "people": "12",
    "before": "¥650.00",
    "after": "¥1,300.00",
    "difference": "+¥650.00",
    "newly": "0",
    "no_longer": "0",
}
_SUM_EN = {**_SUM, "institution": "Heyi Hospital, Beijing"}
_SECTION = {"institution": "北京和颐医院", "people": [_PERSON], "total": "+¥50.00"}
_SECTION_EN = {**_SECTION, "institution": "Heyi Hospital, Beijing", "people": [_PERSON_EN]}

TRIAL_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "SS-2026-11-30"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("rules", "试算的制度", "Rules tried", "员工违规处分办法", "Sanctions for offences"),
    field("period", "试算期间", "Period", "2026-08-01 至 2026-10-31", "2026-08-01 to 2026-10-31"),
    field("acts", "涉及行为", "Acts looked at", "86"),
    field("people", "涉及人数", "People", "41"),
    field("before", "按现行制度", "Under the rules in force", "¥6,500.00"),
    field("after", "按试算制度", "Under the rules tried", "¥13,000.00"),
    field("difference", "差额", "Difference", "+¥6,500.00"),
    field("newly", "新增承担", "Begin to pay", "3"),
    field("no_longer", "不再承担", "No longer pay", "0"),
    field(
        "houses",
        "各机构合计",
        "Sums (rows: institution, people, before, after, difference, newly, no_longer)",
        [_SUM],
        [_SUM_EN],
    ),
    field("sections", "各机构", "Institutions (rows: institution, people, total)", [_SECTION], [_SECTION_EN]),
    field("made_on", "试算日期", "Day", "2026-11-30"),
)
