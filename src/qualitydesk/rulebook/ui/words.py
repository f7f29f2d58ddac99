"""An edition's clauses and values in the user's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.phrases import knows, say
from qualitydesk.rulebook.model import Column, Edition, Rule
from qualitydesk.rulebook.model.days import clock_time
from qualitydesk.rulebook.rules import clause, counting_clause
from qualitydesk.rulebook.rules.reading import leaves_of

_FAMILIES = (
    "sanction",
    "ladder.column",
    "ladder.scope",
    "role",
    "rule.share",
    "rule.same_round",
    "rule.post",
    "rule.party",
)
_CLOCK_FAMILIES = {
    "unit": ("clock.unit",),
    "kind": ("clock.kind",),
    "reopening": ("clock.reopening",),
    "starts_on": ("clock.event",),
    "stops_on": ("clock.event",),
    "steps": ("case_step",),
}
_CASE_FAMILIES = {
    "needs": ("need",),
    "back": ("case_step",),
    "reopen_to": ("case_step",),
    "flags": ("severity_flag",),
}
_CASE_SCOPES = {"steps": ("case_step", "step"), "criteria": ("criterion", "criterion"), "levels": ("level", "level")}
_REWARD_SCOPES = {"rows": ("points.row", "points"), "grades": ("reward.grade", "reward")}
_REWARD_FAMILIES = {
    "acts": ("points.act",),
    "kinds": ("reward.kind",),
    "extras": ("reward.extra",),
    "fine_is": ("settle.fine_is",),
}
_SUMS = ("above", "responsible", "superior")
_REWARD_SUMS = ("fen_per_point", "step", "fine", "low", "high")


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


def holiday_words(name: str, language: str) -> str:
    """A holiday's name in a language: the notices' names are Chinese, and what is not known stays as it is."""
    parts = [_word(f"holiday.{part}", part, language) for part in name.split("、")]
    return ("、" if language == "zh" else " / ").join(parts)


def day_kind(working: bool) -> str:
    """What a listed day is."""
    translate = QCoreApplication.translate
    return translate("Calendar", "Worked") if working else translate("Calendar", "Off")


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
    leaves = [(path, leaf) for path, leaf in leaves if not path.endswith(".group")]  # where a clock is shown, no rule
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
    if parts[0] in ("clocks", "pauses") and len(parts) > 2:
        family = "clock.name" if parts[0] == "clocks" else "clock.pause"
        return _word(f"{family}.{parts[1]}", parts[1], language), _clock_value(parts[2:], language)
    if parts[0] in _CASE_SCOPES and len(parts) > 2:
        family, value = _CASE_SCOPES[parts[0]]
        return _word(f"{family}.{parts[1]}", parts[1], language), _name(f"{value}_{parts[2]}", language)
    if parts[0] in _REWARD_SCOPES and len(parts) > 2:
        family, value = _REWARD_SCOPES[parts[0]]
        return _word(f"{family}.{parts[1]}", parts[1], language), _name(f"{value}_{parts[2]}", language)
    if parts[0] == "kinds" and len(parts) > 2:
        return say(language, f"ladder.kind.{parts[1]}"), _name(f"lead_{parts[2]}", language)
    if parts[0] == "kinds":
        return "", say(language, "rule.value.kinds", kind=say(language, f"ladder.kind.{parts[1]}"))
    return "", _name(parts[-1], language)


def _clock_value(parts: list[str], language: str) -> str:
    """What a value of a clock says; a limit of its own for a level or region names it."""
    if len(parts) == 1:
        return _name(f"clock_{parts[0]}", language)
    of = f"clock.level.{parts[1]}" if parts[0] == "per_level" else f"region.{parts[1]}"
    return say(language, "rule.value.clock_limit_of", of=_word(of, parts[1], language))


def _name(leaf: str, language: str) -> str:
    return _word(f"rule.value.{leaf}", leaf, language)


def _word(code: str, otherwise: str, language: str) -> str:
    return say(language, code) if knows(language, code) else otherwise


def _value(path: str, leaf: Any, language: str) -> str:
    if isinstance(leaf, bool):
        return say(language, "rule.value.yes" if leaf else "rule.value.no")
    if isinstance(leaf, list | tuple):
        if not leaf and path.endswith("_posts"):
            return say(language, "rule.value.any_post")
        if not leaf and path.endswith("_not_by"):
            return say(language, "rule.value.nobody")
        between = "、" if language == "zh" else ", "
        return between.join(_value(path, entry, language) for entry in leaf)
    if ".amount." in path:
        return money.words(leaf)
    if path.partition(".")[0] in _CASE_SCOPES and path.rpartition(".")[2] in _SUMS:
        return money.words(leaf)
    if path.partition(".")[0] in (*_REWARD_SCOPES, "fen_per_point", "step") and path.rpartition(".")[2] in _REWARD_SUMS:
        return money.words(leaf)
    if path.startswith("no_level."):
        return money.words(leaf)
    if path.rpartition(".")[2] in ("level", "offers", "second_from"):
        return say(language, f"level.{leaf}")
    if path == "counting.cut_off":
        return clock_time(leaf)
    if path == "counting.week":
        return say(language, f"weekday.{leaf}")
    families: tuple[str, ...] = ("rule.party",) if path.endswith("_not_by") else _FAMILIES
    families = {**_CLOCK_FAMILIES, **_CASE_FAMILIES, **_REWARD_FAMILIES}.get(path.rpartition(".")[2], families)
    known = (f"{family}.{leaf}" for family in families if knows(language, f"{family}.{leaf}"))
    code = next(known, "") if isinstance(leaf, str) else ""
    return say(language, code) if code else str(leaf)
