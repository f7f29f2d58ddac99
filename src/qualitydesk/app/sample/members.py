"""Invented members in their thousands with all they bought: shares by what they spend as a group of clinics hopes for,
refunds, institutions, names with rare characters among them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.sample.people import Staffed, read
from qualitydesk.basics.clock import DEFAULT_ZONE, local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.money import yuan
from qualitydesk.directory.model import Sex
from qualitydesk.members.model.points import GiftDraft
from qualitydesk.members.model.purchases import PurchaseDraft, PurchaseKind, WholeMember

_RANGES = ("1990001", "1990002", "1990003")
"""Where their telephones begin: of ranges nobody is given."""
_OPENS = time(10)


@dataclass(frozen=True)
class Habit:
    """How a sort of member spends: `share` of all in a hundred; between `least` and `most` yuan in the last `days`
    days, in about `bills` bills."""

    share: float
    least: int
    most: int
    days: int
    bills: int


HABITS = (
    Habit(1.5, 1_060_000, 2_400_000, 700, 20),
    Habit(6.5, 520_000, 930_000, 520, 14),
    Habit(25.0, 210_000, 460_000, 350, 9),
    Habit(67.0, 400, 150_000, 700, 6),
)
_KINDS = (
    (PurchaseKind.TREATMENT, 62), (PurchaseKind.EXAMINATION, 10), (PurchaseKind.MEDICINE, 8), (PurchaseKind.GOODS, 12),
    (PurchaseKind.ANNUAL_FEE, 3), (PurchaseKind.PREPAYMENT, 5),
)  # fmt: skip
_REFUNDED = 0.025  # of the bills
_STILL_PROPOSED = 18  # tiers nobody has decided on yet


class ManyMembers:
    """Makes them and writes them in one go."""

    def __init__(self, past: Services, random: Random, made: Staffed, language: str, now: datetime) -> None:
        self._past = past
        self._random = random
        self._made = made
        self._today = local_day(now)
        self._zone = ZoneInfo(DEFAULT_ZONE)
        self._homes = list(made.institutions.items())
        self._serials: dict[tuple[UUID, date], int] = {}
        self._language = language
        self._words = read("customers")
        names = read("names")
        self._surnames, self._rare = names["surnames"], names["rare_given"]
        self._given = {Sex.FEMALE: names["given"]["female"], Sex.MALE: names["given"]["male"]}
        kinds, weights = zip(*_KINDS, strict=True)
        self._kinds, self._weights = list(kinds), list(weights)

    def fill(self, count: int) -> None:
        """Write this many."""
        self._past.purchases.take_over(self.members(count), self._made.by)
        if count:
            self._confirm_tiers()
            self._gifts()
            self._benefits()

    def _confirm_tiers(self) -> None:
        """Who spent enough holds her tier; the last few proposals still wait for somebody."""
        tiers = self._past.tiers
        proposed = tiers.proposal_ids()
        tiers.confirm(proposed[: -min(_STILL_PROPOSED, len(proposed) // 4) or None], self._made.by)

    def _gifts(self) -> None:
        """What points can buy, most of it in stock; some members have been to fetch theirs."""
        points, by = self._past.member_points, self._made.by
        made = []
        for gift in self._words["gifts"]:
            draft = GiftDraft(gift[self._language], gift["points"])
            made.append(points.save_gift(draft, by).value)
            if gift["stock"]:
                points.take_in(made[-1], gift["stock"], "", by)
        for line in self._past.purchases.lines(limit=40):
            if line.amount > yuan(20_000):
                with suppress(Refused):  # she may have fewer points than one costs
                    points.redeem(line.customer_id, self._random.choice(made[:-1]), 1, by)

    def _benefits(self) -> None:
        """A few of this year, some of them used."""
        benefits, by = self._past.benefits, self._made.by
        spenders = dict.fromkeys(line.customer_id for line in self._past.purchases.lines(limit=60, sort="amount"))
        for customer in list(spenders)[:20]:
            offer = benefits.offer(customer)
            if offer.own is None or offer.own not in offer.tiers:
                continue
            benefits.grant_year(customer, offer.own, by)
            for grant in benefits.of_year(customer):
                if self._random.random() < 0.4:
                    first = date(grant.year, 1, 1)
                    past = max(1, (self._today - first).days)
                    benefits.use(grant.id, first + timedelta(days=self._random.randrange(past)), "", by)

    def members(self, count: int) -> list[WholeMember]:
        """This many, the longest known first."""
        endings = self._random.sample(range(len(_RANGES) * 10_000), count)
        found = [self._member(f"{_RANGES[one // 10_000]}{one % 10_000:04d}") for one in endings]
        found.sort(key=lambda member: (member.added_at, member.telephones))
        return found

    def _member(self, telephone: str) -> WholeMember:
        random = self._random
        sex = Sex.FEMALE if random.random() < 0.78 else Sex.MALE
        code, home = self._homes[min(int(random.random() ** 1.6 * len(self._homes)), len(self._homes) - 1)]
        (habit,) = random.choices(HABITS, [one.share for one in HABITS])
        bills = sorted(self._bills(habit, code, home), key=lambda one: (one.day, one.refund))
        joined = datetime.combine(bills[0].day or self._today, _OPENS, self._zone)
        return WholeMember(self._name(sex), sex, (telephone,), home, "", joined, tuple(bills))

    def _bills(self, habit: Habit, code: str, home: UUID) -> Iterator[PurchaseDraft]:
        """What was spent, split over the days; now and then some of it is given back."""
        random = self._random
        count = max(1, round(habit.bills * random.uniform(0.5, 1.5)))
        spent = habit.least + (habit.most - habit.least) * random.random() ** 2
        parts = [random.random() ** 2 + 0.05 for _ in range(count)]
        whole = sum(parts)
        for part in parts:
            day = self._today - timedelta(days=random.randrange(1, habit.days))
            elsewhere = random.random() < 0.08
            there, where = random.choice(self._homes) if elsewhere else (code, home)
            (kind,) = random.choices(self._kinds, self._weights)
            amount = max(yuan(10), int(yuan(round(spent)) * part / whole) // 1000 * 1000)
            bought = PurchaseDraft(
                None, where, day, kind, amount, self._number(there, where, day), id=new_id()
            )  # fmt: skip
            yield bought
            if random.random() < _REFUNDED:
                back = min(self._today - timedelta(days=1), day + timedelta(days=random.randrange(30)))
                given = max(yuan(1), int(amount * random.uniform(0.02, 0.1)) // 100 * 100)
                yield PurchaseDraft(
                    None, where, back, kind, given, self._number(there, where, back), refund=True,
                    refund_of=bought.id, id=new_id(),
                )  # fmt: skip

    def _number(self, code: str, where: UUID, day: date) -> str:
        """SF-QQ-260301-0007, as the till's program gives them."""
        serial = self._serials[where, day] = self._serials.get((where, day), 0) + 1
        return f"SF-{code}-{day:%y%m%d}-{serial:04d}"

    def _name(self, sex: Sex) -> str:
        """As people bear them: a few surnames far more often, given names of two characters put together anew, a rare
        character in one of a hundred."""
        random, given = self._random, self._given[sex]
        (kind,) = random.choices(("common", "rare", "compound"), (92, 6, 2))
        surnames = self._surnames[kind]
        surname = surnames[int(random.random() ** 1.7 * len(surnames))]
        drawn = random.random()
        if drawn < 0.01:
            return f"{surname}{random.choice(self._rare)}"
        if drawn < 0.4:
            return f"{surname}{random.choice(given)}"
        return f"{surname}{random.choice(given)[0]}{random.choice(given)[-1]}"
