"""Editors that hold a value instead of a text: one of many by typing, a day, a moment, an amount, several of many."""

from qualitydesk.kit.pickers.amounts import MoneyBox, NumberBox, inset_text
from qualitydesk.kit.pickers.choices import Choice, Picker
from qualitydesk.kit.pickers.days import DayPicker, MomentPicker
from qualitydesk.kit.pickers.many import ManyPicker, cut_long_lines
from qualitydesk.kit.pickers.many_button import ManyButton

__all__ = [
    "Choice",
    "DayPicker",
    "ManyButton",
    "ManyPicker",
    "MomentPicker",
    "MoneyBox",
    "NumberBox",
    "Picker",
    "cut_long_lines",
    "inset_text",
]
