"""Names of the inspected hidden wherever they stand on a paper, notes and captions included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qualitydesk.basics.masking import masked


def without_names(values: Any, names: Iterable[str], numbers: Iterable[str]) -> Any:
    """Plain JSON with every name masked and every employee number as ***; a name of one letter in its own field only.

    Inside running text a name of one character would hide every word that holds it.
    """
    whole = {name: masked(name) for name in names if name}
    parts: dict[str, str] = {name: mask for name, mask in whole.items() if len(name) > 1}
    parts.update({number: "***" for number in numbers if len(number) > 1})
    ordered = sorted(parts.items(), key=lambda pair: -len(pair[0]))  # 王小明 before 王小

    def hidden(value: Any) -> Any:
        if isinstance(value, str):
            if value in whole:
                return whole[value]
            for plain, mask in ordered:
                value = value.replace(plain, mask)
            return value
        if isinstance(value, Mapping):
            return {key: hidden(one) for key, one in value.items()}
        if isinstance(value, list):
            return [hidden(one) for one in value]
        return value

    return hidden(values)
