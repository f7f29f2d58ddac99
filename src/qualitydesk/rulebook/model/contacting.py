"""A typed view of the rule on contacts owed to members. Days and months count from the first purchase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ContactWay(StrEnum):
    """How a member is reached. Words: phrases `contact.way.<code>`."""

    MESSAGE = "message"
    CALL = "call"


class WithoutWord(StrEnum):
    """What holds for a member who has neither agreed nor declined. Words: phrases `contact.without_word.<code>`."""

    SEND = "send"
    ASK = "ask"


class FestivalCalendar(StrEnum):
    """By which calendar a festival comes round."""

    SOLAR = "solar"
    LUNAR = "lunar"


class SolarTerm(StrEnum):
    """The 24 solar terms in the order of the ordinary year. Words: phrases `solar_term.<code>`."""

    XIAOHAN = "xiaohan"
    DAHAN = "dahan"
    LICHUN = "lichun"
    YUSHUI = "yushui"
    JINGZHE = "jingzhe"
    CHUNFEN = "chunfen"
    QINGMING = "qingming"
    GUYU = "guyu"
    LIXIA = "lixia"
    XIAOMAN = "xiaoman"
    MANGZHONG = "mangzhong"
    XIAZHI = "xiazhi"
    XIAOSHU = "xiaoshu"
    DASHU = "dashu"
    LIQIU = "liqiu"
    CHUSHU = "chushu"
    BAILU = "bailu"
    QIUFEN = "qiufen"
    HANLU = "hanlu"
    SHUANGJIANG = "shuangjiang"
    LIDONG = "lidong"
    XIAOXUE = "xiaoxue"
    DAXUE = "daxue"
    DONGZHI = "dongzhi"


@dataclass(frozen=True)
class Planned:
    """A contact so long after the first purchase: in days or in months, the other being 0."""

    after_days: int
    after_months: int
    way: ContactWay


@dataclass(frozen=True)
class Festival:
    """A yearly day; of a lunar one day 30 falls on day 29 where the month has no thirtieth."""

    calendar: FestivalCalendar
    month: int
    day: int


@dataclass(frozen=True)
class ContactsRule:
    """What is owed when. `plan` by code; `weekday` ISO; `gifts` by tier; hours of the local day, the last excluded.

    `most_messages` general ones within `most_days`; a call not made stays on the list for `stays_days`; `tiers` that
    get the general messages, `family` those whose family's birthdays are kept.
    """

    plan: Mapping[str, Planned]
    weekday: int
    terms: tuple[SolarTerm, ...]
    festivals: Mapping[str, Festival]
    birthday_way: ContactWay
    gifts: Mapping[str, str] = field(default_factory=dict)
    family: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    message_from: int = 0
    message_until: int = 24
    most_messages: int = 99
    most_days: int = 7
    stays_days: int = 14
    without_word: WithoutWord = WithoutWord.SEND
