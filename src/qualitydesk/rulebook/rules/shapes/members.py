"""The rules on members described: tiers, contacts owed, benefits, points."""

from __future__ import annotations

from qualitydesk.rulebook.model.contacting import ContactWay, FestivalCalendar, SolarTerm, WithoutWord
from qualitydesk.rulebook.model.shapes import Field, Kind, Part, Rows, Shape
from qualitydesk.rulebook.model.tiers import TIER_CODES, Downgrade
from qualitydesk.rulebook.rules.contacting import GIFTS

_BENEFITS = ("health_check", "dental_cleaning", "birthday_gift", "visit", "meeting", "event")
_KINDS = ("treatment", "examination", "medicine", "goods", "annual_fee", "prepayment", "other")
_FIRSTS = tuple(f"{month:02}-01" for month in range(1, 13))
_MOST_FEN = 10**13
_MOST_MONTHS = 120
_YEAR = 366


def _tiers_of(key: str, label: str, *, may_lack: bool = False) -> Field:
    return Field(key, Kind.CHOICES, label, choices=TIER_CODES, words="tier.name", may_lack=may_lack, absent=())


def _way(key: str) -> Field:
    return Field(key, Kind.CHOICE, "contact_way", choices=tuple(ContactWay), words="contact.way")


TIERS: Shape = (
    Part(
        "",
        (),
        (
            Field("guarantee_months", Kind.WHOLE, "guarantee_months", high=_MOST_MONTHS, unit="months"),
            Field("grace_months", Kind.WHOLE, "grace_months", high=_MOST_MONTHS, unit="months"),
            Field("downgrade", Kind.CHOICE, "downgrade", choices=tuple(Downgrade), words="rule.downgrade"),
            Field("guarantee_after_downgrade", Kind.YES, "guarantee_after_downgrade"),
            Field("review_days", Kind.CHOICES, "review_days", choices=_FIRSTS, words="rule.first_of"),
            Field("at_risk_days", Kind.WHOLE, "at_risk_days", high=_YEAR, unit="calendar_days"),
            Field("pyramid_share_percent", Kind.PERCENT, "pyramid_share_percent", low=1, high=99),
        ),
    ),
    Rows(
        "tiers",
        "rule.part.tiers",
        (
            Field("threshold", Kind.MONEY, "tier_threshold", high=_MOST_FEN),
            Field("months", Kind.WHOLE, "tier_months", low=1, high=_MOST_MONTHS, unit="months", may_lack=True),
            Field("assets", Kind.MONEY, "tier_assets", high=_MOST_FEN, may_lack=True, absent=0),
            Field("share_low", Kind.PERCENT, "tier_share_low", high=100),
            Field("share_high", Kind.PERCENT, "tier_share_high", high=100),
        ),
        TIER_CODES,
        "tier.name",
        ("normal",),
    ),
)

CONTACTS: Shape = (
    Part(
        "",
        (),
        (
            Field("message_from", Kind.WHOLE, "message_from", high=23, unit="o_clock"),
            Field("message_until", Kind.WHOLE, "message_until", low=1, high=24, unit="o_clock"),
            Field("most_messages", Kind.WHOLE, "most_messages", low=1, high=99, unit="messages"),
            Field("most_days", Kind.WHOLE, "most_days", low=1, high=_YEAR, unit="calendar_days"),
            Field("stays_days", Kind.WHOLE, "stays_days", high=_YEAR, unit="calendar_days"),
            Field(
                "without_word", Kind.CHOICE, "without_word", choices=tuple(WithoutWord), words="contact.without_word"
            ),
            _tiers_of("tiers", "contact_tiers"),
            Field("weekly.weekday", Kind.CHOICE, "weekly_weekday", choices=tuple(range(8)), words="contact.weekday"),
            Field("seasons.terms", Kind.CHOICES, "season_terms", choices=tuple(SolarTerm), words="solar_term"),
        ),
    ),
    Rows(
        "plan",
        "rule.part.plan",
        (
            Field("after_days", Kind.WHOLE, "after_days", high=_YEAR, unit="calendar_days", may_lack=True, absent=0),
            Field("after_months", Kind.WHOLE, "after_months", high=120, unit="months", may_lack=True, absent=0),
            _way("way"),
        ),
        ("first_day", "first_month", "third_month"),
        "contact.plan",
    ),
    Rows(
        "festivals",
        "rule.part.festivals",
        (
            Field(
                "calendar", Kind.CHOICE, "festival_calendar", choices=tuple(FestivalCalendar), words="birthday_calendar"
            ),
            Field("month", Kind.WHOLE, "festival_month", low=1, high=12, unit="of_months"),
            Field("day", Kind.WHOLE, "festival_day", low=1, high=31, unit="day_of_month"),
        ),
        ("spring_festival", "dragon_boat", "mid_autumn", "double_ninth", "christmas"),
        "contact.festival",
    ),
    Part(
        "birthday",
        ("rule.part.birthday",),
        (
            _way("way"),
            _tiers_of("family", "birthday_family", may_lack=True),
            *(
                Field(
                    f"gifts.{tier}", Kind.CHOICE, "birthday_gift", {"tier": f"tier.name.{tier}"},
                    choices=GIFTS, words="contact.gift", may_lack=True,
                )
                for tier in TIER_CODES
            ),
        ),
    ),
)  # fmt: skip

BENEFITS: Shape = (
    Rows(
        "yearly",
        "rule.part.benefits",
        tuple(
            Field(one, Kind.WHOLE, f"benefit_{one}", high=_YEAR, unit="times", may_lack=True, absent=0)
            for one in _BENEFITS
        ),
        TIER_CODES,
        "tier.name",
    ),
)

MEMBER_POINTS: Shape = (
    Part(
        "",
        (),
        (
            Field("fen_per_point", Kind.MONEY, "member_fen_per_point", low=1, high=100_000_000),
            Field("valid_months", Kind.WHOLE, "valid_months", low=1, high=_MOST_MONTHS, unit="months"),
            Field("earning_kinds", Kind.CHOICES, "earning_kinds", choices=_KINDS, words="purchase_kind"),
            _tiers_of("redeeming_tiers", "redeeming_tiers"),
        ),
    ),
)
