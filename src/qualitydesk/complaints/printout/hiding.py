"""The case form with its complainant and patient hidden, for whoever need not know who they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.basics.masking import masked, masked_telephone
from qualitydesk.complaints.model import CasePage


def hidden(values: Mapping[str, Any], page: CasePage) -> dict[str, Any]:
    """The same fields with every whole name and telephone of either masked, in what was written down as well."""
    words: dict[str, str] = {}
    for one in (page.intake.complainant, page.intake.patient):
        if one.name:
            words[one.name] = masked(one.name)
        if one.telephone:
            words[one.telephone] = masked_telephone(one.telephone)
    longest_first = dict(sorted(words.items(), key=lambda pair: -len(pair[0])))
    return {name: _hide(value, longest_first) for name, value in values.items()}


def _hide(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        for word, instead in words.items():
            value = value.replace(word, instead)
        return value
    if isinstance(value, Mapping):
        return {name: _hide(one, words) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_hide(one, words) for one in value]
    return value
