"""People shown without giving them away: what lists, cards and papers of others print in place of a name or number."""

from __future__ import annotations

HIDDEN = "**"
_GAP = "****"


def masked(name: str) -> str:
    """王**; O**; "" stays ""."""
    return f"{name[:1]}{HIDDEN}" if name else ""


def masked_telephone(telephone: str) -> str:
    """138****1234, 010****5678; of fewer than eleven signs the last four only: ****4567. An extension is left out."""
    whole = telephone.split("-", 1)[0]
    if len(whole) <= len(_GAP):
        return _GAP if whole else ""
    return f"{whole[:3] if len(whole) >= 11 else ''}{_GAP}{whole[-4:]}"
