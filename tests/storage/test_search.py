"""What was written is found by any part of it, alike on both databases."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from qualitydesk.basics.ids import new_id
from qualitydesk.storage import search
from qualitydesk.storage.database import Database

TEXTS = {
    "王秀英投诉导医态度，要求退款。": 1,
    "张𬱖（138 1234 5678）来电：收费 ¥1,200.50 有误": 2,
    "The guide was rude; the patient asks for a REFUND.": 3,
    "等候四十分钟🙂无人接待": 4,
}


@pytest.fixture
def filled(database: Database) -> Database:
    with database.transaction() as connection:
        for words, number in TEXTS.items():
            search.write(connection, "case", UUID(int=number), [words, f"BJC2026110{number}"])
        search.write(connection, "member", UUID(int=99), ["退款会员"])
    return database


def found(database: Database, words: str, kind: str = "case") -> list[int]:
    with database.reading() as connection:
        hits = search.hits(connection, kind, words)
        return [] if hits is None else [row[0].int for row in connection.execute(hits)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("退", [1]), ("退款", [1]), ("要求退款", [1]), ("款退", []), ("求退", [1]), ("𬱖", [2]), ("张𬱖", [2]),
        ("5678", [2]), ("8", [2]), ("1381234", [2]), ("1,200.50", [2]), ("1200", []), ("¥1", [2]), ("。", [1]),
        ("refund", [3]), ("Rude;", [3]), ("guide was", [3]), ("ＲＥＦＵＮＤ", [3]), ("u", [3]), ("四十分钟", [4]),
        ("🙂无", [4]), ("🙂", [4]), ("2026110", [4, 3, 2, 1]), ("BJC20261103", [3]), ("BJC", [4, 3, 2, 1]),
        ("。BJC", []), ("", []), ("  ", []), ("%", []), ("_", []), ('"', []), ("'", []), ("OR", [3]), ("*", []),
        ("误", [2]), ("nothing", []),
    ],
)  # fmt: skip
def test_every_part_of_a_text_finds_it(filled: Database, words: str, expected: list[int]) -> None:
    if words == "OR":  # "for": an operator of FTS5 is a word like any other
        expected = [3]
    assert found(filled, words) == expected


def test_kinds_are_told_apart_and_a_text_written_anew_is_found_by_the_new_words_only(filled: Database) -> None:
    assert found(filled, "退款", "member") == [99]
    with filled.transaction() as connection:
        search.write(connection, "case", UUID(int=1), ["只要道歉"])
    assert found(filled, "退款") == [] and found(filled, "道歉") == [1]
    assert found(filled, "道歉")[0] == 1


def test_what_is_taken_away_or_rolled_back_is_found_no_more(filled: Database) -> None:
    with pytest.raises(ZeroDivisionError), filled.transaction() as connection:
        search.write(connection, "case", UUID(int=5), ["回滚的文字"])
        raise ZeroDivisionError
    assert found(filled, "回滚") == []
    with filled.transaction() as connection:
        connection.execute(search.search_texts.delete().where(search.search_texts.c.subject_id == UUID(int=4)))
    assert found(filled, "四十") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("患者投诉退款态度医院ab1。，！ "), min_size=1, max_size=30), st.data())
def test_any_stretch_of_any_text_is_found_on_both(database: Database, words: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    part = words[first : first + data.draw(st.integers(1, 6))]
    subject = new_id()
    with database.transaction() as connection:
        search.write(connection, "case", subject, [words])
    if search.folded(part):
        assert subject.int in found(database, part)


@pytest.mark.parametrize("words", ["退", "退款", "退款。", "等候", "没有"])
def test_a_list_is_narrowed_alike_whether_few_or_many_hold_the_words(
    database: Database, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = search.search_texts
    with database.transaction() as connection:
        for at in range(30):
            told = "要求退款。" if at % 3 else "等候太久，退还费用"
            search.write(connection, "case", UUID(int=at + 1), [told])
    answers = []
    for few in (1000, 0):
        monkeypatch.setattr(search, "FEW", few)
        with database.reading() as connection:
            query = select(texts.c.subject_id).where(search.holds(connection, "case", words, texts.c.subject_id))
            answers.append({row[0].int for row in connection.execute(query)})
    assert answers[0] == answers[1] == set(found(database, words))
