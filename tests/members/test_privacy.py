"""A person's rights on both databases: requests and their days, restriction, erasure with the chain unbroken."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from tests.members.conftest import Clinic
from tests.members.test_members import refusal, verbs_of
from tests.members.test_profiles import SECRETS, a_purchase, profiles, write

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.masking import HIDDEN
from qualitydesk.complaints.printout import REFUND_FIELDS
from qualitydesk.members.model import CustomerFilter, LimitKind
from qualitydesk.members.model.privacy import Asked, PersonRequestDraft, RequestAnswer, RequestState, RestrictDraft
from qualitydesk.members.model.profile import Kinship, RelativeDraft
from qualitydesk.members.service import Privacy, Profiles
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.papers.service import Papers
from qualitydesk.printing.fields import samples
from qualitydesk.printing.pages import page_texts
from qualitydesk.storage import audit
from qualitydesk.storage.files import FileStore

__all__ = ["profiles"]


@pytest.fixture
def privacy(clinic: Clinic) -> Privacy:
    return Privacy(clinic.database, clinic.clock, clinic.directory, clinic.members)


def listed(clinic: Clinic) -> list[UUID]:
    return [line.id for line in clinic.members.lines(limit=None)]


def ask(clinic: Clinic, privacy: Privacy, customer: UUID, kind: Asked = Asked.COPY, back: int = 0) -> UUID:
    day = clinic.directory.today() - timedelta(days=back)
    return privacy.receive_request(PersonRequestDraft(customer, kind, day, "王小明要求"), clinic.by()).value


# The register


def test_a_request_gets_a_number_and_a_last_day(clinic: Clinic, privacy: Privacy) -> None:
    customer = clinic.add()
    found = privacy.request(ask(clinic, privacy, customer))
    today = clinic.directory.today()
    assert found.number == f"GQ{today:%Y}-0001" and found.due_on == today + timedelta(days=15)
    assert found.state is RequestState.OPEN and not found.late(found.due_on)
    assert found.late(found.due_on + timedelta(days=1)) and found.customer.called == "王**"


def test_the_register_is_read_by_the_day_due(clinic: Clinic, privacy: Privacy) -> None:
    customer = clinic.add()
    late, fresh, middle = (ask(clinic, privacy, customer, back=back) for back in (20, 0, 5))
    assert [one.id for one in privacy.requests()] == [late, middle, fresh]
    first = privacy.requests(limit=1)[0]
    assert [one.id for one in privacy.requests(after=(first.due_on, first.id))] == [middle, fresh]
    answer = RequestAnswer(middle, True, clinic.directory.today(), "已提供", 1)
    privacy.answer_request(answer, clinic.by())
    assert [one.id for one in privacy.requests(open_only=True)] == [late, fresh] and privacy.count(open_only=True) == 2
    assert privacy.requests(customer_id=clinic.add("李静")) == []


def test_a_refusal_says_why_and_is_final(clinic: Clinic, privacy: Privacy) -> None:
    request, today = ask(clinic, privacy, clinic.add()), clinic.directory.today()
    with pytest.raises(Refused) as refused:
        privacy.answer_request(RequestAnswer(request, False, today, " ", 1), clinic.by())
    assert refusal(refused) == "draft"
    privacy.answer_request(RequestAnswer(request, False, today, "法律规定须保存三年", 1), clinic.by())
    found = privacy.request(request)
    assert (found.state, found.answer, found.answered_on) == (RequestState.REFUSED, "法律规定须保存三年", today)
    with pytest.raises(Refused) as refused:
        privacy.answer_request(RequestAnswer(request, True, today, "", 2), clinic.by())
    assert refusal(refused) == "request_answered"


def test_an_answer_before_the_receipt_is_refused(clinic: Clinic, privacy: Privacy) -> None:
    request, today = ask(clinic, privacy, clinic.add()), clinic.directory.today()
    with pytest.raises(Refused) as refused:
        privacy.answer_request(RequestAnswer(request, True, today - timedelta(days=1), "", 1), clinic.by())
    assert [one.code for one in refused.value.problems] == ["answer_too_early"]


# Restriction


def test_who_is_restricted_is_shown_nowhere_but_by_number(clinic: Clinic, privacy: Privacy, profiles: Profiles) -> None:
    customer, other = clinic.add("王小明", "13812345678"), clinic.add("李静")
    clinic.members.flag_patient(customer, "曾投诉", clinic.by())
    write(profiles, clinic, customer)
    privacy.restrict(RestrictDraft(customer, "本人要求", date(2099, 1, 1)), clinic.by())
    for text in ("王小明", "wxm", "5678", "13812345678", "小明"):
        assert clinic.found(text) == [], text
    assert clinic.found("GK000001") == [customer]
    assert listed(clinic) == [other] and clinic.members.count() == 1
    assert clinic.members.lines(CustomerFilter(flagged=True)) == []
    assert clinic.members.likely_duplicates(clinic.draft("王小明", "13812345678")) == []
    line = clinic.members.customers([customer])[customer]
    assert (line.called, line.telephone, line.flagged, line.sex) == (HIDDEN, "", False, None)
    shown = profiles.sheet(customer)
    assert "小明" not in repr(shown) and "曾投诉" not in repr(shown) and shown.profile.words == {}
    limit = shown.customer.limit
    assert limit is not None and (limit.kind, limit.why, limit.until) == (
        LimitKind.RESTRICTED, "本人要求", date(2099, 1, 1))  # fmt: skip
    assert profiles.born_on(date(2026, 9, 25)) == []


def test_who_is_restricted_is_neither_seen_nor_changed(clinic: Clinic, privacy: Privacy, profiles: Profiles) -> None:
    customer = clinic.add("王小明", "13812345678")
    privacy.restrict(RestrictDraft(customer, "本人要求"), clinic.by())
    acts = (
        lambda: profiles.unmask(customer, "看看", clinic.by()),
        lambda: profiles.file(customer),
        lambda: clinic.members.change_customer(clinic.draft(id=customer, revision=1), clinic.by()),
        lambda: clinic.members.flag_patient(customer, "x", clinic.by()),
        lambda: clinic.members.merge_customers(customer, clinic.add("李静"), "x", clinic.by()),
        lambda: write(profiles, clinic, customer),
        lambda: privacy.restrict(RestrictDraft(customer, "再次"), clinic.by()),
    )
    for act in acts:
        with pytest.raises(Refused) as refused:
            act()
        assert refusal(refused) == "customer_restricted"


def test_a_lifted_restriction_leaves_everything_as_before(clinic: Clinic, privacy: Privacy, profiles: Profiles) -> None:
    kept, other = clinic.add("王小明", "13812345678"), clinic.add("王晓明")
    write(profiles, clinic, kept)
    clinic.members.merge_customers(kept, other, "同一人", clinic.by())
    before = profiles.file(kept)
    privacy.restrict(RestrictDraft(other, "本人要求"), clinic.by())  # by whichever record: the person is meant
    assert clinic.found("王晓明") == clinic.found("王小明") == []
    privacy.lift_restriction(kept, "本人同意恢复", clinic.by())
    assert profiles.file(kept) == before and clinic.found("王小明") == [kept]
    assert verbs_of(clinic, kept)[-2:] == verbs_of(clinic, other)[-2:] == ["restrict", "lift_restriction"]
    with pytest.raises(Refused) as refused:
        privacy.lift_restriction(kept, "再次", clinic.by())
    assert refusal(refused) == "customer_not_restricted"


# Erasure


def every_word(clinic: Clinic) -> str:
    """All that stands in any table, as text."""
    from qualitydesk.app.schema import metadata

    with clinic.database.reading() as connection:
        return "\n".join(
            repr(tuple(row)) for table in metadata.sorted_tables for row in connection.execute(table.select())
        )


def test_what_is_erased_stands_nowhere_and_the_chain_holds(
    clinic: Clinic, privacy: Privacy, profiles: Profiles
) -> None:
    kept, other = clinic.add("王小明", "13812345678", note="王先生"), clinic.add("王晓明", "19900001234")
    bystander = clinic.add("李静", "19900008800")
    write(profiles, clinic, kept)
    profiles.save_relative(RelativeDraft(kept, Kinship.CHILD, "王小宝"), clinic.by())
    a_purchase(clinic, kept, "A1")
    clinic.members.flag_patient(kept, "王小明曾投诉", clinic.by())
    clinic.members.merge_customers(kept, other, "都是王小明", clinic.by())
    ask(clinic, privacy, kept, Asked.ERASE)
    secrets = (*SECRETS.values(), "王小明", "王晓明", "王先生", "王小宝", "13812345678", "1234", "wxm", "张女士")
    assert all(secret in every_word(clinic) for secret in secrets)
    assert privacy.erase(kept, "本人要求", clinic.by()).value > 0
    left = every_word(clinic)
    assert [secret for secret in secrets if secret in left] == []
    assert audit.check(clinic.database).broken_at is None
    assert "李静" in left and clinic.found("李静") == [bystander] and listed(clinic) == [bystander]
    assert clinic.found("王小明") == clinic.found("5678") == []
    shown = profiles.sheet(kept).customer
    assert (shown.number, shown.name) == ("GK000001", HIDDEN)
    assert shown.limit is not None and shown.limit.kind is LimitKind.ERASED


def test_purchases_keep_their_sums_without_the_name(clinic: Clinic, privacy: Privacy) -> None:
    customer = clinic.add()
    a_purchase(clinic, customer, "A1")
    privacy.erase(customer, "本人要求", clinic.by())
    with clinic.database.reading() as connection:
        (row,) = connection.execute(purchases.select())
    assert (row.amount, row.counts, row.member_id, row.note) == (100_00, 100_00, customer, "")


def test_the_history_keeps_that_there_was_something(clinic: Clinic, privacy: Privacy) -> None:
    customer = clinic.add()
    privacy.erase(customer, "本人要求", clinic.by())
    with clinic.database.reading() as connection:
        entries = audit.history(connection, "customer", customer)
    assert [entry.verb for entry in entries] == ["add_customer", "erase", "erase_customer"]
    assert entries[0].erased_at is not None and entries[0].after is None
    assert entries[-1].after == {"reason": "本人要求"}


def test_erased_twice_or_while_a_case_is_open_is_refused(clinic: Clinic, privacy: Privacy) -> None:
    customer = clinic.add()
    reasons: list[str | None] = ["case_open_erasure", None]
    told: list[object] = []
    privacy.ask_before_erasing(lambda _records: reasons.pop(0))
    privacy.when_erased(lambda records, _by: told.append(records))
    with pytest.raises(Refused) as refused:
        privacy.erase(customer, "本人要求", clinic.by())
    assert refusal(refused) == "case_open_erasure" and told == []
    assert clinic.members.customer(customer).name == "王小明"
    privacy.erase(customer, "本人要求", clinic.by())
    assert told == [(customer,)]
    with pytest.raises(Refused) as refused:
        privacy.erase(customer, "本人要求", clinic.by())
    assert refusal(refused) == "customer_erased"


def test_papers_issued_before_still_print_as_they_were(clinic: Clinic, privacy: Privacy, tmp_path: Path) -> None:
    customer = clinic.add("张𬱖", "13812345678")
    papers = Papers(clinic.database, FileStore(tmp_path / "files"), clinic.clock)
    values = {**samples(REFUND_FIELDS, "zh"), "patient": "张𬱖"}
    told = {"kind": "complaint_refund", "form_name": "complaint_refund", "number": "LGBJ1-1", "values": values}
    paper = papers.issue(by=clinic.by(), language="zh", **told)
    before = papers.original(paper.id)
    privacy.erase(customer, "本人要求", clinic.by())
    assert papers.original(paper.id) == before
    assert "张𬱖" in "".join("".join(page_texts(papers.reprint(paper.id))).split())
    assert papers.check() == [] and audit.check(clinic.database).broken_at is None
