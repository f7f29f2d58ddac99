"""What a printout offers to its form: named fields, each with a label and a sample. Features declare, forms use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Field:
    """One value a form may name. `label` is {"zh", "en"}.

    `sample` is plain JSON: a text, a truth value, a list of texts, a list of rows (dicts) or a picture's hash;
    a dict of exactly "zh" and "en" holds one sample for each language.
    """

    key: str
    label: Mapping[str, str]
    sample: Any

    def sample_in(self, language: str) -> Any:
        """The sample as a paper in `language` would carry it."""
        if isinstance(self.sample, Mapping) and set(self.sample) == {"zh", "en"}:
            return self.sample[language]
        return self.sample


def field(key: str, zh: str, en: str, sample: Any, sample_en: Any = None) -> Field:
    """A field with its labels; one sample for both languages, or one for each."""
    return Field(key, {"zh": zh, "en": en}, sample if sample_en is None else {"zh": sample, "en": sample_en})


def samples(fields: Iterable[Field], language: str) -> dict[str, Any]:
    """A full set of values made of the samples: what a form is tried out with."""
    return {field.key: field.sample_in(language) for field in fields}
