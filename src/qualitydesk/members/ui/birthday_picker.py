"""A birthday by the ordinary or the lunar calendar, picked part by part; the day it is kept this year stands below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualitydesk.basics import lunar
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import hbox, label, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.members.model.profile import Birthday, Calendar
from qualitydesk.members.rules.birthdays import kept_in, lunar_day_words, month_words, next_kept, problems_in_birthday

_LONGEST = 31


class BirthdayPicker(QWidget):
    """Calendar, year (may stay empty), month with the leap month behind the one it repeats, day.

    Signals: `picked(Birthday or None)` when it changed. What is picked half is told by `untaken`.
    """

    picked = Signal(object)

    def __init__(
        self, language: str, today: date, birthday: Birthday | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._today = today
        self._beside: Callable[[str], object] = lambda _words: None
        self.calendar = Picker(
            [Choice(Calendar.SOLAR, self.tr("Solar")), Choice(Calendar.LUNAR, self.tr("Lunar"))],
            optional=True,
            placeholder=self.tr("Not known"),
        )
        years = [Choice(year, str(year)) for year in range(today.year, lunar.FIRST - 1, -1)]
        self.year = Picker(years, optional=True, placeholder=self.tr("Year"))
        self.month = Picker(optional=True, placeholder=self.tr("Month"))
        self.day = Picker(optional=True, placeholder=self.tr("Day"))
        names = (self.tr("Calendar"), self.tr("Year of birth, may stay empty"), self.tr("Month"), self.tr("Day"))
        pickers = (self.calendar, self.year, self.month, self.day)
        for picker, name, width in zip(pickers, names, (12, 11, 14, 11), strict=True):
            picker.setAccessibleName(name)
            picker.setToolTip(name)
            picker.setMinimumContentsLength(4)
            picker.setMinimumWidth(width * GRID)
            picker.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = label("", "hint", wrap=True)
        row = hbox(*pickers, None, gap=GRID)
        self.setLayout(vbox(row, self.words, gap=GRID // 4))
        self.setFocusProxy(self.calendar)
        self.set_birthday(birthday)
        for picker in pickers:
            picker.picked.connect(self._changed)

    def birthday(self) -> Birthday | None:
        """What is picked; None when nothing is, or not all of calendar, month and day."""
        calendar, month, day = self._calendar(), self._month(), self.day.chosen()
        if calendar is None or month is None or not isinstance(day, int):
            return None
        return Birthday(calendar, month[0], day, month[1], self._year())

    def set_birthday(self, birthday: Birthday | None) -> None:
        self.calendar.choose(birthday.calendar if birthday else None)
        self.year.choose(birthday.year if birthday else None)
        self._offer()
        self.month.choose(_key(birthday.month, birthday.leap) if birthday else None)
        self._offer_days()
        self.day.choose(birthday.day if birthday else None)
        self._say()

    def say_beside(self, listener: Callable[[str], object]) -> None:
        """Where what is missing is said."""
        self._beside = listener

    def untaken(self) -> str:
        """What is still to be picked of a birthday begun; "" when it is whole, or there is none."""
        parts = (self._calendar(), self._month(), self.day.chosen())
        begun = any(part is not None for part in (*parts, self._year()))
        words = self.tr("Pick calendar, month and day, or leave all empty.") if begun and None in parts else ""
        if words:
            self._beside(words)
        return words

    def _calendar(self) -> Calendar | None:
        found = self.calendar.chosen()
        return Calendar(str(found)) if found is not None else None

    def _year(self) -> int | None:
        found = self.year.chosen()
        return found if isinstance(found, int) else None

    def _month(self) -> tuple[int, bool] | None:
        found = self.month.chosen()
        return (found // 2, bool(found % 2)) if isinstance(found, int) else None

    def _changed(self, _key: object) -> None:
        self._offer()
        self._offer_days()
        self._say()
        self._beside("")
        self.picked.emit(self.birthday())

    def _offer(self) -> None:
        """The months of the calendar, and of the year where it is told."""
        chosen, year = self.month.chosen(), self._year()
        if self._calendar() is Calendar.LUNAR:
            leaps = range(1, lunar.MONTHS + 1) if year is None else (lunar.leap_month(year),)
            months = [(month, leap) for month in range(1, lunar.MONTHS + 1) for leap in (False, True)]
            offered = [
                Choice(_key(*one), month_words(*one, self._language), "", str(one[0]))
                for one in months
                if not one[1] or one[0] in leaps
            ]
        else:
            offered = [
                Choice(_key(month, False), f"{month:02}", "", str(month)) for month in range(1, lunar.MONTHS + 1)
            ]
        self.month.show_choices(offered)
        self._keep(self.month, chosen, [one.key for one in offered])

    def _offer_days(self) -> None:
        chosen, month, calendar = self.day.chosen(), self._month(), self._calendar() or Calendar.SOLAR
        possible = [
            day
            for day in range(1, _LONGEST + 1)
            if month is None
            or not problems_in_birthday(Birthday(calendar, month[0], day, month[1], self._year()), date.max)
        ]
        in_words = calendar is Calendar.LUNAR
        offered = [
            Choice(day, lunar_day_words(day, self._language) if in_words else f"{day:02}", "", str(day))
            for day in possible
            if not in_words or day <= lunar.LONGEST
        ]
        self.day.show_choices(offered)
        self._keep(self.day, chosen, [one.key for one in offered])

    @staticmethod
    def _keep(picker: Picker, chosen: object, offered: list[object]) -> None:
        picker.choose(chosen if chosen in offered else None)

    def _say(self) -> None:
        found = self.birthday()
        words = kept_words(found, self._today) if found is not None else ""
        self.words.setText(words)
        self.words.setVisible(bool(words))


def _key(month: int, leap: bool) -> int:
    """One number: Qt hands no pair back as it was given."""
    return 2 * month + leap


def kept_words(birthday: Birthday, today: date) -> str:
    """今年 2026-09-25 周五; where it is not kept this year, the next time."""
    this_year = QCoreApplication.translate("Birthdays", "This year on {days}")
    days = kept_days(birthday, today)
    if not days or kept_in(birthday, today.year):
        return this_year.format(days=days) if days else ""
    return QCoreApplication.translate("Birthdays", "Next on {day}").format(day=days)


def kept_days(birthday: Birthday, today: date) -> str:
    """The days of this year it is kept on; where there is none, the next."""
    days = kept_in(birthday, today.year)
    coming = None if days else next_kept(birthday, today)
    return ", ".join(day_long(day) for day in days or (coming,))
