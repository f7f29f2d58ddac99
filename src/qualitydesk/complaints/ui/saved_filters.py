"""Filters kept under a name on this computer: picked again from a list, replaced, forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import IntEnum, StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.complaints.model import CaseFilter, Channel, Lane, Level, Outcome, Stage, SubjectKind
from qualitydesk.complaints.ui.case_filters import is_narrowed
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox
from qualitydesk.kit.tools import Tools

_KEPT = "case_filters"  # under which name the settings keep them
_READ: Mapping[str, Callable[[Any], object]] = {
    "institution_id": UUID,
    "handler_id": UUID,
    "employee_id": UUID,
    "customer_id": UUID,
    "subject": SubjectKind,
    "outcome": Outcome,
    "lanes": lambda values: tuple(Lane(one) for one in values),
    "stages": lambda values: tuple(Stage(one) for one in values),
    "levels": lambda values: tuple(Level(one) for one in values),
    "channels": lambda values: tuple(Channel(one) for one in values),
    "received_from": date.fromisoformat,
    "received_to": date.fromisoformat,
    "closed_from": date.fromisoformat,
    "closed_to": date.fromisoformat,
}


class SavedFilters(QWidget):
    """Signals: `picked(CaseFilter)` a kept filter is wanted."""

    picked = Signal(object)

    def __init__(self, tools: Tools, wanted: Callable[[], CaseFilter], parent: QWidget | None = None) -> None:
        """`wanted()` is the filter that would be kept."""
        super().__init__(parent)
        self._tools = tools
        self._wanted = wanted
        self.list = Picker(optional=True, placeholder=self.tr("Saved filters"))
        self.list.setAccessibleName(self.tr("Saved filters"))
        self.list.setMinimumContentsLength(8)
        self.list.picked.connect(self._pick)
        self.keep = button("", "save", self._ask_name, role="quiet")
        self.drop = button("", "trash", self._ask_drop, role="quiet")
        for made, words in (
            (self.keep, self.tr("Save this filter under a name")),
            (self.drop, self.tr("Forget the saved filter")),
        ):
            made.setAccessibleName(words)
            made.setToolTip(words)
        self.setLayout(hbox(self.list, self.keep, self.drop))
        self._show(None)

    def follow(self) -> None:
        """The filter was changed by hand: is it one of those kept?"""
        now = self._wanted()
        found = next((name for name, kept in self._all().items() if kept == now), None)
        self._show(found)

    def names(self) -> list[str]:
        return sorted(self._all())

    def _all(self) -> dict[str, CaseFilter]:
        kept = self._tools.places.file.current.choices.get(_KEPT, {})
        if not isinstance(kept, dict):
            return {}
        return {str(name): filter_from(values) for name, values in kept.items() if isinstance(values, dict)}

    def _keep_all(self, kept: Mapping[str, CaseFilter]) -> None:
        file = self._tools.places.file
        file.change(choices={**file.current.choices, _KEPT: {name: plain_of(one) for name, one in kept.items()}})

    def _show(self, name: str | None) -> None:
        self.list.show_choices([Choice(one, one) for one in self.names()])
        self.list.choose(name)
        self.list.setVisible(bool(self.names()))
        self.drop.setVisible(name is not None)
        self.keep.setEnabled(is_narrowed(self._wanted()))

    def _pick(self, name: object) -> None:
        found = self._all().get(str(name))
        if found is not None:
            self.picked.emit(found)

    def _ask_name(self) -> None:
        self._tools.prompts.ask_text(
            self.window(),
            self.tr("Save the filter"),
            self.tr("Under which name? One of the same name is replaced."),
            text=str(self.list.chosen() or ""),
            yes=self.tr("Save"),
            then=self._keep,
        )

    def _keep(self, name: str) -> None:
        self._keep_all({**self._all(), name: self._wanted()})
        self._show(name)

    def _ask_drop(self) -> None:
        name = str(self.list.chosen() or "")
        self._tools.prompts.ask(
            self.window(),
            self.tr("Forget the filter"),
            self.tr('"{name}" will no longer be among the saved filters. No case is changed.').format(name=name),
            yes=self.tr("Forget"),
            then=lambda: self._forget(name),
        )

    def _forget(self, name: str) -> None:
        self._keep_all({kept: one for kept, one in self._all().items() if kept != name})
        self._show(None)


def plain_of(wanted: CaseFilter) -> dict[str, Any]:
    """A filter as the settings file keeps it: only what is set."""
    usual = CaseFilter()
    found = {one.name: getattr(wanted, one.name) for one in fields(CaseFilter)}
    return {name: _plain(value) for name, value in found.items() if value != getattr(usual, name)}


def filter_from(values: Mapping[str, Any]) -> CaseFilter:
    """The filter kept there; what cannot be read any more is left out."""
    known = {one.name for one in fields(CaseFilter)}
    read: dict[str, Any] = {}
    for name, value in values.items():
        if name not in known:
            continue
        try:
            read[name] = _READ[name](value) if name in _READ else value
        except (ValueError, TypeError, AttributeError):
            continue
    return CaseFilter(**read)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, IntEnum):
        return int(value)
    return value.value if isinstance(value, StrEnum) else value
