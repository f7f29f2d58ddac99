"""Two sorts of failure: `Refused` is the user's matter and is shown in her words; anything else is a bug of ours."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a draft, beside the field it belongs to. Words: phrases `problem.<code>`."""

    field: str
    code: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


class Refused(Exception):  # noqa: N818 - the domain's word, not an error of the program
    """A verb that was not carried out. Words: phrases `refused.<code>`, filled with `values`."""

    def __init__(self, code: str, *, problems: tuple[Problem, ...] = (), **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.problems = problems
        self.words = values

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (self.code, self.problems, self.words))


def _rebuild(code: str, problems: tuple[Problem, ...], values: dict[str, object]) -> Refused:
    return Refused(code, problems=problems, **values)


def refuse_if(problems: tuple[Problem, ...] | list[Problem]) -> None:
    """Refuse a draft that has problems."""
    if problems:
        raise Refused("draft", problems=tuple(problems))
