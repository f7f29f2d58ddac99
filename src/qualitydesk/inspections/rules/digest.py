"""The fingerprint of a round's answers, kept when it is finished. What a round did not know of leaves it as it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from qualitydesk.inspections.model import Answer, Given


def digest_of(answers: Sequence[Answer]) -> str:
    """SHA-256 over the answers as canonical JSON, in the order of stop and item."""
    rows = [
        [str(a.stop_id), a.item_code, _plain(a.given), a.answered_at.isoformat(), str(a.answered_by)]
        for a in sorted(answers, key=lambda a: (str(a.stop_id), a.item_code))
    ]
    text = json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(given: Given) -> dict[str, Any]:
    """An answer as JSON. Times only where they are: digests of rounds from before there were any still hold."""
    told = asdict(given)
    times = {name: told.pop(name) for name in ("began", "ended")}
    return {**told, **{name: at.isoformat() for name, at in times.items() if at is not None}}
