"""What the editor warns of: an item that keeps its code but asks for something else, a language left behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Item, Pack
from qualitydesk.inspections.rules.editions import behind, changed_meanings
from qualitydesk.inspections.ui.standards.texts import language_name


def meaning_words(why: Sequence[str]) -> str:
    """That an item seems to have become another one, and by what."""
    names = {
        "kind": QCoreApplication.translate("Standards", "the kind of answer"),
        "limit": QCoreApplication.translate("Standards", "the limit"),
        "group": QCoreApplication.translate("Standards", "what it counts as"),
        "title": QCoreApplication.translate("Standards", "the wanted state"),
    }
    between = QCoreApplication.translate("Standards", ", ")
    return QCoreApplication.translate(
        "Standards",
        "Changed: {what}. Earlier findings under this code would be counted together with new ones. "
        "If it now asks for something else, give it a new code.",
    ).format(what=between.join(names[one] for one in why))


def behind_words(before: Item | None, now: Item) -> str:
    """Which texts of an item were changed in one language only."""
    fields = behind(before, now)
    if not fields:
        return ""
    languages = dict.fromkeys(field.rpartition(".")[2] for field in fields)
    between = QCoreApplication.translate("Standards", ", ")
    return QCoreApplication.translate("Standards", "Look at the {languages} text").format(
        languages=between.join(language_name(one) for one in languages)
    )


def warnings_of(base: Pack | None, now: Pack, language: str) -> list[str]:
    """One line for each item to be looked at before the edition is saved."""
    if base is None:
        return []
    earlier = {item.code: item for item in base.items}
    changed = changed_meanings(base, now)
    found = []
    for item in now.items:
        words = []
        if item.code in changed:
            words.append(QCoreApplication.translate("Standards", "asks for something else under the same code"))
        if told := behind_words(earlier.get(item.code), item):
            words.append(told)
        if words:
            line = QCoreApplication.translate("Standards", "{item}: {what}")
            what = QCoreApplication.translate("Standards", "; ").join(words)
            found.append(line.format(item=f"{item.code} {item.title[language]}", what=what))
    return found


def problem_words(language: str, code: str, values: dict[str, object]) -> str:
    """A problem of a draft in words."""
    return say(language, f"problem.{code}", **values)
