"""Post profiles: what ships, what the group makes of it, and what a round walked by profile asks of whom."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from fractions import Fraction
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import HIRED, Group, a_pack

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.changes import Change
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.places import shipped
from qualitydesk.directory.model import EmployeeDraft, PlaceDraft, PlaceKind, PostDraft, Sex
from qualitydesk.inspections.model import Given, PlanDraft, RoundDraft, SampleRule, Target, Verdict
from qualitydesk.inspections.model.checklists import ChecklistOptions
from qualitydesk.inspections.model.profiles import Profile, ProfileDraft
from qualitydesk.inspections.printout import report_fields
from qualitydesk.inspections.rules.pack_format import parse_pack
from qualitydesk.inspections.rules.profiles import minutes_of, packs_for_posts, packs_of
from qualitydesk.inspections.service import PlanCalendar, Plans, Suggestions
from qualitydesk.printing.pages import page_texts
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage import audit
from qualitydesk.storage.files import FileStore

CODES = ("walk", "bell", "dose", "own")


@dataclass
class House:
    """Two guides and a nurse. The guides are inspected with walk and bell, the nurse with walk and dose."""

    group: Group
    nurse: object

    def draft(self, *codes: str, by_profile: bool = True) -> RoundDraft:
        group = self.group
        return RoundDraft(
            institution_id=group.institution,
            inspector_ids=(group.me,),
            pack_codes=codes or CODES,
            employee_ids=tuple(group.people),
            by_profile=by_profile,
        )

    def asked(self, round_id: object) -> dict[str, set[str]]:
        """The packs each person is asked items of, by post and name."""
        walk = self.group.walk(round_id)  # type: ignore[arg-type]
        return {stop.name: {item.code.partition("-")[0].lower() for item in walk.items[stop.id]} for stop in walk.stops}

    def save(self, post: str, *packs: str, revision: int = 0) -> Profile:
        return self.group.standards.save_profile(ProfileDraft(post, packs, revision), self.group.by()).value


@pytest.fixture
def house(group: Group) -> House:
    by = group.by()
    for code, items in (("bell", 3), ("dose", 2), ("own", 1)):
        group.adopt(a_pack(code, items), code)
    post = group.directory.save_post(PostDraft("nurse", "护士"), by).value
    draft = EmployeeDraft("N001", "赵护士", Sex.FEMALE, HIRED, None, group.desk, post, group.me)
    nurse = group.directory.save_employee(draft, by).value
    group.people.append(nurse)
    made = House(group, nurse)
    made.save("guide", "walk", "bell")
    made.save("nurse", "walk", "dose")
    return made


# What ships


def _shipped() -> dict[str, list[str]]:
    found = tomllib.loads(shipped("resources/profiles.toml").read_text(encoding="utf-8"))["profiles"]
    assert len({one["post"] for one in found}) == len(found)
    return {one["post"]: one["packs"] for one in found}


def test_every_post_of_a_shipped_profile_ships_and_no_pack_stands_twice() -> None:
    posts = {one["code"] for one in tomllib.loads(shipped("resources/posts.toml").read_text("utf-8"))["posts"]}
    for post, packs in _shipped().items():
        assert post in posts
        assert packs and len(set(packs)) == len(packs)


@pytest.mark.parametrize("post", _shipped())
def test_every_pack_of_a_shipped_profile_ships_is_on_and_meant_for_the_post(post: str) -> None:
    for code in _shipped()[post]:
        path = shipped(f"resources/standards/{code}.toml")
        pack = parse_pack(path.read_text(encoding="utf-8"), code)
        assert not pack.off and pack.target is Target.PERSON
        assert pack.applies_to(None, post)


# Stored, changed, reset


def test_a_profile_is_the_one_that_ships_until_the_group_has_its_own(group: Group) -> None:
    standards, by = group.standards, group.by()
    usual = standards.profile("cashier")
    assert usual.packs == tuple(_shipped()["cashier"]) and not usual.own and usual.revision == 0
    done = standards.save_profile(ProfileDraft("cashier", ("walk",)), by)
    assert done.touched == {Change.STANDARDS}
    own = standards.profile("cashier")
    assert (own.packs, own.own, own.revision, own.decided_by) == (("walk",), True, 1, group.me)
    assert own.changed_at == group.clock.now()
    back = standards.reset_profile(ProfileDraft("cashier", (), 1), by).value
    assert back.packs == usual.packs and not back.own and back.revision == 2
    with group.database.reading() as connection:
        kept = audit.history(connection, "post_profile", "cashier")
    assert {entry.verb for entry in kept} == {"save_profile", "reset_profile"}


def test_a_post_of_the_groups_own_has_none_and_can_be_given_one(group: Group) -> None:
    standards = group.standards
    assert standards.profile("barber") == Profile("barber")
    standards.save_profile(ProfileDraft("barber", ("walk",)), group.by())
    assert standards.profile_packs()["barber"] == ("walk",)
    standards.save_profile(ProfileDraft("barber", (), 1), group.by())
    assert standards.profile("barber").own and "barber" not in standards.profile_packs()


def test_a_stale_profile_is_refused_also_after_what_ships_was_put_back(group: Group) -> None:
    standards, by = group.standards, group.by()
    standards.save_profile(ProfileDraft("guide", ("walk",)), by)
    for revision in (0, 2):
        with pytest.raises(Refused, match="stale"):
            standards.save_profile(ProfileDraft("guide", (), revision), by)
    standards.reset_profile(ProfileDraft("guide", (), 1), by)
    standards.save_profile(ProfileDraft("guide", ("walk",), 2), by)
    with pytest.raises(Refused, match="stale"):
        standards.save_profile(ProfileDraft("guide", (), 1), by)


def test_only_packs_for_people_of_the_post_are_taken_but_what_stood_there_may_stay(group: Group) -> None:
    standards, by = group.standards, group.by()
    group.adopt(a_pack("hall", 1).replace('target = "person"', 'target = "place"'), "hall")
    group.adopt(a_pack("dose", 1).replace('target = "person"', 'target = "person"\nposts = ["nurse"]'), "dose")
    for code in ("hall", "dose", "nothing"):
        with pytest.raises(Refused) as refused:
            standards.save_profile(ProfileDraft("guide", ("walk", code)), by)
        assert [(one.field, one.code) for one in refused.value.problems] == [("packs", "profile_pack_unfit")]
    gone = "phrases_general"  # named by the profile that ships, and not in this database
    standards.save_profile(ProfileDraft("guide", ("walk", gone)), by)
    assert standards.profile("guide").packs == ("walk", gone)


def test_the_same_packs_in_another_order_change_nothing(group: Group) -> None:
    usual = group.standards.profile("nurse")
    done = group.standards.save_profile(ProfileDraft("nurse", usual.packs[::-1]), group.by())
    assert done.touched == frozenset() and not group.standards.profile("nurse").own


# Walked


def test_everybody_is_asked_what_the_profile_of_the_post_names(house: House) -> None:
    round_id = house.group.rounds.open_round(house.draft(), house.group.by()).value
    assert house.asked(round_id) == {
        "王导医1": {"walk", "bell", "own"}, "李导医2": {"walk", "bell", "own"}, "赵护士": {"walk", "dose", "own"},
    }  # fmt: skip
    assert house.group.rounds.lines()[0].total == 2 * (4 + 3 + 1) + (4 + 2 + 1)
    assert house.group.rounds.round(round_id).by_profile


def test_the_report_says_that_not_everybody_was_asked_everything(house: House) -> None:
    group = house.group
    told = []
    for by_profile in (True, False):
        result = group.rounds.result(group.rounds.open_round(house.draft(by_profile=by_profile), group.by()).value)
        told.append(report_fields(result, "zh", group_name="安和")["packs"].endswith("每人按岗位方案检查"))
    assert told == [True, False]


def test_without_the_wish_everybody_is_asked_everything(house: House) -> None:
    round_id = house.group.rounds.open_round(house.draft(by_profile=False), house.group.by()).value
    assert set(map(frozenset, house.asked(round_id).values())) == {frozenset(CODES)}
    assert {stop.packs for stop in house.group.walk(round_id).stops} == {None}


def test_a_suggested_round_asks_by_profile_unless_that_left_out_what_is_to_be_checked_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = house.group
    calendar = Calendar(group.database, group.clock)
    plans = Plans(group.database, group.clock, group.directory, group.rounds)
    plan = PlanCalendar(group.database, group.clock, group.directory, group.rulebook, calendar, plans)
    parts = (group.directory, group.standards, group.rounds, plan, group.measures)
    suggestions = Suggestions(group.database, group.clock, *parts)
    found = suggestions.suggest(group.institution, group.me, seed=1)
    draft = suggestions.draft_of(found, group.me)
    assert draft.by_profile and len(draft.employee_ids) == 3
    round_id = suggestions.begin(draft, group.by(), found).value
    assert house.asked(round_id)["赵护士"] == {"walk", "dose", "own"}

    def due(code: str) -> None:
        recheck = SimpleNamespace(number="ZG-1", employee_id=group.people[0], place_id=None, item_code=code)
        monkeypatch.setattr(group.measures, "due_rechecks", lambda *_: [recheck])

    items = {pack.code: pack.items[0].code for pack in group.standards.packs()}
    due(items["walk"])
    assert suggestions.suggest(group.institution, group.me, seed=1).by_profile
    due(items["dose"])  # which no guide is asked by profile
    assert not suggestions.suggest(group.institution, group.me, seed=1).by_profile


def test_whom_the_packs_ask_nothing_by_profile_is_not_walked(house: House) -> None:
    group = house.group
    people = group.rounds.suggested_people(group.institution, ("dose",), by_profile=True)
    assert {one.name for one in people} == {"李敏", "赵护士"}  # the supervisor's post has no profile
    round_id = group.rounds.open_round(house.draft("dose"), group.by()).value
    assert house.asked(round_id) == {"赵护士": {"dose"}}


def test_a_post_without_a_profile_is_asked_everything_meant_for_it(house: House) -> None:
    house.save("nurse", revision=1)
    round_id = house.group.rounds.open_round(house.draft(), house.group.by()).value
    assert house.asked(round_id)["赵护士"] == set(CODES)


def test_places_are_walked_whatever_the_profiles_say(house: House) -> None:
    group = house.group
    group.adopt(a_pack("hall", 2).replace('target = "person"', 'target = "place"'), "hall")
    by = group.by()
    hall = group.directory.save_place(PlaceDraft(group.institution, "一楼大厅", PlaceKind.HALL), by).value
    draft = replace(house.draft("walk", "hall"), place_ids=(hall,))
    walk = group.walk(group.rounds.open_round(draft, group.by()).value)
    assert [len(walk.items[stop.id]) for stop in walk.stops if stop.target is Target.PLACE] == [2]


def test_a_profile_changed_later_leaves_the_round_alone_and_holds_for_who_joins(house: House) -> None:
    group = house.group
    draft = replace(house.draft(), employee_ids=tuple(group.people[1:]))
    round_id = group.rounds.open_round(draft, group.by()).value
    house.save("guide", "bell", revision=1)
    found = group.rounds.could_join(round_id)
    assert [found.counts[one.id] for one in found.people] == [3 + 1]
    group.rounds.add_stops(round_id, [group.people[0]], [], group.by())
    assert house.asked(round_id) == {
        "李导医2": {"walk", "bell", "own"}, "赵护士": {"walk", "dose", "own"}, "王导医1": {"bell", "own"},
    }  # fmt: skip


def test_a_pack_switched_off_is_neither_offered_nor_walked(house: House) -> None:
    group = house.group
    group.standards.switch("bell", False, group.by())
    packs = group.standards.packs()
    assert packs_for_posts(["guide"], group.standards.profile_packs(), packs) == ["walk"]
    with pytest.raises(Refused) as refused:
        group.rounds.open_round(house.draft("walk", "bell"), group.by())
    assert refused.value.problems[0].code == "pack_off"


def test_a_stop_is_held_to_the_mark_of_the_packs_it_is_walked_with(house: House) -> None:
    group = house.group
    strict = a_pack("dose", 2).replace("minutes = 3", "minutes = 3\npass_mark = 1.0")
    group.adopt(strict, "dose", 2)
    round_id = group.rounds.open_round(house.draft(), group.by()).value
    walk = group.walk(round_id)
    for stop in walk.stops:
        for item in walk.items[stop.id]:
            group.rounds.record_answer(round_id, stop.id, item, Given(Verdict.PASS), group.by())
    marks = {one.stop.name: one.score.pass_mark for one in group.rounds.result(round_id).stops}
    assert marks == {"王导医1": Fraction(9, 10), "李导医2": Fraction(9, 10), "赵护士": Fraction(1)}


def test_the_lot_is_cast_among_whom_the_profiles_ask_something(house: House) -> None:
    group = house.group
    frame = group.rounds.frame(group.institution, ("dose",), SampleRule(1), (group.me,), by_profile=True)
    assert [one.number for one in frame] == ["N001"]
    sample = group.rounds.draw_sample(group.institution, ("dose",), SampleRule(1), (group.me,), by_profile=True)
    draft = replace(house.draft("dose"), employee_ids=sample.drawn, sample=sample)
    round_id = group.rounds.open_round(draft, group.by()).value
    proof = group.rounds.prove_sample(round_id)
    assert proof.drawn_again and proof.frame_again


def test_a_plan_keeps_the_wish_and_begins_by_the_profiles_of_its_day(house: House, files: FileStore) -> None:
    group = house.group
    plans = Plans(group.database, group.clock, group.directory, group.rounds)
    day = group.directory.today()
    wanted = PlanDraft(day, "patrol", group.institution, (group.me,), ("walk", "dose"), by_profile=True)
    plan = plans.plan(wanted, group.by()).value
    assert plans.plan_of(plan).draft.by_profile
    checklists = Services(group.database, files, group.clock).checklists
    listed = "".join(page_texts(checklists.of_plan(plan, ChecklistOptions())))
    assert listed.count("第3项合格") == 3 and listed.count("第2项合格") == 4  # walk for all three, dose for the nurse
    round_id = plans.start(plan, group.by()).value
    assert house.asked(round_id)["王导医1"] == {"walk"} and house.asked(round_id)["赵护士"] == {"walk", "dose"}


# The rule


@given(
    st.dictionaries(st.sampled_from(["guide", "nurse"]), st.lists(st.sampled_from(CODES), min_size=1, unique=True)),
    st.sampled_from(["guide", "nurse", "doctor", None]),
)
def test_a_pack_is_asked_if_the_profile_names_it_or_no_profile_does(
    profiles: dict[str, list[str]], post: str | None
) -> None:
    packs = [parse_pack(a_pack(code, 1), code) for code in CODES]
    known = {one: tuple(codes) for one, codes in profiles.items()}
    asked = {pack.code for pack in packs_of(packs, post, known)}
    for code in CODES:
        named = any(code in codes for codes in profiles.values())
        assert (code in asked) is (post not in profiles or code in profiles[post] or not named)


def test_a_persons_time_counts_one_of_the_packs_for_women_and_for_men() -> None:
    women = parse_pack(a_pack("women", 1).replace("minutes = 3", 'minutes = 5\nsex = "female"'), "women")
    men = parse_pack(a_pack("men", 1).replace("minutes = 3", 'minutes = 4\nsex = "male"'), "men")
    both = parse_pack(a_pack("both", 1), "both")
    assert minutes_of([women, men, both], "guide") == 8
