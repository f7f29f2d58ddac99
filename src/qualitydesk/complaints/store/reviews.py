"""Reviews of months as rows, one a month."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from qualitydesk.complaints.model.month import MonthReview
from qualitydesk.complaints.store.tables import case_month_reviews
from qualitydesk.directory.store import employees


def review_of(connection: Connection, month: date) -> MonthReview | None:
    """The review of the month that begins on a day, if there was one."""
    c = case_month_reviews.c
    query = (
        select(c.month, c.reviewed_on, c.reviewed_by, employees.c.name, c.words)
        .join(employees, employees.c.id == c.reviewed_by)
        .where(c.month == month)
    )
    row = connection.execute(query).one_or_none()
    return MonthReview(*row) if row is not None else None


def put_review(connection: Connection, review: MonthReview, now: datetime) -> None:
    """In the place of the one before."""
    connection.execute(delete(case_month_reviews).where(case_month_reviews.c.month == review.month))
    connection.execute(
        insert(case_month_reviews).values(
            month=review.month,
            reviewed_on=review.reviewed_on,
            reviewed_by=review.reviewed_by,
            recorded_at=now,
            words=review.words,
        )
    )
