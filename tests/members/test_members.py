"""Customers on both databases: entered, found, changed, marked, seen in full, linked and separated."""

from __future__ import annotations

import pytest
from tests.members.conftest import Clinic

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.directory.model import Sex
from qualitydesk.members.model import CustomerDraft, CustomerFilter, Likeness
from qualitydesk.storage import audit


def refusal(refused: pytest.ExceptionInfo[Refused]) -> str:
    """Its code; it must have its sentence in both languages."""
    for language in LANGUAGES:
        assert say(language, f"refused.{refused.value.code}", **refused.value.words)
        assert all(say(language, f"problem.{one.code}", **one.values) for one in refused.value.problems)
    return refused.value.code


def verbs_of(clinic: Clinic, customer: object) -> list[str]:
    with clinic.database.reading() as connection:
        return [entry.verb for entry in audit.history(connection, "customer", str(customer))]


def test_a_customer_gets_a_number_and_is_kept_as_entered(clinic: Clinic) -> None:
    customer = clinic.add("  王 小明 ", "138 1234 5678", "010-62345678-801", note=" 下午联系 ")
    found = clinic.members.customer(customer)
    assert (found.number, found.name, found.sex) == ("GK000001", "王 小明", Sex.MALE)
    assert found.telephones == ("13812345678", "01062345678-801")
    assert (found.institution, found.note, found.added_at) == ("朝阳门诊", "下午联系", clinic.clock.now())
    assert clinic.members.customer(clinic.add("李四")).number == "GK000002"
    assert verbs_of(clinic, customer) == ["add_customer"]


def test_a_line_gives_nobody_away(clinic: Clinic) -> None:
    customer = clinic.add("王小明", "13812345678")
    (line,) = clinic.members.find("王小明")
    assert (line.called, line.telephone) == ("王**", "138****5678")
    assert "小明" not in repr(line) and "13812345678" not in repr(line)
    assert line == clinic.members.customer(customer).line == clinic.members.customers([customer])[customer]


@pytest.mark.parametrize(
    "text",
    ["单明霞", "单", "明霞", "霞", "smx", "dm", "SM", "8800", "199 0000 8800", "1990000", "GK000001", "gk1", "1"],
)
def test_a_customer_is_found_by(clinic: Clinic, text: str) -> None:
    wanted = clinic.add("单明霞", "19900008800", sex=Sex.FEMALE)
    clinic.add("王小明", "13812345678")
    assert clinic.found(text) == [wanted]


@pytest.mark.parametrize("text", ["", "  ", "单明月", "xsm", "880", "8801", "GK000003", "%", "_", "单%"])
def test_a_customer_is_not_found_by(clinic: Clinic, text: str) -> None:
    clinic.add("单明霞", "19900008800", sex=Sex.FEMALE)
    assert clinic.found(text) == []


def test_who_begins_with_the_text_stands_before_who_only_holds_it(clinic: Clinic) -> None:
    holding, beginning, exact = clinic.add("王小明"), clinic.add("明月华"), clinic.add("明")
    assert clinic.found("明") == [exact, beginning, holding]


def test_more_telephones_are_found_each(clinic: Clinic) -> None:
    customer = clinic.add("王小明", "13812345678", "19900001234")
    assert clinic.found("1234") == clinic.found("5678") == [customer]


def test_a_change_is_found_by_the_new_and_no_longer_by_the_old(clinic: Clinic) -> None:
    customer = clinic.add("王小明", "13812345678")
    clinic.members.change_customer(clinic.draft("李静", "19900001234", id=customer, revision=1), clinic.by())
    assert clinic.found("李静") == clinic.found("lj") == clinic.found("1234") == [customer]
    assert clinic.found("王") == clinic.found("5678") == []
    with clinic.database.reading() as connection:
        entry = audit.history(connection, "customer", str(customer))[-1]
    assert (
        entry.before is not None and entry.before["name"] == "王小明" and entry.before["telephones"] == ["13812345678"]
    )


