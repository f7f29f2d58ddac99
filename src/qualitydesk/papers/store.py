"""Rows of issued papers, written once, never changed; and of the letterheads papers are issued under."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Connection, Index, Integer, Row, Table, Text, select

from qualitydesk.papers.model import Letterhead, Paper, PaperLine
from qualitydesk.storage.base import Id, Json, Moment, Word, metadata, revision
from qualitydesk.storage.database import insert_row

papers = Table(
    "papers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Word(40), nullable=False),
    Column("number", Word(60), nullable=False),
    Column("subject_id", Id),
    Column("language", Word(8), nullable=False),
    Column("form_name", Word(60), nullable=False),
    Column("form", Json, nullable=False),
    Column("content", Json, nullable=False),
    Column("images", Json, nullable=False),
    Column("pdf", Word(64), nullable=False),
    Column("pages", Integer, nullable=False),
    Column("digest", Word(64), nullable=False),
    Column("check_code", Word(10), nullable=False),
    Column("missing", Text, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("issued_by", Id),
    Index(None, "subject_id", "issued_at"),
    Index(None, "number"),
)

_LINE: tuple[Column[Any], ...] = (
    papers.c.id,
    papers.c.kind,
    papers.c.number,
    papers.c.subject_id,
    papers.c.language,
    papers.c.pages,
    papers.c.check_code,
    papers.c.issued_at,
    papers.c.issued_by,
    papers.c.missing,
)


def add(connection: Connection, paper: Paper) -> None:
    """Keep a paper for good."""
    line = paper.line
    insert_row(
        connection,
        papers,
        id=line.id,
        kind=line.kind,
        number=line.number,
        subject_id=line.subject_id,
        language=line.language,
        form_name=paper.form_name,
        form=paper.form,
        content=paper.values,
        images=list(paper.images),
        pdf=paper.pdf,
        pages=line.pages,
        digest=paper.digest,
        check_code=line.check,
        missing=line.missing,
        issued_at=line.issued_at,
        issued_by=line.issued_by,
    )


def paper(connection: Connection, paper_id: UUID) -> Paper | None:
    """One paper with its content, or None."""
    row = connection.execute(select(papers).where(papers.c.id == paper_id)).first()
    return None if row is None else _paper(row)


def of_subject(connection: Connection, subject_id: UUID) -> list[PaperLine]:
    """The papers about one thing, newest first."""
    wanted = select(*_LINE).where(papers.c.subject_id == subject_id)
    return [_line(row) for row in connection.execute(wanted.order_by(papers.c.issued_at.desc(), papers.c.id.desc()))]


def by_number(connection: Connection, number: str) -> list[PaperLine]:
    """The papers that carry a number, newest first."""
    wanted = select(*_LINE).where(papers.c.number == number)
    return [_line(row) for row in connection.execute(wanted.order_by(papers.c.issued_at.desc(), papers.c.id.desc()))]


def all_papers(connection: Connection) -> Iterator[Paper]:
    """Every paper, a few at a time."""
    for row in connection.execute(select(papers).order_by(papers.c.id).execution_options(yield_per=100)):
        yield _paper(row)


def _line(row: Row[Any]) -> PaperLine:
    return PaperLine(
        id=row.id,
        kind=row.kind,
        number=row.number,
        subject_id=row.subject_id,
        language=row.language,
        pages=row.pages,
        check=row.check_code,
        issued_at=row.issued_at,
        issued_by=row.issued_by,
        missing=row.missing,
    )


def _paper(row: Row[Any]) -> Paper:
    return Paper(
        line=_line(row),
        form_name=row.form_name,
        form=row.form,
        values=row.content,
        images=tuple(row.images),
        pdf=row.pdf,
        digest=row.digest,
    )


letterheads = Table(
    "letterheads",
    metadata,
    Column("id", Id, primary_key=True),
    Column("owner_id", Id, nullable=False, unique=True),
    Column("of_group", Boolean, nullable=False),
    Column("name", Word(60), nullable=False),
    Column("line", Word(80), nullable=False),
    Column("address", Word(100), nullable=False),
    Column("telephone", Word(60), nullable=False),
    Column("logo", Word(64), nullable=False),
    revision(),
)


def letterheads_of(connection: Connection) -> list[Letterhead]:
    """Every letterhead."""
    return [_letterhead(row) for row in connection.execute(select(letterheads).order_by(letterheads.c.id))]


def letterhead_of(connection: Connection, owner_id: UUID) -> Letterhead | None:
    """The letterhead of one owner."""
    row = connection.execute(select(letterheads).where(letterheads.c.owner_id == owner_id)).first()
    return None if row is None else _letterhead(row)


def letterhead_row(connection: Connection, owner_id: UUID) -> UUID | None:
    """The id of an owner's row."""
    wanted = select(letterheads.c.id).where(letterheads.c.owner_id == owner_id)
    found: UUID | None = connection.execute(wanted).scalar()
    return found


def _letterhead(row: Row[Any]) -> Letterhead:
    return Letterhead(
        row.owner_id, row.of_group, row.name, row.line, row.address, row.telephone, row.logo, row.revision
    )
