"""What the last steps of a slip keep: its explanation as a paper, and whether what a notice told of it still holds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Id, Json, Moment

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """New columns; of slips in a notice what it told is filled in, and those it no longer holds of wait since then."""
    for column in (
        sa.Column("appendix_paper_id", Id),
        sa.Column("notice_told", Json),
        sa.Column("correction_since", Moment),
        sa.Column("correction_paper_id", Id),
    ):
        op.add_column("slips", column)
    op.create_index("ix_slips_correction_since_id", "slips", ["correction_since", "id"])
    _fill()


_SLIPS = sa.table(
    "slips",
    sa.column("id", Id),
    sa.column("state", sa.Text),
    sa.column("state_since", Moment),
    sa.column("withdrawn_at", Moment),
    sa.column("notice_paper_id", Id),
    sa.column("notice_told", Json),
    sa.column("correction_since", Moment),
)
_PAYMENTS = sa.table(
    "slip_payments", sa.column("slip_id", Id), sa.column("position", sa.Integer), sa.column("amount", sa.Integer)
)
_APPEALS = sa.table(
    "slip_appeals",
    sa.column("slip_id", Id),
    sa.column("recorded_at", Moment),
    sa.column("outcome", sa.Text),
    sa.column("before", Json),
)
_PAPERS = sa.table("papers", sa.column("id", Id), sa.column("issued_at", Moment))


def _fill() -> None:
    """A slip is published with the sums that stand then; one whose appeal came later was told with those before it."""
    bind = op.get_bind()
    published = (
        sa.select(_SLIPS, _PAPERS.c.issued_at, _APPEALS.c.recorded_at, _APPEALS.c.outcome, _APPEALS.c.before)
        .join(_PAPERS, _PAPERS.c.id == _SLIPS.c.notice_paper_id)
        .outerjoin(_APPEALS, _APPEALS.c.slip_id == _SLIPS.c.id)
    )
    for row in bind.execute(published).all():
        sums = sa.select(_PAYMENTS.c.amount).where(_PAYMENTS.c.slip_id == row.id).order_by(_PAYMENTS.c.position)
        told = list(bind.execute(sums).scalars())
        since = row.withdrawn_at or row.state_since if row.state == "withdrawn" else None
        if row.outcome == "reduced" and row.recorded_at > row.issued_at:
            told, since = list(row.before), since or row.state_since
        change = sa.update(_SLIPS).where(_SLIPS.c.id == row.id).values(notice_told=told, correction_since=since)
        bind.execute(change)
