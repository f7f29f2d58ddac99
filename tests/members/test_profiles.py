"""Members' files on both databases: written down, hidden, shown with a reason, merged, with purchases."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from tests.members.conftest import Clinic
from tests.members.test_members import refusal, verbs_of

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.masking import HIDDEN
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.members.model.profile import (
    About,
    AssessmentDraft,
    Birthday,
    Calendar,
    ConsentDraft,
    ConsentKind,
    ConsentWay,
    Kinship,
    ProfileDraft,
    RelativeDraft,
)
from qualitydesk.members.rules.records import CUSTOMER_RECORD
from qualitydesk.members.service import Profiles
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.storage import audit
from qualitydesk.storage.database import insert_row

MID_AUTUMN = Birthday(Calendar.LUNAR, 8, 15, year=1976)
SECRETS = {About.HABITS: "早睡", About.TASTE: "青花瓷", About.BACKGROUND: "世家", About.TABOOS: "花生过敏"}


@pytest.fixture
def profiles(clinic: Clinic) -> Profiles:
    return Profiles(clinic.database, clinic.clock, clinic.directory, clinic.members)


def write(profiles: Profiles, clinic: Clinic, customer: UUID, revision: int = 0) -> None:
    draft = ProfileDraft(
        customer, {**SECRETS, About.JOB: "教师", About.EMAIL: "a@b.cn"}, MID_AUTUMN, clinic.me, True, True, revision
    )
    profiles.save_profile(draft, clinic.by())


def a_purchase(clinic: Clinic, customer: UUID, number: str, member: UUID | None = None) -> UUID:
    day, made = clinic.directory.today(), new_id()
    with clinic.database.transaction() as connection:
        insert_row(
            connection, purchases, id=made, number=number, customer_id=customer, member_id=member or customer,
            institution_id=clinic.home, day=day, kind="treatment", amount=100_00, counted_on=day, counts=100_00,
            voided_why="", note="张女士代付", recorded_at=clinic.clock.now(),
        )  # fmt: skip
    return made


def counted_for(clinic: Clinic) -> dict[str, UUID]:
    with clinic.database.reading() as connection:
        return {row.number: row.member_id for row in connection.execute(purchases.select())}


def test_what_is_written_down_is_kept(clinic: Clinic, profiles: Profiles) -> None:
    customer = clinic.add("王小明", "13812345678")
    assert profiles.file(customer).profile.revision == 0
    write(profiles, clinic, customer)
    found = profiles.file(customer)
    assert found.profile.birthday == MID_AUTUMN and found.born_known
    assert found.profile.says(About.HABITS) == "早睡" and found.profile.says(About.ADDRESS) == ""
    assert found.profile.greeter_id == clinic.me and found.profile.greeter
    assert list(found.profile.words) == [one for one in About if one in found.profile.words]


def test_a_dialog_that_shows_a_part_leaves_the_rest(clinic: Clinic, profiles: Profiles) -> None:
    customer = clinic.add()
    write(profiles, clinic, customer)
    profiles.save_profile(ProfileDraft(customer, {About.DRINKS: " 绿茶 ", About.TASTE: ""}, revision=1), clinic.by())
    found = profiles.file(customer).profile
    assert (found.says(About.DRINKS), found.says(About.HABITS)) == ("绿茶", "早睡")
    assert About.TASTE not in found.words and found.birthday == MID_AUTUMN and found.greeter_id == clinic.me


def test_a_stale_window_overwrites_nothing(clinic: Clinic, profiles: Profiles) -> None:
    customer = clinic.add()
    write(profiles, clinic, customer)
    with pytest.raises(Refused) as refused:
        write(profiles, clinic, customer)
    assert refusal(refused) == "stale"


def test_the_screen_gets_it_hidden(clinic: Clinic, profiles: Profiles) -> None:
    customer = clinic.add("王小明", "13812345678")
    write(profiles, clinic, customer)
    draft = RelativeDraft(customer, Kinship.CHILD, "王小宝", Birthday(Calendar.SOLAR, 6, 1), "喜欢恐龙")
    profiles.save_relative(draft, clinic.by())
    profiles.assess(
        AssessmentDraft(customer, 50_000_000_00, "董事长", "自述", clinic.me, clinic.directory.today()), clinic.by()
    )
    shown = profiles.sheet(customer)
    said = repr(shown)
    for secret in (*SECRETS.values(), "小明", "小宝", "a@b.cn", "13812345678", "恐龙", "董事长", "5000000000", "1976"):
        assert secret not in said, secret
    assert shown.profile.says(About.JOB) == "教师" and shown.profile.says(About.HABITS) == HIDDEN
    assert shown.born_known and not shown.in_full and shown.relatives[0].kinship is Kinship.CHILD


def test_looking_wants_a_reason_and_is_logged(clinic: Clinic, profiles: Profiles) -> None:
    customer = clinic.add("王小明", "13812345678")
    write(profiles, clinic, customer)
    with pytest.raises(Refused) as refused:
        profiles.unmask(customer, "  ", clinic.by())
    assert refusal(refused) == "draft" and "unmask" not in verbs_of(clinic, customer)
    shown = profiles.unmask(customer, "准备接待", clinic.by()).value
    assert shown.in_full and shown.profile.says(About.HABITS) == "早睡"
    with clinic.database.reading() as connection:
        entry = audit.history(connection, "customer", customer)[-1]
    assert (entry.verb, entry.by, entry.after) == ("unmask", clinic.by(), {"reason": "准备接待"})


def test_the_audit_tells_what_changed_and_nothing_else(clinic: Clinic, profiles: Profiles) -> None:
    customer = clinic.add()
    write(profiles, clinic, customer)
    profiles.save_profile(ProfileDraft(customer, {About.JOB: "医生", About.HABITS: "早睡"}, revision=1), clinic.by())
    with clinic.database.reading() as connection:
        entry = audit.history(connection, "customer", customer)[-1]
    assert (entry.before, entry.after) == ({"job": "教师"}, {"job": "医生"})


def test_whose_birthday_it_is_is_found_by_either_calendar(clinic: Clinic, profiles: Profiles) -> None:
    lunar, solar = clinic.add("王小明"), clinic.add("李静")
    write(profiles, clinic, lunar)
    born = Birthday(Calendar.SOLAR, 9, 25)
    profiles.save_profile(ProfileDraft(solar, birthday=born, with_birthday=True), clinic.by())
    assert set(profiles.born_on(date(2026, 9, 25))) == {lunar, solar}
    assert profiles.born_on(date(2027, 9, 15)) == [lunar] and profiles.born_on(date(2027, 9, 16)) == []


def test_family_is_entered_changed_and_struck_out(clinic: Clinic, profiles: Profiles) -> None:
    customer = clinic.add()
    child = profiles.save_relative(RelativeDraft(customer, Kinship.CHILD, "王小宝"), clinic.by()).value
    changed = RelativeDraft(customer, Kinship.CHILD, "王大宝", MID_AUTUMN, id=child, revision=1)
    profiles.save_relative(changed, clinic.by())
    (found,) = profiles.file(customer).relatives
    assert (found.name, found.birthday, found.revision) == ("王大宝", MID_AUTUMN, 2)
    profiles.remove_relative(customer, child, clinic.by())
    assert profiles.file(customer).relatives == ()
    with pytest.raises(Refused) as refused:
        profiles.remove_relative(customer, child, clinic.by())
    assert refusal(refused) == "no_such_relative"
    assert verbs_of(clinic, customer)[-3:] == ["save_relative", "save_relative", "remove_relative"]


def test_the_newest_assessment_in_force_counts_and_all_stay(clinic: Clinic, profiles: Profiles) -> None:
    customer, today = clinic.add(), clinic.directory.today()
    first = AssessmentDraft(customer, 20_000_000_00, "", "名下房产", clinic.me, date(2026, 1, 5))
    second = AssessmentDraft(customer, 50_000_000_00, "", "介绍人说", clinic.me, date(2026, 2, 5), date(2026, 3, 1))
    for draft in (first, second):
        profiles.assess(draft, clinic.by())
    found = profiles.file(customer)
    assert [one.assets for one in found.assessments] == [50_000_000_00, 20_000_000_00]
    assert found.assessment is not None and found.assessment.assets == 20_000_000_00 and today > date(2026, 3, 1)


def test_her_last_word_counts_and_forbids_what_is_sensitive(clinic: Clinic, profiles: Profiles) -> None:
    customer = clinic.add()
    yes = ConsentDraft(customer, ConsentKind.SENSITIVE, True, date(2026, 1, 5), ConsentWay.SIGNED)
    no = ConsentDraft(customer, ConsentKind.SENSITIVE, False, date(2026, 2, 5), ConsentWay.SPOKEN, "来电")
    for draft in (no, yes):  # entered the other way round: her day counts
        profiles.record_consent(draft, clinic.by())
    said = profiles.file(customer).consent(ConsentKind.SENSITIVE)
    assert said is not None and not said.given and said.on == date(2026, 2, 5)
    assert profiles.file(customer).consent(ConsentKind.CALLS) is None
    with pytest.raises(Refused) as refused:
        write(profiles, clinic, customer)
    assert refusal(refused) == "draft" and {one.code for one in refused.value.problems} == {"sensitive_withdrawn"}
    profiles.save_profile(ProfileDraft(customer, {About.JOB: "教师", About.HABITS: ""}), clinic.by())


def test_drafts_are_refused_beside_their_fields(clinic: Clinic, profiles: Profiles) -> None:
    customer, ahead = clinic.add(), date(2099, 1, 1)
    wrong = {
        lambda: profiles.save_profile(
            ProfileDraft(customer, {About.EMAIL: "a at b", About.JOB: "长" * 2001}), clinic.by()
        ): {("email", "email_signs"), ("job", "too_long")},
        lambda: profiles.assess(
            AssessmentDraft(customer, -1, assessed_on=ahead, until=date(2026, 1, 1)), clinic.by()
        ): {("assets", "assets_negative"), ("assessed_by", "assessor_missing"), ("why", "reason_missing"),
            ("assessed_on", "day_to_come"), ("until", "until_too_early")},
        lambda: profiles.record_consent(ConsentDraft(customer), clinic.by()): {
            ("kind", "consent_missing"), ("way", "consent_way_missing"), ("on", "day_missing")},
        lambda: profiles.save_relative(RelativeDraft(customer, name="长" * 41), clinic.by()): {
            ("kinship", "kinship_missing"), ("name", "name_long")},
    }  # fmt: skip
    for act, problems in wrong.items():
        with pytest.raises(Refused) as refused:
            act()
        assert refusal(refused) == "draft"
        assert {(one.field, one.code) for one in refused.value.problems} == problems


@pytest.mark.parametrize("name", ["张𬱖", "㛃", "䶮雅", "O'Neil Anne", "欧" * 40])
def test_rare_and_long_names_come_back_as_they_were(clinic: Clinic, profiles: Profiles, name: str) -> None:
    customer = clinic.add(name)
    profiles.save_relative(RelativeDraft(customer, Kinship.SPOUSE, name), clinic.by())
    found = profiles.file(customer)
    assert found.customer.name == found.relatives[0].name == name
    assert profiles.sheet(customer).relatives[0].name == f"{name[0]}**"


# Merged and separated


def test_a_merged_record_stands_beside_the_one_kept(clinic: Clinic, profiles: Profiles) -> None:
    kept, other = clinic.add("王小明"), clinic.add("王晓明")
    write(profiles, clinic, other)
    profiles.record_consent(
        ConsentDraft(other, ConsentKind.CALLS, False, date(2026, 1, 5), ConsentWay.SPOKEN), clinic.by()
    )
    clinic.members.merge_customers(kept, other, "同一人", clinic.by())
    found = profiles.file(other)
    assert found.customer.id == kept and found.profile.words == {}
    (beside,) = found.beside
    assert beside.line.id == other and beside.profile.says(About.JOB) == "教师"
    said = found.consent(ConsentKind.CALLS)
    assert said is not None and not said.given  # what she forbade on either record holds
    assert "早睡" not in repr(profiles.sheet(kept))
    clinic.members.unmerge(other, "不是同一人", clinic.by())
    assert profiles.file(kept).beside == () and profiles.file(other).profile.says(About.JOB) == "教师"


def test_purchases_follow_a_merge_and_come_back(clinic: Clinic) -> None:
    kept, other = clinic.add("王小明"), clinic.add("王晓明")
    a_purchase(clinic, kept, "A1")
    a_purchase(clinic, other, "B1")
    told: list[tuple[UUID, UUID, dict[str, UUID]]] = []
    clinic.members.when_joined(lambda one, two, _by: told.append((one, two, counted_for(clinic))))
    clinic.members.merge_customers(kept, other, "同一人", clinic.by())
    assert counted_for(clinic) == {"A1": kept, "B1": kept}
    clinic.members.unmerge(other, "不是同一人", clinic.by())
    assert counted_for(clinic) == {"A1": kept, "B1": other}
    assert told == [(kept, other, {"A1": kept, "B1": kept}), (kept, other, {"A1": kept, "B1": other})]


# History


def test_the_history_hides_what_is_sensitive_and_tells_it_in_full_when_asked(
    clinic: Clinic, profiles: Profiles
) -> None:
    customer = clinic.add("王小明", "13812345678")
    write(profiles, clinic, customer)
    profiles.assess(
        AssessmentDraft(customer, 50_000_000_00, "董事长", "自述", clinic.me, clinic.directory.today()), clinic.by()
    )
    read = clinic.directory.records.lines
    hidden, full = repr(read(CUSTOMER_RECORD, customer, "zh")), repr(read(CUSTOMER_RECORD, customer, "zh", full=True))
    for secret in (*SECRETS.values(), "王小明", "13812345678", "1976-08-15", "董事长", "50,000,000", "自述"):
        assert secret not in hidden and secret in full, secret
    assert "教师" in hidden and "农历" in hidden and "138****5678" in hidden


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_and_field_of_the_history_has_its_words(language: str) -> None:
    for verb in CUSTOMER_RECORD.verbs.values():
        assert say(language, verb)
    for field in CUSTOMER_RECORD.fields:
        assert say(language, field.phrase)
    for about in About:
        assert say(language, f"about.{about}") and say(language, f"purpose.{about}")
