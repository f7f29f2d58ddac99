"""Tables of the directory. What changes by dates has its first day in the key and lasts until the next row."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, Text, UniqueConstraint

from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision

groups = Table(
    "groups",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Word(80), nullable=False),
    Column("zone", Word(40), nullable=False),
    revision(),
)
institutions = Table(
    "institutions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", Word(6), nullable=False, unique=True),
    Column("name", Word(80), nullable=False),
    Column("region", Word(10), nullable=False),
    Column("active", Boolean, nullable=False),
    revision(),
)
departments = Table(
    "departments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("name", Word(40), nullable=False),
    Column("active", Boolean, nullable=False),
    revision(),
    UniqueConstraint("institution_id", "name"),
)
places = Table(
    "places",
    metadata,
    Column("id", Id, primary_key=True),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("name", Word(40), nullable=False),
    Column("kind", Word(20), nullable=False),
    Column("active", Boolean, nullable=False),
    revision(),
    UniqueConstraint("institution_id", "name"),
)
posts = Table(
    "posts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", Word(40), nullable=False, unique=True),
    Column("name", Word(40), nullable=False),
    Column("active", Boolean, nullable=False),
    revision(),
)
employees = Table(
    "employees",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(20), nullable=False, unique=True),
    Column("name", Word(40), nullable=False),
    Column("sex", Word(10), nullable=False),
    Column("hired_on", Day, nullable=False),
    Column("left_on", Day),
    Column("left_why", Word(200), nullable=False, default=""),
    Column("initials", Word(250), nullable=False, default=""),  # `basics.initials`: " smx dmx", every reading
    revision(),
    Index("ix_employees_name_id", "name", "id"),
)
absences = Table(  # past ones only: who came back was away from `left_on` until `returned_on`
    "absences",
    metadata,
    Column("employee_id", Id, ForeignKey("employees.id"), primary_key=True),
    Column("left_on", Day, primary_key=True),
    Column("returned_on", Day, nullable=False),
    Column("why", Word(200), nullable=False),
)
placements = Table(
    "placements",
    metadata,
    Column("employee_id", Id, ForeignKey("employees.id"), primary_key=True),
    Column("since", Day, primary_key=True),
    Column("department_id", Id, ForeignKey("departments.id"), nullable=False, index=True),
    Column("post_id", Id, ForeignKey("posts.id"), nullable=False),
)
superior_terms = Table(
    "superior_terms",
    metadata,
    Column("employee_id", Id, ForeignKey("employees.id"), primary_key=True),
    Column("since", Day, primary_key=True),
    Column("superior_id", Id, ForeignKey("employees.id"), index=True),
)
head_terms = Table(
    "head_terms",
    metadata,
    Column("department_id", Id, ForeignKey("departments.id"), primary_key=True),
    Column("since", Day, primary_key=True),
    Column("employee_id", Id, ForeignKey("employees.id"), index=True),
)
term_corrections = Table(  # a mistaken dated entry: what stood there, what stands there now (NULL: nothing), why
    "term_corrections",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Word(12), nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("before", Json, nullable=False),
    Column("after", Json),
    Column("reason", Text, nullable=False),
    Column("corrected_at", Moment, nullable=False),
    Column("decided_by", Id),
    Column("entered_by", Id),
    Index("ix_term_corrections_subject_id_corrected_at", "subject_id", "corrected_at"),
)
users = Table(
    "users",
    metadata,
    Column("id", Id, primary_key=True),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
)
