"""Which slip a scan is of: by the number and check code of its QR code, else by its file's name."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"CF-[^\s-]+-\d{4}-\d{4,}", re.IGNORECASE)
_CHECK = re.compile(r"(?<![A-Z0-9])[A-Z2-7]{10}(?![A-Z0-9])")


def number_in(text: str) -> str:
    """The slip's number in a text, as it is printed; "" when there is none. A decision's number leads to its slip."""
    found = _NUMBER.search(text)
    return found.group().upper() if found else ""


def check_in(text: str) -> str:
    """The check code in a text; "" when there is none."""
    found = _CHECK.search(text.upper())
    return found.group() if found else ""
