"""A `Pack` back into raw values and readable TOML, in the order and manner of the packs that ship."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.inspections.model.standards import Item, Limit, Pack, PackKind, Texts


def as_raw(pack: Pack) -> dict[str, Any]:
    """The pack as the tables its TOML would be parsed into; what may be left out is left out."""
    return {
        "code": pack.code,
        "edition": pack.edition,
        "name": dict(pack.name),
        "purpose": dict(pack.purpose),
        "target": str(pack.target),
        **({"kind": str(pack.kind)} if pack.kind is not PackKind.STATE else {}),
        **({"off": True} if pack.off else {}),
        **({"sex": pack.sex} if pack.sex else {}),
        **({"posts": list(pack.posts)} if pack.posts else {}),
        "minutes": pack.minutes,
        "pass_mark": pack.pass_mark,
        "sections": {code: dict(texts) for code, texts in pack.sections.items()},
        "items": [_raw_item(item) for item in pack.items],
    }


def _raw_item(item: Item) -> dict[str, Any]:
    return {
        "code": item.code,
        "section": item.section,
        "group": str(item.group),
        "kind": str(item.kind),
        **({"limit": _raw_limit(item.limit)} if item.limit else {}),
        "weight": item.weight,
        "gravity": str(item.gravity),
        **({"critical": True} if item.critical else {}),
        **({"sex": item.sex} if item.sex else {}),
        **({"posts": list(item.posts)} if item.posts else {}),
        **({"season": item.season} if item.season else {}),
        "title": dict(item.title),
        "standard": dict(item.standard),
        "why": dict(item.why),
        **({"actor": dict(item.actor)} if item.actor is not None else {}),
        **({"words": dict(item.words)} if item.words is not None else {}),
        **({"cut_off": _raw_cut_off(item.cut_off)} if item.cut_off is not None else {}),
        "rule": item.rule,
        "source": item.source,
        **({"replaces": list(item.replaces)} if item.replaces else {}),
    }


def _raw_limit(limit: Limit) -> dict[str, Any]:
    ends = {"low": limit.low, "high": limit.high}
    return {**{name: _plain(end) for name, end in ends.items() if end is not None}, "unit": limit.unit}


def _plain(number: float) -> float | int:
    """A whole number without its ".0"."""
    return int(number) if float(number).is_integer() else number


def _raw_cut_off(texts: Texts) -> bool | dict[str, str]:
    return dict(texts) if any(texts.values()) else True


def to_toml(pack: Pack) -> str:
    """The pack as TOML that people can read and go on with; reading it gives the same pack."""
    import tomlkit  # only when something is written

    document = tomlkit.document()
    raw = as_raw(pack)
    items = raw.pop("items")
    sections = raw.pop("sections")
    _fill(document, raw)
    headings = tomlkit.table()
    for code, texts in sections.items():
        headings.add(code, _inline(texts))
    document.add(tomlkit.nl())
    document.add("sections", headings)
    rows = tomlkit.aot()
    for item in items:
        row = tomlkit.table()
        _fill(row, item)
        rows.append(row)
    document.add(tomlkit.nl())
    document.add("items", rows)
    return tomlkit.dumps(document).rstrip() + "\n"


def _fill(table: Any, raw: Mapping[str, Any]) -> None:
    """Texts as dotted keys, one language a line; small tables in one line."""
    import tomlkit

    for key, value in raw.items():
        if isinstance(value, dict) and value.keys() <= {"zh", "en"}:
            for language, text in value.items():
                table.append(tomlkit.key([key, language]), text)
        elif isinstance(value, dict):
            table.append(key, _inline(value))
        else:
            table.append(key, value)


def _inline(raw: Mapping[str, Any]) -> Any:
    import tomlkit

    made = tomlkit.inline_table()
    for key, value in raw.items():
        made.append(key, value)
    return made
