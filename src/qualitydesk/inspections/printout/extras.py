"""What a report tells besides the answers: sample, late additions, timelines, corrections, disputes, photos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Correction, Stop
from qualitydesk.inspections.model.findings import Dispute, DisputeState
from qualitydesk.inspections.model.photos import Photo
from qualitydesk.inspections.model.steps import StepTime, Timeline
from qualitydesk.inspections.printout.words import ResultWords, length_words
from qualitydesk.inspections.rules.timeline import timeline_at


@dataclass(frozen=True)
class PhotoOn:
    """A photo of the round with the hash of the picture that is printed, marks burnt in."""

    photo: Photo
    picture: str


def sample_words(words: ResultWords) -> str:
    """How the people were drawn, so that the draw can be repeated; "" when they were chosen."""
    sample = words.result.walk.round.sample
    if sample is None:
        return ""
    return words.say(
        "sample",
        frame=len(sample.frame),
        drawn=len(sample.drawn),
        method=say(words.language, f"report.method.{sample.rule.method.value}"),
        seed=sample.seed,
        nth=sample.nth,
        digest=sample.frame_digest[:12],
    )


def late_words(words: ResultWords) -> list[str]:
    """Who or what was added while the round was walked."""
    return [
        words.say("late", time=words.moment(stop.added_at), name=words.target(stop))
        for stop in words.result.walk.stops
        if stop.added_at is not None
    ]


def timelines(words: ResultWords) -> list[dict[str, Any]]:
    """The observed processes: for each stop its steps with times, durations and order."""
    found = [(stop, timeline_at(words.result.walk, stop)) for stop in words.result.walk.stops]
    return [_timeline(words, stop, line) for stop, line in found if line.began is not None]


def _timeline(words: ResultWords, stop: Stop, line: Timeline) -> dict[str, Any]:
    told = [words.say("in_order" if line.in_order else "out_of_order")]
    if line.seconds is not None:
        told.insert(0, words.say("took", length=length_words(line.seconds, words.language)))
    late = sum(step.in_time is False for step in line.steps)
    if late:
        told.append(words.say("over_limit", count=late))
    return {
        "stop": words.target(stop),
        "sum": " · ".join(told),
        "steps": [_step(words, step) for step in line.steps],
    }


def _step(words: ResultWords, step: StepTime) -> dict[str, Any]:
    length = length_words(step.seconds, words.language) if step.seconds is not None else ""
    gap = ""
    if step.gap is not None:
        code = "overlap" if step.gap < 0 else "wait"
        gap = words.say(code, length=length_words(step.gap, words.language)) if step.gap else ""
    notes = [gap, words.say("displaced") if step.displaced else "", words.say("slow") if step.in_time is False else ""]
    return {
        "place": str(step.position),
        "order": str(step.order or ""),
        "step": step.item.title[words.language],
        "began": words.time(step.began) if step.began else "",
        "ended": words.time(step.ended) if step.ended else "",
        "length": length,
        "answer": words.answer(step.given),
        "note": "\n".join(part for part in notes if part),
        "tone": "bad" if step.in_time is False else ("warning" if step.displaced else ""),
    }


def corrections(words: ResultWords) -> list[dict[str, Any]]:
    """Answers given anew after the round was finished: what held before, what holds now, why, by whom."""
    return [_correction(words, one) for one in words.result.corrections]


def _correction(words: ResultWords, one: Correction) -> dict[str, Any]:
    item, stop = words.items.get(one.item_code), words.stops[one.stop_id]
    who = words.joined(list(dict.fromkeys(name for name in (one.decided_by, one.entered_by) if name)))
    return {
        "target": words.target(stop),
        "item": words.title(one.item_code),
        "before": words.whole(item, one.before) if item else "",
        "after": words.whole(item, one.given) if item else "",
        "reason": one.reason,
        "by": "\n".join(part for part in (words.moment(one.corrected_at), who) if part),
    }


def disputes(words: ResultWords, kept: Mapping[UUID, Dispute]) -> list[dict[str, Any]]:
    """What the inspected said against findings, and what was decided."""
    rows = []
    for finding in words.result.findings:
        dispute = kept.get(finding.id)
        if dispute is None or dispute.state is DisputeState.NONE:
            continue
        decided = [say(words.language, f"report.dispute.{dispute.state.value}")]
        if dispute.decided_on is not None:
            decided.append(" ".join(part for part in (dispute.decided_on.isoformat(), dispute.decided_by) if part))
        rows.append(
            {
                "target": words.target(words.stops[finding.stop_id]),
                "item": words.title(finding.item_code),
                "said": "\n".join(
                    part for part in (dispute.words, f"{dispute.raised_on.isoformat()} {dispute.raised_by}") if part
                ),
                "decision": "\n".join(decided),
                "reason": dispute.reason,
            }
        )
    return rows


def photo_rows(words: ResultWords, photos: Sequence[PhotoOn]) -> list[dict[str, Any]]:
    """Pictures in the order of the walk, each with whom, what, when and the caption."""
    order = {stop.id: stop.position for stop in words.result.walk.stops}
    rows = []
    for one in sorted(photos, key=lambda one: (order.get(one.photo.stop_id, 0), one.photo.position)):
        photo = one.photo
        stop = words.stops.get(photo.stop_id)
        about = [stop.name if stop else "", words.title(photo.item_code) if photo.item_code else ""]
        when = words.moment(photo.taken_at) + (words.say("photo_late") if photo.late else "")
        head = " · ".join(part for part in about if part)
        caption = "\n".join(part for part in (head, photo.caption.strip(), when) if part)
        rows.append({"image": one.picture, "caption": caption})
    return rows