def test_a_change_over_somebody_elses_is_refused(clinic: Clinic) -> None:
    customer = clinic.add()
    clinic.members.change_customer(clinic.draft("王小明", id=customer, revision=1), clinic.by())
    with pytest.raises(Refused) as refused:
        clinic.members.change_customer(clinic.draft("王大明", id=customer, revision=1), clinic.by())
    assert refused.value.code == "stale"
    assert clinic.members.customer(customer).name == "王小明"


def test_a_faulty_draft_takes_no_number(clinic: Clinic) -> None:
    with pytest.raises(Refused) as refused:
        clinic.add("", "138")
    assert {problem.code for problem in refused.value.problems} == {"name_missing", "telephone_length"}
    refusal(refused)
    assert clinic.members.customer(clinic.add()).number == "GK000001"


def test_the_list_pages_newest_first_and_narrows(clinic: Clinic) -> None:
    ids = [clinic.add(f"客{at}", institution_id=clinic.other if at % 2 else clinic.home) for at in range(7)]
    first = clinic.members.lines(limit=4)
    rest = clinic.members.lines(after=(first[-1].number, first[-1].id), limit=4)
    assert [line.id for line in (*first, *rest)] == ids[::-1]
    assert clinic.members.count() == 7
    wanted = CustomerFilter(institution_id=clinic.other)
    assert [line.id for line in clinic.members.lines(wanted)] == [ids[5], ids[3], ids[1]]
    assert clinic.members.count(CustomerFilter("客3")) == 1
    assert clinic.members.lines(CustomerFilter("!")) == []


def test_a_marked_patient_is_seen_by_all_and_the_history_stays(clinic: Clinic) -> None:
    customer, other = clinic.add(), clinic.add("李四")
    clinic.members.flag_patient(customer, " 退费未果 ", clinic.by())
    assert clinic.members.customers([customer, other])[customer].flagged
    assert [line.id for line in clinic.members.lines(CustomerFilter(flagged=True))] == [customer]
    with pytest.raises(Refused) as refused:
        clinic.members.flag_patient(customer, "再次", clinic.by())
    assert refusal(refused) == "customer_flagged"
    clinic.members.unflag(customer, "已解决", clinic.by())
    found = clinic.members.customer(customer)
    assert found.flag is None and not found.line.flagged
    (flag,) = found.flags
    assert (flag.reason, flag.set_by, flag.lifted_by, flag.lifted_why) == ("退费未果", "李敏", "李敏", "已解决")
    with pytest.raises(Refused) as refused:
        clinic.members.unflag(customer, "再次", clinic.by())
    assert refusal(refused) == "customer_not_flagged"
    assert verbs_of(clinic, customer) == ["add_customer", "flag_patient", "unflag"]


def test_marking_and_looking_want_a_reason(clinic: Clinic) -> None:
    customer = clinic.add()
    for verb in (clinic.members.flag_patient, clinic.members.unflag, clinic.members.unmask, clinic.members.unmerge):
        with pytest.raises(Refused) as refused:
            verb(customer, "  ", clinic.by())
        assert refusal(refused) == "draft"
        assert [(one.field, one.code) for one in refused.value.problems] == [("reason", "reason_missing")]


def test_who_looked_and_why_is_logged(clinic: Clinic) -> None:
    customer = clinic.add("王小明", "13812345678")
    seen = clinic.members.unmask(customer, "回电核实", clinic.by()).value
    assert (seen.name, seen.telephones) == ("王小明", ("13812345678",))
    with clinic.database.reading() as connection:
        entry = audit.history(connection, "customer", str(customer))[-1]
    assert (entry.verb, entry.after, entry.by) == ("unmask", {"reason": "回电核实"}, clinic.by())
    assert audit.check(clinic.database).broken_at is None


def duplicates(clinic: Clinic, draft: CustomerDraft) -> list[tuple[object, Likeness]]:
    return [(one.line.id, one.why) for one in clinic.members.likely_duplicates(draft)]


