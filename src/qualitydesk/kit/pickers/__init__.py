"""Editors that hold a value instead of a text: one of many by typing, a day, a moment, an amount, several of many."""

from qualitydesk.kit.pickers.amounts import MoneyBox, NumberBox, inset_text
from qualitydesk.kit.pickers.choices import Choice, ManyPicker, Picker
from qualitydesk.kit.pickers.days import DayPicker, MomentPicker

__all__ = ["Choice", "DayPicker", "ManyPicker", "MomentPicker", "MoneyBox", "NumberBox", "Picker", "inset_text"]
