"""Who in the directory or in a file is meant by a name; read beside the staff numbers, which go first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qualitydesk.directory.model import KnownPeople
from qualitydesk.directory.rules.columns import NOBODY, day_of
from qualitydesk.directory.rules.people import clean


class Called:
    """Numbers by name of everybody who has not left, as they will be called with the file taken over."""

    def __init__(self, known: KnownPeople, in_file: Iterable[tuple[str, str, str]]) -> None:
        """`in_file` has (number, name, day of leaving) of each row; an empty cell keeps what is known."""
        people: dict[str, tuple[str, date | None]] = {
            number: (found.name, found.left_on) for number, found in known.employees.items()
        }
        for number, name, left in in_file:
            kept_name, kept_left = people.get(number, ("", None))
            leaves = None if left.casefold() in NOBODY else day_of(left) if left else kept_left
            people[number] = (name or kept_name, leaves)
        self._numbers: dict[str, list[str]] = {}
        for number, (name, left_on) in people.items():
            if number and name and (left_on is None or left_on > known.today):
                self._numbers.setdefault(clean(name).casefold(), []).append(number)

    def numbers(self, name: str) -> list[str]:
        """The numbers of all who are called so, in order; empty for nobody."""
        return sorted(self._numbers.get(clean(name).casefold(), ()))
