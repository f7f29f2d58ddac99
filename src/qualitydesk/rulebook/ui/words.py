"""An edition's name and clauses in the user's words; what days of the calendar are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import knows, say
from qualitydesk.rulebook.model import Column, Edition, Rule
from qualitydesk.rulebook.rules import clause, counting_clause
from qualitydesk.rulebook.rules.wording import heading


@dataclass(frozen=True)
class ClauseRow:
    """One clause with what it is about."""

    scope: str
    text: str


def rule_words(rule: str, language: str) -> str:
    """A rule's name: the title it ships with."""
    code = f"rule.name.{rule}"
    return say(language, code) if knows(language, code) else rule


def title_words(edition: Edition | None, rule: str, language: str) -> str:
    """A rule by the title of an edition of it: its one name on every screen and paper."""
    title = str(edition.texts.get(language, {}).get("title", "")) if edition is not None else ""
    return title or rule_words(rule, language)


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
                ClauseRow(
                    heading((f"ladder.column.{column}", f"ladder.rung.{rung}"), language),
                    clause(edition, column, rung, language),
                )
                for rung in (1, 2, 3)
            ]
    return [row for row in found if row.text]


def _word(code: str, otherwise: str, language: str) -> str:
    return say(language, code) if knows(language, code) else otherwise
