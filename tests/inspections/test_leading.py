"""Who may lead which kind of round: the rule of the day, and a reason where it is somebody else."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from tests.builders import HIRED, Group

from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import DepartmentDraft, EmployeeDraft, InstitutionDraft, PostDraft, Region, Sex
from qualitydesk.inspections.model import RoundDraft, RoundKind
from qualitydesk.rulebook.model import Rule


def employ(group: Group, number: str, post: str, name: str, institution: UUID | None = None) -> UUID:
    """Somebody in a post of his own, at the clinic or elsewhere."""
    posts = {one.code: one.id for one in group.directory.posts()}
    post_id = posts.get(post) or group.directory.save_post(PostDraft(post, name), group.by()).value
    desk = group.desk
    if institution is not None:
        desk = group.directory.save_department(DepartmentDraft(institution, f"客服{number}"), group.by()).value
    draft = EmployeeDraft(number, f"任{name}", Sex.MALE, HIRED, None, desk, post_id, group.me)
    return group.directory.save_employee(draft, group.by()).value


def draft(group: Group, kind: RoundKind, lead: UUID) -> RoundDraft:
    return RoundDraft(kind, group.institution, (lead,), ("walk",), tuple(group.people))


def told(group: Group, wanted: RoundDraft) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in group.rounds.problems_in_lead(wanted)]


@pytest.mark.parametrize(
    ("kind", "post"),
    [
        (RoundKind.SELF_CHECK, "head_of_institution"),
        (RoundKind.QUALITY_CHECK, "cs_director"),
        (RoundKind.GROUP_ROUND, "gm"),
        (RoundKind.GROUP_ROUND, "cs_director"),
        (RoundKind.GROUP_ROUND, "medical_director"),
        (RoundKind.GROUP_ROUND, "gm_office"),
    ],
)
def test_each_kind_has_its_posts(group: Group, kind: RoundKind, post: str) -> None:
    lead = employ(group, "L1", post, post)
    assert told(group, draft(group, kind, lead)) == []
    guide = group.people[0]
    assert told(group, draft(group, kind, guide))[0][0] == "inspector_ids"


def test_a_patrol_is_the_supervisors(group: Group) -> None:
    assert told(group, draft(group, RoundKind.PATROL, group.me)) == []
    assert told(group, draft(group, RoundKind.PATROL, group.people[0])) == [("inspector_ids", "lead_not_meant")]


def test_a_supervisor_leads_the_quality_check_in_beijing_only(group: Group) -> None:
    away = group.directory.save_institution(InstitutionDraft("TJH", "和平医院", Region.OTHER), group.by()).value
    stranger = employ(group, "T1", "supervisor", "客服主任", away)
    assert told(group, draft(group, RoundKind.QUALITY_CHECK, group.me)) == []
    assert told(group, draft(group, RoundKind.QUALITY_CHECK, stranger)) == [("inspector_ids", "lead_not_meant_beijing")]


def test_the_head_of_another_institution_needs_a_reason_as_a_delegate_does(group: Group) -> None:
    away = group.directory.save_institution(InstitutionDraft("TJH", "和平医院", Region.OTHER), group.by()).value
    stranger = employ(group, "T2", "head_of_institution", "行政院长", away)
    wanted = draft(group, RoundKind.SELF_CHECK, stranger)
    assert told(group, wanted) == [("inspector_ids", "lead_no_delegate")]
    with pytest.raises(Refused) as refused:
        group.rounds.open_round(wanted, group.by())
    assert [one.code for one in refused.value.problems] == ["lead_no_delegate"]
    reason = "受本院行政院长委托"
    opened = group.rounds.open_round(replace(wanted, lead_reason=f" {reason} "), group.by()).value
    assert group.rounds.round(opened).lead_reason == reason


def test_a_mystery_customer_comes_from_outside_with_a_name_nobody_reads(group: Group) -> None:
    wanted = RoundDraft(RoundKind.MYSTERY, group.institution, (), ("walk",), tuple(group.people))
    with pytest.raises(Refused) as refused:
        group.rounds.open_round(wanted, group.by())
    assert {one.field for one in refused.value.problems} == {"visitor", "visitor_code"}
    opened = group.rounds.open_round(replace(wanted, visitor="钱女士", visitor_code="M-07"), group.by()).value
    found = group.rounds.round(opened)
    assert (found.inspectors, found.inspector_ids, found.visitor_code) == (("M-07",), (), "M-07")
    assert group.rounds.lines()[0].inspectors == "M-07"
    with group.database.reading() as connection:
        payloads = connection.exec_driver_sql("SELECT content FROM audit_payloads").scalars().all()
    assert not any("钱女士" in str(payload) for payload in payloads)


def test_an_employee_as_mystery_customer_needs_a_reason(group: Group) -> None:
    wanted = draft(group, RoundKind.MYSTERY, group.me)
    assert told(group, wanted) == [("inspector_ids", "lead_no_visitor")]
    opened = group.rounds.open_round(replace(wanted, lead_reason="外聘人员临时有事"), group.by()).value
    assert group.rounds.round(opened).inspector_ids == (group.me,)


def test_who_may_lead_is_a_rule_that_can_be_changed(group: Group) -> None:
    first = group.rulebook.editions(Rule.LEADING)[0]
    values = {"kinds": {**first.values["kinds"], "patrol": {"posts": ["guide"]}}}
    today = group.directory.today()
    group.rulebook.publish(Rule.LEADING, values, first.texts, today, group.by())
    assert told(group, draft(group, RoundKind.PATROL, group.people[0])) == []
    assert told(group, draft(group, RoundKind.PATROL, group.me)) == [("inspector_ids", "lead_not_meant")]


def test_a_rule_without_a_post_is_refused_by_its_path(group: Group) -> None:
    first = group.rulebook.editions(Rule.LEADING)[0]
    values = {
        "kinds": {
            **first.values["kinds"],
            "patrol": {"posts": []},
            "mystery": {"visitor": "yes"},
            "group_round": {"visitor": True},
        }
    }
    with pytest.raises(Refused) as refused:
        group.rulebook.publish(Rule.LEADING, values, first.texts, group.directory.today(), group.by())
    assert {one.field for one in refused.value.problems} >= {
        "kinds.patrol.posts",
        "kinds.mystery.visitor",
        "kinds.group_round.visitor",
    }
