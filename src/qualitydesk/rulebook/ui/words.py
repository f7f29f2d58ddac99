"""An edition's clauses and values in the user's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.phrases import knows, say
from qualitydesk.rulebook.model import Column, Edition, Rule
from qualitydesk.rulebook.rules import clause, counting_clause
from qualitydesk.rulebook.rules.reading import leaves_of


@dataclass(frozen=True)
class ValueRow:
    """One value of an edition. `ours`: the source documents are silent on it."""

    path: str
    scope: str
    name: str
    value: str
    ours: bool


@dataclass(frozen=True)
class ClauseRow:
    """One clause with what it is about."""

    scope: str
    text: str


def rule_words(rule: str, language: str) -> str:
    """A rule's short name."""
    code = f"rule.name.{rule}"
    return say(language, code) if knows(language, code) else rule


def clause_rows(edition: Edition, language: str) -> list[ClauseRow]:
    """The edition's own words: what it is about, how it counts, the clause of each rung."""
    found = [ClauseRow("", str(edition.texts[language].get("summary", "")))]
    if edition.rule == Rule.LADDER:
        found.append(ClauseRow("", counting_clause(edition, language)))
        for column in Column:
            found += [
                ClauseRow(_scope(column, str(rung), language), clause(edition, column, rung, language))
                for rung in (1, 2, 3)
            ]
    return [row for row in found if row.text]


def value_rows(edition: Edition, language: str) -> list[ValueRow]:
    """Every value by its path: how offences are counted first, then rung by rung, own checks before group rounds."""
    leaves = sorted(leaves_of(edition.values).items(), key=lambda entry: _place(entry[0]))
    return [
        ValueRow(path, *_named(path, language), _value(path, leaf, language), edition.is_ours(path))
        for path, leaf in leaves
    ]


def _place(path: str) -> tuple[bool, bool]:
    return path.startswith("columns."), path.startswith(f"columns.{Column.GROUP_ROUNDS}.")


def _scope(column: str, rung: str, language: str) -> str:
    return f"{say(language, f'ladder.column.{column}')} · {say(language, f'ladder.rung.{rung}')}"


def _named(path: str, language: str) -> tuple[str, str]:
    """What a value belongs to, and its name."""
    parts = path.split(".")
    if parts[0] == "columns":
        scope = _scope(parts[1], parts[2], language)
        if parts[3] == "payers":
            return scope, say(language, "rule.value.payer", role=say(language, f"role.{parts[4]}"))
        return scope, _name("_".join(parts[3:]), language)
    if parts[0] == "kinds" and len(parts) > 2:
        return say(language, f"ladder.kind.{parts[1]}"), _name(f"lead_{parts[2]}", language)
    if parts[0] == "kinds":
        return "", say(language, "rule.value.kinds", kind=say(language, f"ladder.kind.{parts[1]}"))
    return "", _name(parts[-1], language)


def _name(leaf: str, language: str) -> str:
    code = f"rule.value.{leaf}"
    return say(language, code) if knows(language, code) else leaf


def _value(path: str, leaf: Any, language: str) -> str:
    if isinstance(leaf, bool):
        return say(language, "rule.value.yes" if leaf else "rule.value.no")
    if isinstance(leaf, list | tuple):
        between = "、" if language == "zh" else ", "
        return between.join(_value(path, entry, language) for entry in leaf)
    if ".amount." in path:
        return money.words(leaf)
    families = ("sanction", "ladder.column", "ladder.scope", "role", "rule.share", "rule.same_round", "rule.post")
    known = (f"{family}.{leaf}" for family in families if knows(language, f"{family}.{leaf}"))
    code = next(known, "") if isinstance(leaf, str) else ""
    return say(language, code) if code else str(leaf)
