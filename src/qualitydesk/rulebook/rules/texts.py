"""A rule's own words: the clause a slip cites, its sums filled in from the same edition's values."""

from __future__ import annotations

import string
from collections.abc import Collection, Mapping
from typing import Any

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.rulebook.model import Column, Edition, Gravity
from qualitydesk.rulebook.rules.reading import leaves_of

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


def counting_clause(edition: Edition, language: str) -> str:
    """How the ladder counts, in the edition's own words."""
    return str(edition.texts[language]["counting"]).format(months=edition.values["counting"]["look_back_months"])


def problems_in_texts(texts: Mapping[str, Any], needed: Collection[str] = ()) -> tuple[Problem, ...]:
    """What is wrong with an edition's texts: a language or text missing, a strange {place}.

    `needed`: the texts, by dotted key, that must stand there in every language besides the title.
    """
    problems: list[Problem] = []
    leaves = {language: leaves_of(texts.get(language, {})) for language in LANGUAGES}
    for key in sorted({"title", *needed, *(key for found in leaves.values() for key in found)}):
        for language, found in leaves.items():
            path = f"texts.{language}.{key}"
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
