"""Trends: visitor counts, sums by month and week, saved views, marks on charts; sums of what is there already."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0033"
down_revision = "0032"

_KEY = ("span", "kind", "first", "item_code", "department", "department_id", "institution_id")


def upgrade() -> None:
    op.create_table(
        "answer_sums",
        sa.Column("span", Word(5), nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("first", Day, nullable=False),
        sa.Column("item_code", Word(40), nullable=False),
        sa.Column("department", Word(40), nullable=False),
        sa.Column("department_id", Id, nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("inspected", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint(*_KEY, name="pk_answer_sums"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "visitor_counts",
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("month", Day, nullable=False),
        sa.Column("visitors", sa.Integer, nullable=False),
        sa.Column("entered_at", Moment, nullable=False),
        sa.Column("entered_by", Id),
        sa.PrimaryKeyConstraint("institution_id", "month", name="pk_visitor_counts"),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institutions.id"], name="fk_visitor_counts_institution_id_institutions"
        ),
        sa.ForeignKeyConstraint(["entered_by"], ["employees.id"], name="fk_visitor_counts_entered_by_employees"),
    )
    op.create_table(
        "trend_views",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.Column("wanted", Json, nullable=False),
        sa.Column("kept_at", Moment, nullable=False),
        sa.Column("kept_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_trend_views"),
        sa.UniqueConstraint("name", name="uq_trend_views_name"),
        sa.ForeignKeyConstraint(["kept_by"], ["employees.id"], name="fk_trend_views_kept_by_employees"),
    )
    op.create_table(
        "trend_marks",
        sa.Column("id", Id, nullable=False),
        sa.Column("kind", Word(12), nullable=False),
        sa.Column("chart", Word(20), nullable=False),
        sa.Column("institution_id", Id),
        sa.Column("first", Day, nullable=False),
        sa.Column("last", Day, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("made_by", Id),
        sa.Column("dropped_at", Moment),
        sa.Column("dropped_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_trend_marks"),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institutions.id"], name="fk_trend_marks_institution_id_institutions"
        ),
        sa.ForeignKeyConstraint(["made_by"], ["employees.id"], name="fk_trend_marks_made_by_employees"),
        sa.ForeignKeyConstraint(["dropped_by"], ["employees.id"], name="fk_trend_marks_dropped_by_employees"),
    )
    op.create_index("ix_trend_marks_first", "trend_marks", ["first"])
    _count()


def _count() -> None:
    """The sums of all rounds finished until now, as `inspections.store.sums` counts them."""
    bind = op.get_bind()
    zone = ZoneInfo("Asia/Shanghai")
    nowhere = UUID(int=0)
    upheld = {tuple(row) for row in bind.execute(_findings())}
    overruled = {(row.stop_id, row.item_code): row for row in bind.execute(_corrections())}
    inspected: Counter[tuple[Any, ...]] = Counter()
    failed: Counter[tuple[Any, ...]] = Counter()

    def count(row: Any, verdict: str | None, at: Any) -> None:
        if verdict is None or verdict == "not_applicable":
            return
        day = at.astimezone(zone).date()
        for span, first in (("month", day.replace(day=1)), ("week", day - timedelta(days=day.weekday()))):
            for kind in ("", row.kind):
                key = (
                    span,
                    kind,
                    first,
                    row.item_code,
                    row.department,
                    row.department_id or nowhere,
                    row.institution_id,
                )
                inspected[key] += 1
                failed[key] += verdict == "fail" and (row.stop_id, row.item_code) not in upheld

    for row in bind.execute(_answers()):
        changed = overruled.pop((row.stop_id, row.item_code), None)
        count(row, row.verdict if changed is None else json.loads(changed.given)["verdict"], row.answered_at)
    for row in overruled.values():
        count(row, json.loads(row.given)["verdict"], row.finished_at)
    rows = [
        {**dict(zip(_KEY, key, strict=True)), "inspected": number, "failed": failed[key]}
        for key, number in inspected.items()
    ]
    kinds: tuple[Any, ...] = (Word(5), Word(20), Day(), Word(40), Word(40), Id(), Id())
    typed: list[sa.ColumnClause[Any]] = [sa.column(name, kind) for name, kind in zip(_KEY, kinds, strict=True)]
    sums = sa.table("answer_sums", *typed, sa.column("inspected", sa.Integer), sa.column("failed", sa.Integer))
    for at in range(0, len(rows), 10_000):
        bind.execute(sa.insert(sums), rows[at : at + 10_000])


_ROUNDS = sa.table(
    "rounds", sa.column("id", Id()), sa.column("state", Word()), sa.column("kind", Word()),
    sa.column("institution_id", Id()), sa.column("finished_at", Moment()),
)  # fmt: skip
_STOPS = sa.table(
    "stops",
    sa.column("id", Id()),
    sa.column("round_id", Id()),
    sa.column("department", Word()),
    sa.column("department_id", Id()),
)


def _walked(table: Any, *columns: Any) -> Any:
    return (
        sa.select(*columns, _STOPS.c.department, _STOPS.c.department_id, _ROUNDS.c.institution_id, _ROUNDS.c.kind)
        .select_from(_STOPS)
        .join(_ROUNDS, _ROUNDS.c.id == _STOPS.c.round_id)
        .join(table, table.c.stop_id == _STOPS.c.id)
        .where(_ROUNDS.c.state == "finished")
    )


def _answers() -> Any:
    given = sa.table(
        "answers", sa.column("stop_id", Id()), sa.column("item_code", Word()), sa.column("verdict", Word()),
        sa.column("answered_at", Moment()),
    )  # fmt: skip
    return _walked(given, *given.c)


def _corrections() -> Any:
    given = sa.table(
        "corrections", sa.column("stop_id", Id()), sa.column("item_code", Word()), sa.column("given", sa.Text),
        sa.column("position", sa.Integer),
    )  # fmt: skip
    return _walked(given, *given.c, _ROUNDS.c.finished_at).order_by(given.c.position)


def _findings() -> Any:
    found = sa.table(
        "findings", sa.column("stop_id", Id()), sa.column("item_code", Word()), sa.column("standing", Word())
    )
    return sa.select(found.c.stop_id, found.c.item_code).where(found.c.standing == "disputed")
