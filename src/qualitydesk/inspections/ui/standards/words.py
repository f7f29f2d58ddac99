"""Words of packs and items: what a pack measures, where an item comes from, who acts and what is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Item, Pack
from qualitydesk.inspections.rules.sources import source_words
from qualitydesk.inspections.ui.words import aimed_at, kind_words


def target_words(pack: Pack, post_names: Mapping[str, str], language: str) -> str:
    """What is looked at: places, or which people."""
    if pack.target == "place":
        return QCoreApplication.translate("Standards", "Places")
    return aimed_at(pack.sex, pack.posts, post_names, language)


def cut_off_words(item: Item, language: str) -> str:
    """That the source breaks off here, and how."""
    return (item.cut_off or {}).get(language) or QCoreApplication.translate("Standards", "The source breaks off here.")


def facts_of(item: Item, aim: Callable[[Item], str], language: str) -> list[tuple[str, str]]:
    """Everything about an item besides its texts, as (label, value)."""
    seasons = {
        "summer": QCoreApplication.translate("Standards", "Summer"),
        "winter": QCoreApplication.translate("Standards", "Winter"),
    }
    critical = (
        QCoreApplication.translate("Standards", "Yes: a fail fails the whole")
        if item.critical
        else QCoreApplication.translate("Standards", "No")
    )
    found = [
        (QCoreApplication.translate("Standards", "Answer"), kind_words(item, language)),
        (QCoreApplication.translate("Standards", "Weight"), str(item.weight)),
        (QCoreApplication.translate("Standards", "Critical"), critical),
        (QCoreApplication.translate("Standards", "Gravity"), say(language, f"gravity.{item.gravity.value}")),
        (QCoreApplication.translate("Standards", "Counts as"), say(language, f"item_group.{item.group.value}")),
        (QCoreApplication.translate("Standards", "For whom"), aim(item)),
    ]
    if item.season:
        found.append((QCoreApplication.translate("Standards", "Season"), seasons[item.season]))
    if item.actor:
        found.append((QCoreApplication.translate("Standards", "Who acts"), item.actor[language]))
    if item.words:
        found.append((QCoreApplication.translate("Standards", "What is said"), item.words[language]))
    if item.replaces:
        found.append((QCoreApplication.translate("Standards", "In place of"), ", ".join(item.replaces)))
    found.append((QCoreApplication.translate("Standards", "Code"), item.code))
    found.append((QCoreApplication.translate("Standards", "Source"), source_words(item.source, language)))
    if item.cut_off is not None:
        found.append((QCoreApplication.translate("Standards", "Note"), cut_off_words(item, language)))
    return found
