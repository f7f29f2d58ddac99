"""The tables of inspections."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision, unique_where

rounds = Table(
    "rounds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), nullable=False, unique=True),
    Column("kind", Word(20), nullable=False),
    Column("state", Word(12), nullable=False),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("cursor_stop", Id),
    Column("cursor_item", Word(40)),
    # Written once, when the round is finished; the share in millionths, -1 = nothing applicable.
    Column("people", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("share", Integer, nullable=False),
    Column("passed", Boolean),
    Column("digest", String(64)),
    Column("reason", Text, nullable=False, server_default=""),
    # A mystery customer is nobody here: the name as typed is read by nobody, the code name stands on screens.
    Column("visitor", Word(40), nullable=False, server_default=""),
    Column("visitor_code", Word(40), nullable=False, server_default=""),
    Column("lead_reason", Text, nullable=False, server_default=""),  # why somebody leads who is not meant to
    Column("corrected", Integer, nullable=False, server_default="0"),  # answers corrected after finishing
    revision(),
    Column("score_edition", Id),  # of the score rule, as in force when the round began; none: by the day
    Column("sample", Json),  # how the people were drawn, so that the draw can be repeated
    Column("by_profile", Boolean, nullable=False, server_default=false()),
    Index("ix_rounds_started_at_id", "started_at", "id"),
    Index("ix_rounds_state_started_at_id", "state", "started_at", "id"),
    Index("ix_rounds_institution_id_kind_finished_at", "institution_id", "kind", "finished_at"),
)
round_inspectors = Table(
    "round_inspectors",
    metadata,
    Column("round_id", Id, ForeignKey("rounds.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False, index=True),
)
round_packs = Table(
    "round_packs",
    metadata,
    Column("round_id", Id, ForeignKey("rounds.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("code", Word(40), nullable=False),
    Column("number", Integer, nullable=False),
)
stops = Table(
    "stops",
    metadata,
    Column("id", Id, primary_key=True),
    Column("round_id", Id, ForeignKey("rounds.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("target", Word(10), nullable=False),
    Column("employee_id", Id, ForeignKey("employees.id"), index=True),
    # The person as on the day of the round: an old report never changes.
    Column("number", Word(20), nullable=False),
    Column("name", Word(40), nullable=False),
    Column("sex", Word(10), nullable=False),
    Column("post_code", Word(40), nullable=False),
    Column("post", Word(40), nullable=False),
    Column("department_id", Id),
    Column("department", Word(40), nullable=False),
    Column("place_id", Id, ForeignKey("places.id"), index=True),
    Column("added_at", Moment),  # a late addition while walking
    Column("added_by", Id),
    Column("packs", Json),  # of the round's, those the post's profile named; NULL: all
    UniqueConstraint("round_id", "position"),
)
answers = Table(
    "answers",
    metadata,
    Column("stop_id", Id, ForeignKey("stops.id"), primary_key=True),
    Column("item_code", Word(40), primary_key=True),
    Column("verdict", Word(16)),
    Column("number", Float),
    Column("seen", Integer),
    Column("failed", Integer),
    Column("note", Text, nullable=False),
    Column("fixed", Boolean, nullable=False),
    Column("answered_at", Moment, nullable=False),
    Column("answered_by", Id),
    Column("began", Moment),
    Column("ended", Moment),
)
findings = Table(
    "findings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("round_id", Id, ForeignKey("rounds.id"), nullable=False, index=True),
    Column("stop_id", Id, ForeignKey("stops.id"), nullable=False),
    Column("employee_id", Id, ForeignKey("employees.id")),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("item_code", Word(40), nullable=False),
    Column("item_group", Word(16), nullable=False),
    Column("gravity", Word(12), nullable=False),
    Column("found_at", Moment, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("note", Text, nullable=False),
    Column("fixed", Boolean, nullable=False),
    Column("standing", Word(12), nullable=False),
    Column("reason", Text, nullable=False),
    # What the list over all rounds is filtered and sorted by, kept beside the finding so that one index answers it.
    Column("round_kind", Word(20), nullable=False, server_default=""),
    Column("name", Word(40), nullable=False, server_default=""),
    Column("department_id", Id),
    Column("pack_code", Word(40), nullable=False, server_default=""),
    Column("pack_edition", Integer, nullable=False, server_default="0"),
    Column("dispute", Word(12), nullable=False, server_default="none"),
    Column("measures", Integer, nullable=False, server_default="0"),
    Column("place_id", Id, ForeignKey("places.id")),
    Index("ix_findings_employee_id_found_at", "employee_id", "found_at"),
    Index("ix_findings_place_id_found_at", "place_id", "found_at"),
    *(
        Index(f"ix_findings_{name}_found_at_id", name, "found_at", "id")
        for name in (
            "institution_id", "department_id", "round_kind", "pack_code", "item_code", "item_group",
            "gravity", "standing", "dispute", "measures",
        )
    ),
    Index("ix_findings_found_at_id", "found_at", "id"),
    Index("ix_findings_name_id", "name", "id"),
    Index("ix_findings_item_code_id", "item_code", "id"),
)  # fmt: skip
finding_comments = Table(
    "finding_comments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("finding_id", Id, ForeignKey("findings.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("said_by", Id, ForeignKey("employees.id")),
    Column("entered_by", Id),
    Column("words", Text, nullable=False),
    Index("ix_finding_comments_finding_id_at", "finding_id", "at"),
)
disputes = Table(
    "disputes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("finding_id", Id, ForeignKey("findings.id"), nullable=False),
    Column("state", Word(12), nullable=False),
    Column("raised_on", Day, nullable=False),
    Column("raised_by", Id, ForeignKey("employees.id"), nullable=False),
    Column("entered_by", Id),
    Column("raised_at", Moment, nullable=False),
    Column("words", Text, nullable=False),
    Column("answer_by", Day),
    Column("decided_by", Id, ForeignKey("employees.id")),
    Column("decided_on", Day),
    Column("decided_at", Moment),
    Column("reason", Text, nullable=False),
    Column("override", Text, nullable=False),  # why somebody decided whose post does not provide for it
    revision(),
    Index("ix_disputes_state_raised_on", "state", "raised_on"),
)
# One dispute of a finding stands at a time; one taken back makes room for another.
unique_where(disputes, "uq_disputes_standing", ("finding_id",), "state <> 'withdrawn'")

planned_rounds = Table(
    "planned_rounds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("day", Day, nullable=False),
    Column("kind", Word(20), nullable=False),
    Column("state", Word(12), nullable=False),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("inspectors", Json, nullable=False),  # ids, the lead first
    Column("packs", Json, nullable=False),  # codes
    Column("route", Json, nullable=False),  # [target, id] in the order they are to be walked
    Column("sample", Json),  # the rule by which people are drawn when it is started
    Column("visitor", Word(40), nullable=False),
    Column("visitor_code", Word(40), nullable=False),
    Column("lead_reason", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("reason", Text, nullable=False),  # why it was dropped
    Column("round_id", Id, ForeignKey("rounds.id"), index=True),
    Column("planned_at", Moment, nullable=False),
    Column("planned_by", Id),
    revision(),
    Column("by_profile", Boolean, nullable=False, server_default=false()),
    Index("ix_planned_rounds_state_day_id", "state", "day", "id"),
)
