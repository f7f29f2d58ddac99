"""What a tier's card says of what keeps the tier."""

from __future__ import annotations

from datetime import date

import pytest
from tests.members.conftest import Clinic
from tests.members.tiering import WAN, Tills, tills_of

from qualitydesk.members.ui.tier_words import line_card


@pytest.fixture
def tills(clinic: Clinic) -> Tills:
    return tills_of(clinic)


def test_what_keeps_a_tier_is_told_with_the_day_what_counts_then_and_the_grace(tills: Tills) -> None:
    who = tills.member()
    tills.buy(who, 60 * WAN, date(2026, 11, 10))  # far above the line of a silver one, today
    tills.confirm_all()
    line = tills.line(who)
    assert line.falls_on is not None and line.keep_missing and line.keep_from is not None
    card = line_card(line, "zh")
    (keep,) = [one for one in card.lines if "为保级" in one.label]
    assert line.falls_on.isoformat() in keep.label and line.keep_from.isoformat() in keep.note
    assert "¥0.00" in keep.note and keep.value == "¥500,000.00"
    (falls,) = [one for one in card.lines if "预计降级" in one.label]
    assert line.fails_on is not None and (line.fails_on.month, line.fails_on.day) in ((1, 1), (7, 1))
    assert f"{line.fails_on.isoformat()} 复核不达标起宽限" in falls.note
