"""A rule's own words: the clause a slip cites, its sums filled in from the same edition's values."""

from __future__ import annotations

import string
from collections.abc import Collection, Mapping
from typing import Any

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.rulebook.model import Column, Edition, Gravity

PLACES = frozenset({"low", "high", "months", *(gravity.value for gravity in Gravity)})
"""What a clause may leave open: sums of its rung in yuan, and the months of the look-back."""


def clause_code(column: Column, rung: int) -> str:
    """The key of a rung's clause in an edition's texts."""
    return f"{column}_{rung}"


def clause(edition: Edition, column: Column, rung: int, language: str) -> str:
    """The clause of a ladder edition for a rung, sums filled in: what a slip prints as "rule text of that day"."""
    text = str(edition.texts[language]["clauses"][clause_code(column, rung)])
    amount: Mapping[str, Any] = edition.values["columns"][column][str(rung)].get("amount", {})
    sums = {key: _yuan(fen) for key, fen in amount.items() if key in PLACES}
    return text.format(months=edition.values["counting"]["look_back_months"], **sums)


def problems_in_texts(texts: Mapping[str, Any], needed: Collection[str] = ()) -> tuple[Problem, ...]:
    """What is wrong with an edition's texts: a language or title missing, clauses that differ, a strange {place}.

    `needed`: the clauses that must stand there in every language.
    """
    problems = [
        Problem(f"texts.{language}.title", "text_missing", {"path": f"texts.{language}.title"})
        for language in LANGUAGES
        if not str(texts.get(language, {}).get("title", "")).strip()
    ]
    clauses = {language: texts.get(language, {}).get("clauses", {}) for language in LANGUAGES}
    for key in sorted({*needed, *(key for found in clauses.values() for key in found)}):
        for language, found in clauses.items():
            path = f"texts.{language}.clauses.{key}"
            text = str(found.get(key, ""))
            if not text.strip():
                problems.append(Problem(path, "text_missing", {"path": path}))
            problems += [Problem(path, "text_place_unknown", {"path": path, "place": p}) for p in _strange(text)]
    return tuple(problems)


def _strange(text: str) -> tuple[str, ...]:
    try:
        places = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError:
        return ("{",)
    return tuple(name for name in places if name not in PLACES)


def _yuan(fen: int) -> str:
    whole, rest = divmod(fen, 100)
    return f"{whole:,}.{rest:02d}" if rest else f"{whole:,}"
