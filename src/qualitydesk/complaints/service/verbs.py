"""The service of complaints: every verb and question in one class, each kind in a file of its own."""

from __future__ import annotations

from qualitydesk.complaints.service.importing import Importing


class Complaints(Importing):
    """The cases of one database.

    Every verb that changes what stands in a case takes `seen`, the revision it was read at (Refused: stale); `at` is
    when it really happened, None = now. All refuse what belongs to a merged case (case_is_merged) and a decision by
    nobody (not_to_decide). The revision grows by one with every verb that took `seen`; `accept` takes two or three,
    `decide_solution` and `close_case` two.
    """
