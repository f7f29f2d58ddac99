"""A rule's values, differences and problems in the user's words, by its description: no code reaches a reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import LANGUAGES, capital, knows, say
from qualitydesk.rulebook.model import Column, Edition
from qualitydesk.rulebook.model.days import clock_time
from qualitydesk.rulebook.model.shapes import Difference, Field, Kind, Place
from qualitydesk.rulebook.rules.comparing import differences, text_differences
from qualitydesk.rulebook.rules.reading import leaves_of
from qualitydesk.rulebook.rules.shapes import as_meant, at, join, place_at, places_of
from qualitydesk.rulebook.rules.texts import PLACES, clause_code

NOTHING = "–"
_FIRST_TEXTS = ("title", "source", "summary", "counting")
Posts = Mapping[str, str]
"""Posts by code, as the directory names them."""


@dataclass(frozen=True)
class ValueRow:
    """One value of an edition. `ours`: the source documents are silent on it."""

    path: str
    scope: str
    name: str
    value: str
    ours: bool


@dataclass(frozen=True)
class DifferenceRow:
    """One difference in words."""

    path: str
    scope: str
    name: str
    before: str
    after: str


def value_rows(edition: Edition, language: str, posts: Posts | None = None) -> list[ValueRow]:
    """Every value that stands or is meant, in the order the rule is read."""
    found: list[ValueRow] = []
    values = as_meant(edition.rule, edition.values)
    for place in places_of(edition.rule, values):
        value = at(values, place.path)
        if value is None or place.field.kind is Kind.KEPT:
            continue
        found.append(
            ValueRow(
                place.path,
                heading(place.title, language),
                name_of(place.field, language),
                value_words(place, values, language, posts or {}),
                edition.is_ours(place.path),
            )
        )
    return found


def difference_rows(
    rule: str,
    before: tuple[Mapping[str, Any], Mapping[str, Any]],
    after: tuple[Mapping[str, Any], Mapping[str, Any]],
    language: str,
    posts: Posts,
) -> list[DifferenceRow]:
    """What differs between two (values, texts): values first, then texts; nothing else."""
    found: list[DifferenceRow] = []
    for one in differences(rule, before[0], after[0]):
        place = place_at(rule, one.path)
        if place is None or place.field.kind is Kind.KEPT:
            continue
        old, new = (value_words(place, as_meant(rule, said[0]), language, posts) for said in (before, after))
        found.append(DifferenceRow(one.path, heading(place.title, language), name_of(place.field, language), old, new))
    found += [_text_row(one, language) for one in text_differences(before[1], after[1])]
    return found


def heading(title: Sequence[str], language: str) -> str:
    """The heading of a part; what stands at the top of a rule is general."""
    if not title:
        return say(language, "rule.part.general")
    return " · ".join(capital(say(language, code)) if knows(language, code) else _last(code) for code in title)


def name_of(one: Field, language: str) -> str:
    """What a value is called."""
    says = {key: say(language, code) for key, code in one.says.items()}
    return say(language, f"rule.value.{one.label}", **says)


def value_words(place: Place, values: Mapping[str, Any], language: str, posts: Posts) -> str:
    """What stands at a place, with its unit; "–" where nothing does."""
    value, one = at(values, place.path), place.field
    if value in ([], ()) and one.none:
        return capital(say(language, one.none))
    if value is None or value in ([], ()):
        return NOTHING
    if isinstance(value, list | tuple):
        return capital(joined([_said(one, entry, language, posts) for entry in value], language))
    if one.unit_of:
        unit = at(values, join(place.base, one.unit_of))
        if unit is not None:
            return say(language, "rule.line.amount", value=value, unit=say(language, f"clock.unit.{unit}"))
    return capital(_said(one, value, language, posts))


def choice_words(one: Field, choice: object, language: str, posts: Posts) -> str:
    """A choice as it is offered."""
    return capital(_choice(one, choice, language, posts))


def post_words(code: str, language: str, posts: Posts) -> str:
    """A post by the directory's name, else by the usual one."""
    if code in posts:
        return posts[code]
    return say(language, f"rule.post.{code}") if knows(language, f"rule.post.{code}") else code


def unit_words(unit: str, count: int, language: str) -> str:
    """A number with its unit."""
    return say(language, f"rule.unit.{unit}{'_one' if abs(count) == 1 else ''}", count=number_words(count))


