"""How customers are said on screens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Sex
from qualitydesk.members.model import CustomerLine


def sex_words(sex: Sex | None, language: str) -> str:
    """女, 男; not known: nothing."""
    return say(language, f"sex.{sex}") if sex is not None else ""


def short_words(line: CustomerLine) -> str:
    """王**  138****5678"""
    return f"{line.called}  {line.telephone}".strip()


def line_words(line: CustomerLine, language: str) -> str:
    """王**  138****5678 · 女 · 朝阳门诊 · GK000001, and whether staff are to take care."""
    parts = (sex_words(line.sex, language), line.institution, line.number, flag_words() if line.flagged else "")
    return joined(short_words(line), *parts)


def joined(*parts: str) -> str:
    """With a dot between what there is."""
    return " · ".join(part for part in parts if part)


def brief_words(line: CustomerLine) -> str:
    """王** GK000001"""
    return f"{line.called} {line.number}"


def flag_words() -> str:
    """The mark all staff see."""
    return QCoreApplication.translate("Customers", "Flagged")
