"""The audit's entries in words: codes, ids, days and sums of what was kept, said by what each feature declares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics import money
from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.basics.masking import HIDDEN, masked, masked_telephone
from qualitydesk.basics.phrases import capital, knows, say
from qualitydesk.basics.records import Field, Kind, Subject, Told

_IDS = frozenset({Kind.EMPLOYEE, Kind.INSTITUTION, Kind.DEPARTMENT, Kind.POST})
_LONGEST = 2000  # letters of one value

EMPLOYEE_RECORD = Subject(
    "employee",
    {
        **{f"{verb}_employee": f"record.verb.{verb}_employee" for verb in ("add", "change")},
        **{
            verb: f"record.verb.{verb}"
            for verb in (
                "place", "set_superior", "remove_place", "remove_superior", "leave", "stay", "come_back", "erase",
            )
        },
    },
    (
        Field("number", title="staff_number"),
        Field("name"),
        Field("sex", Kind.CODE, codes="sex"),
        Field("hired_on", Kind.DAY),
        Field("since", Kind.DAY),
        Field("department_id", Kind.DEPARTMENT, "department"),
        Field("post_id", Kind.POST, "post"),
        Field("superior_id", Kind.EMPLOYEE, "superior", was=("person_id",)),
        Field("left_on", Kind.DAY),
        Field("left_why"),
        Field("why"),
        Field("returned_on", Kind.DAY),
    ),
)  # fmt: skip
"""What is kept of an employee."""


@dataclass(frozen=True)
class Names:
    """What ids are called, by kind."""

    by_kind: Mapping[Kind, Mapping[UUID, str]] = field(default_factory=dict)
    zone: str = DEFAULT_ZONE

    def of(self, kind: Kind, value: object) -> str:
        found = _uuid(value)
        return self.by_kind.get(kind, {}).get(found, "") if found is not None else ""


Kept = Mapping[str, Any] | None


def told(
    subject: Subject, verb: str, before: Kept, after: Kept, names: Names, language: str, *, full: bool
) -> tuple[Told, ...]:
    """What an entry changed, field by field; what stayed the same and what nobody declared is left out.

    `full`: names and telephones of patients unmasked.
    """
    old, new = _flat(before or {}), _flat(after or {})
    found = []
    for one in subject.fields:
        was, now = _was(one, old, new), new.get(one.key)
        if one.verbs and verb not in one.verbs:
            continue
        if one.key not in new and after is not None:
            continue  # only what was written is a change; of something taken away, what stood there
        if was == now:
            continue
        words = tuple(_say(one, value, names, language, full=full) for value in (was, now))
        if any(words) and words[0] != words[1]:
            found.append(Told(capital(say(language, one.phrase)), *words))
    return tuple(found)


def verb_words(subject: Subject, verb: str, language: str) -> str:
    """What was done."""
    return capital(say(language, subject.verbs.get(verb, "record.verb.other")))


def ids_in(subject: Subject, before: Kept, after: Kept) -> Iterator[tuple[Kind, UUID]]:
    """Every id an entry names, so that names are asked for at once."""
    for kept in (before, after):
        flat = _flat(kept or {})
        for one in subject.fields:
            for key in (one.key, *(name.removeprefix(">") for name in one.was)):
                yield from _ids(one, flat.get(key))


def _ids(one: Field, value: object) -> Iterator[tuple[Kind, UUID]]:
    if one.kind in _IDS and (found := _uuid(value)) is not None:
        yield one.kind, found
    elif one.kind is Kind.ROWS:
        for part, cell in _cells(one, value):
            yield from _ids(part, cell)


def _flat(kept: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in kept.items():
        if isinstance(value, Mapping):
            found.update(_flat(value, f"{prefix}{key}."))
        else:
            found[f"{prefix}{key}"] = value
    return found


def _was(one: Field, old: Mapping[str, Any], new: Mapping[str, Any]) -> object:
    for name in (one.key, *one.was):
        kept, key = (new, name[1:]) if name.startswith(">") else (old, name)
        if kept.get(key) is not None:
            return kept[key]
    return None


def _say(one: Field, value: object, names: Names, language: str, *, full: bool) -> str:
    """A value in words; "" when there is none, or when no words are known for it."""
    if value is None or value == "" or value == [] or (value is False and one.kind is not Kind.YES):
        return ""
    if one.kind in _IDS:
        return names.of(one.kind, value)
    if one.kind is Kind.ROWS:
        rows = [_row(one, row, names, language, full=full) for row in _rows(value)]
        return say(language, "record.between").join(row for row in rows if row)
    if one.kind in _HIDERS:
        plain = money.words(value) if isinstance(value, int) else str(value)
        return plain if full else _HIDERS[one.kind](plain)
    return _SAYERS[one.kind](one, value, names, language)


def _row(one: Field, row: object, names: Names, language: str, *, full: bool) -> str:
    cells = [_say(part, cell, names, language, full=full) for part, cell in _cells(one, [row])]
    return " ".join(cell for cell in cells if cell)


def _rows(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _cells(one: Field, value: object) -> Iterator[tuple[Field, object]]:
    for row in _rows(value):
        cells = row if isinstance(row, list) else [row]
        yield from ((part, cell) for part, cell in zip(one.parts, cells, strict=False) if part is not None)


def _code(one: Field, value: object, _names: Names, language: str) -> str:
    code = str(value)
    phrase = one.says.get(code, f"{one.codes}.{code}")
    return capital(say(language, phrase)) if knows(language, phrase) else ""


def _codes(one: Field, value: object, names: Names, language: str) -> str:
    found = [_code(one, code, names, language) for code in str(value).split(",")]
    return say(language, "record.between").join(words for words in found if words)


def _yes(_one: Field, value: object, _names: Names, language: str) -> str:
    return say(language, "record.yes" if value else "record.no")


def _day(_one: Field, value: object, names: Names, _language: str) -> str:
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        return ""


def _moment(_one: Field, value: object, names: Names, _language: str) -> str:
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return ""
    return f"{local(found, names.zone):%Y-%m-%d %H:%M}" if found.tzinfo is not None else found.date().isoformat()


def _sum(_one: Field, value: object, _names: Names, _language: str) -> str:
    return money.words(value) if isinstance(value, int) else ""


def _sums(_one: Field, value: object, _names: Names, _language: str) -> str:
    return " + ".join(money.words(one) for one in _rows(value) if isinstance(one, int))


def _files(_one: Field, value: object, _names: Names, language: str) -> str:
    found = [str(one.get("name", "")) for one in _rows(value) if isinstance(one, Mapping)]
    return say(language, "record.between").join(name for name in found if name)


def _words(_one: Field, value: object, _names: Names, _language: str) -> str:
    return str(value)[:_LONGEST] if isinstance(value, str | int) else ""


_HIDERS: Mapping[Kind, Callable[[str], str]] = {
    Kind.NAME: masked,
    Kind.TELEPHONE: masked_telephone,
    Kind.SECRET: lambda _words: HIDDEN,
}
_SAYERS = {
    Kind.WORDS: _words,
    Kind.CODE: _code,
    Kind.CODES: _codes,
    Kind.YES: _yes,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.MONEY: _sum,
    Kind.SUMS: _sums,
    Kind.FILES: _files,
}


def _uuid(value: object) -> UUID | None:
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        return None