def test_likely_duplicates_are_offered_the_surest_first(clinic: Clinic) -> None:
    alike = clinic.add("王晓明")
    same = clinic.add("王小明")
    reached = clinic.add("李四", "13812345678", sex=Sex.FEMALE)
    clinic.add("王大明")
    clinic.add("王小明", sex=Sex.FEMALE)
    assert duplicates(clinic, clinic.draft("王小明", "+86 138 1234 5678")) == [
        (reached, Likeness.TELEPHONE), (same, Likeness.PERSON), (alike, Likeness.NAME),
    ]  # fmt: skip
    assert duplicates(clinic, clinic.draft("赵六", "19900001234")) == []
    assert duplicates(clinic, CustomerDraft()) == []


def test_a_customer_is_no_duplicate_of_itself(clinic: Clinic) -> None:
    customer = clinic.add("王小明", "13812345678")
    assert duplicates(clinic, clinic.draft("王小明", "13812345678", id=customer, revision=1)) == []


def test_two_records_become_one_person_and_two_again(clinic: Clinic) -> None:
    kept, merged = clinic.add("王小明", "13812345678"), clinic.add("王晓明", "19900001234")
    clinic.members.flag_patient(merged, "退费未果", clinic.by())
    before = clinic.members.customer(merged)
    clinic.members.merge_customers(kept, merged, "同一人，两次建档", clinic.by())
    assert clinic.found("王晓明") == clinic.found("1234") == [kept]
    assert clinic.members.same_person(merged) == (merged, kept) and clinic.members.same_person(kept) == (kept, merged)
    whole = clinic.members.customer(kept)
    assert [line.number for line in whole.merged] == ["GK000002"] and whole.flag is not None
    assert [line.id for line in clinic.members.lines()] == [kept] and clinic.members.count() == 1
    assert [line.id for line in clinic.members.lines(CustomerFilter("王晓明", flagged=True))] == [kept]
    assert duplicates(clinic, clinic.draft("王晓明", "19900001234")) == [(kept, Likeness.TELEPHONE)]
    assert duplicates(clinic, clinic.draft("王小明", "19900001234", id=kept, revision=1)) == []
    into = clinic.members.customer(merged).merged_into
    assert into is not None and into.id == kept
    clinic.members.unmerge(merged, "其实是两个人", clinic.by())
    assert clinic.found("王晓明") == clinic.found("1234") == [merged]
    assert clinic.members.customer(kept).flag is None
    assert clinic.members.customer(merged) == before
    assert verbs_of(clinic, kept)[-2:] == ["merge_customers", "unmerge"]


def test_a_mark_is_lifted_for_the_whole_person(clinic: Clinic) -> None:
    kept, merged = clinic.add("王小明"), clinic.add("王晓明")
    clinic.members.flag_patient(merged, "退费未果", clinic.by())
    clinic.members.merge_customers(kept, merged, "同一人", clinic.by())
    clinic.members.unflag(kept, "已解决", clinic.by())
    clinic.members.unmerge(merged, "两个人", clinic.by())
    assert clinic.members.customer(merged).flag is None


def test_records_are_linked_one_deep(clinic: Clinic) -> None:
    one, two, three = clinic.add("王一"), clinic.add("王二"), clinic.add("王三")
    members, by = clinic.members, clinic.by()
    members.merge_customers(one, two, "同一人", by)
    for kept, merged, code in (
        (one, one, "merge_itself"), (three, two, "customer_merged"), (two, three, "customer_merged"),
        (three, one, "merge_holds_others"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            members.merge_customers(kept, merged, "同一人", by)
        assert refusal(refused) == code
    with pytest.raises(Refused) as refused:
        members.unmerge(three, "不是", by)
    assert refusal(refused) == "customer_not_merged"
    members.merge_customers(one, three, "也是同一人", by)
    assert members.same_person(one) == (one, two, three)


def test_nobody_is_refused_in_words(clinic: Clinic) -> None:
    with pytest.raises(Refused) as refused:
        clinic.members.customer(clinic.me)
    assert refusal(refused) == "no_such_customer"
    assert clinic.members.customers([clinic.me]) == {}