def number_words(count: int) -> str:
    """A whole number, below nought with a minus, as sums have it."""
    return f"−{-count}" if count < 0 else str(count)


def joined(words: Sequence[str], language: str) -> str:
    """Several words in one line."""
    return ("、" if language == "zh" else ", ").join(words)


def text_keys(texts: Mapping[str, Any]) -> tuple[str, ...]:
    """The texts of an edition in the order they are read: title, source, summary, then how it counts, its clauses."""
    keys = {key for language in LANGUAGES for key in leaves_of(texts.get(language, {}))}
    first = [key for key in _FIRST_TEXTS if key in keys]
    clauses = [f"clauses.{clause_code(column, rung)}" for column in Column for rung in (1, 2, 3)]
    found = [*first, *(key for key in clauses if key in keys)]
    return (*found, *sorted(keys.difference(found)))


def text_name(key: str, language: str) -> str:
    """What a text of an edition is called: the clauses of a ladder by their rung."""
    if key.startswith("clauses."):
        column, _, rung = key.removeprefix("clauses.").rpartition("_")
        if column in tuple(Column):
            return heading((f"ladder.column.{column}", f"ladder.rung.{rung}"), language)
    code = f"rule.text.{key}"
    return say(language, code if knows(language, code) else "rule.text.other")


def places_said(text: str, language: str) -> str:
    """A text with the places it leaves open in the user's words: {low} → {下限}."""
    for place in sorted(PLACES):
        text = text.replace(f"{{{place}}}", f"{{{say(language, f'rule.place.{place}')}}}")
    return text


def places_coded(text: str, language: str) -> str:
    """The other way round, as editions keep it."""
    for place in sorted(PLACES):
        text = text.replace(f"{{{say(language, f'rule.place.{place}')}}}", f"{{{place}}}")
    return text


def places_offered(language: str) -> str:
    """The places a text may leave open."""
    return " ".join(f"{{{say(language, f'rule.place.{place}')}}}" for place in sorted(PLACES))


def beside(rule: str, values: Mapping[str, Any], problem: Problem, language: str) -> Problem:
    """A problem of an edition as it is said beside its field: without its path, sums in yuan."""
    if problem.field.startswith("texts."):
        told = {**problem.values, "places": places_offered(language)}
        return Problem(problem.field, f"here.{problem.code}", told)
    place = place_at(rule, problem.field) or next(
        (one for one in places_of(rule, values) if one.path.startswith(f"{problem.field}.")), None
    )
    if place is None:
        return problem
    bounds = {key: problem.values[key] for key in ("low", "high") if key in problem.values}
    if place.field.kind in (Kind.MONEY, Kind.SUMS):
        bounds = {key: money.words(fen) if isinstance(fen, int) else fen for key, fen in bounds.items()}
    code = f"here.{problem.code}" if knows(language, f"problem.here.{problem.code}") else "here.value_wrong"
    return Problem(place.path, code, {**problem.values, **bounds})


def _said(one: Field, value: Any, language: str, posts: Posts) -> str:
    if isinstance(value, bool):
        return say(language, "rule.value.yes" if value else "rule.value.no")
    if one.kind in (Kind.CHOICE, Kind.CHOICES, Kind.POSTS):
        return _choice(one, value, language, posts)
    if not isinstance(value, int):
        return str(value)
    if one.kind in (Kind.MONEY, Kind.SUMS):
        return money.words(value)
    if one.kind is Kind.PERCENT:
        return f"{value} %"
    if one.kind is Kind.TIME:
        return clock_time(value)
    return unit_words(one.unit, value, language) if one.unit else number_words(value)


def _choice(one: Field, choice: object, language: str, posts: Posts) -> str:
    if one.kind is Kind.POSTS:
        return post_words(str(choice), language, posts)
    code = f"{one.words}.{choice}"
    return say(language, code) if knows(language, code) else str(choice)


def _text_row(one: Difference, language: str) -> DifferenceRow:
    _texts, of, key = one.path.split(".", 2)
    before, after = (places_said(str(text), language) if text else NOTHING for text in (one.before, one.after))
    return DifferenceRow(one.path, say(language, f"rule.part.texts_{of}"), text_name(key, language), before, after)


def _last(code: str) -> str:
    return code.rpartition(".")[2]
