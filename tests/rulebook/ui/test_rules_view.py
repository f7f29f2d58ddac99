"""The rulebook on screen: editions, clauses with their sums, values with their marks."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.kit.inline import InlineOperations
from tests.rulebook.shipped_rules import edition

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.rulebook.rules.reading import leaves_of
from qualitydesk.rulebook.rules.wording import value_rows
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.ui.rules_view import RulesPage
from qualitydesk.rulebook.ui.words import clause_rows
from qualitydesk.storage.database import Database


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", ["ladder", "score", "appeal", "approval"])
def test_every_value_has_its_name_and_words(rule: str, language: str) -> None:
    shipped = edition(rule)
    rows = value_rows(shipped, language)
    assert {row.path for row in rows} == set(leaves_of(shipped.values))
    for row in rows:
        assert row.name != row.path.rsplit(".", 1)[-1], row.path
        assert row.value not in ("own", "same", "one", "each", "group", "item", "True", "False"), row.path
        assert row.ours is shipped.is_ours(row.path)


def test_the_clauses_of_the_ladder_carry_their_sums() -> None:
    texts = [row.text for row in clause_rows(edition("ladder"), "zh")]
    assert len(texts) == 8
    assert any("50元或100元" in text for text in texts)
    assert any("追溯12个月" in text for text in texts)


def test_the_page_shows_every_edition_and_what_the_newest_says(
    qtbot: QtBot, sqlite_database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    rulebook = Rulebook(sqlite_database, clock)
    rulebook.adopt_shipped(By.alone(None))
    first = rulebook.editions("appeal")[0]
    rulebook.publish("appeal", {"days": 10}, first.texts, date(2026, 12, 1), By.alone(None))
    operations = InlineOperations()
    tools = Tools(operations, Prompts("zh"), WindowPlaces(SettingsFile(tmp_path / "s.json")), "zh")  # type: ignore[arg-type]
    page = RulesPage(tools, rulebook)
    qtbot.addWidget(page)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in (page.editions, page.values)]
    with qtbot.waitExposed(page):
        page.show()
    shown = [(one.rule, one.number) for one in page.editions.all_rows()]
    assert shown == [
        *(("ladder", 1), ("score", 1), ("appeal", 2), ("appeal", 1)),
        *(
            (rule, 1)
            for rule in (
                *("approval", "leading", "measures", "disputes", "steps", "severity", "clocks", "case_month"),
                *("points", "rewards", "settlement"),
            )
        ),
    ]
    assert any("50元或100元" in label.text() for label in page.findChildren(QLabel))
    page.edition_table.selectRow(2)
    ((days, ours),) = [(row.value, row.ours) for row in page.values.all_rows()]
    assert (days, ours) == ("10", False)  # what the group set itself is no longer our choice
    assert len(testers) == 2


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", ["clocks", "steps", "severity"])
def test_every_value_of_the_rules_on_complaints_is_said_in_words(rule: str, language: str) -> None:
    for row in value_rows(edition(rule), language):
        assert not re.search(r"[a-z]+_[a-z]+|[a-z]\.[a-z]", f"{row.scope} {row.name} {row.value}")
        assert row.name
