"""The explanation: its steps in order, in both languages, and its words complete."""

from __future__ import annotations

import json
import string
from dataclasses import replace
from datetime import date

from tests.penalties.ladder_facts import ACT_DAY, EMPLOYEE, SUPERIOR, at, days_ago, earlier, facts, finding
from tests.rulebook.shipped_rules import ladder

from qualitydesk.basics.phrases import table
from qualitydesk.penalties.model import Basis, Choice, Decision, Line, Reason, SlipState, Standing
from qualitydesk.penalties.rules import decide, warnings, word, words, would_have_been
from qualitydesk.rulebook.model import ROUND_KINDS, Column, Counts, Gravity, Role, Sanction

LADDER = ladder()


def test_a_second_offence_is_explained_step_by_step_in_chinese() -> None:
    before = (
        earlier("A2", date(2026, 3, 12), 41),
        earlier("A1", date(2026, 6, 5), 88, standing=Standing.WITHDRAWN),
        earlier("A3", date(2025, 9, 30), 193),
    )
    decision = decide(facts(finding(gravity=Gravity.SERIOUS), before=before, head=SUPERIOR), LADDER)
    assert words(decision, "zh") == (
        "依据《员工违规处分办法》第 1 版，自 2000-01-01 起施行。",
        "张𬱖于 2026-11-21 在日常巡查（XJ-BJ-2026-0900）中有 1 项不合格。日常巡查属于“机构自查”一栏，按该栏档次处分。",
        "未达到“佩戴胸牌”（较重），第二次。",
        "追溯 12 个月：2025-11-21 起至 2026-11-21 本次违规之前。",
        "计入：2026-03-12，XJ-BJ-2026-0041，未达到“头发整洁”（计入第二次）。",
        "不计入：2025-09-30，XJ-BJ-2025-0193，未达到“指甲修剪”（超出追溯期）。",
        "不计入：2026-06-05，XJ-BJ-2026-0088，未达到“佩戴胸牌”（处分单已撤销）。",
        "以未达到“佩戴胸牌”（仪容仪表类）定档：此前计入同类检查项 1 次、同一检查项 0 次，本次按第二次处理。",
        "处分：经济处分。",
        "直属上级与科室主任同为李雪梅，只计一次。",
        "员工本人张𬱖：经济处分，¥100.00（按较重情形）。",
        "直属上级李雪梅：承担管理责任，¥100.00（与员工本人同额）。",
        "合计：¥100.00 + ¥100.00 = ¥200.00。",
    )


def test_a_dismissal_is_explained_in_english_as_a_proposal() -> None:
    before = tuple(earlier("A1", days_ago(day), day, kind="group_round") for day in (30, 20, 10))
    decision = decide(facts(kind="quality_check", before=before), LADDER)
    found = words(decision, "en")
    assert found[1] == (
        "On 2026-11-21, items failed by 张𬱖 in a quality check (XJ-BJ-2026-0900): 1. "
        'On the ladder, a quality check belongs to the column "group\'s checks".'
    )
    assert found[7:] == (
        '"Badge worn" not met (group: Appearance) decides: counted before it in the same group 3, '
        "on the same item 3; beyond three it is still "
        "treated as a third offence.",
        "Sanction: dismissal proposed.",
        "This is a proposal. The personnel department decides by the procedure the law prescribes; "
        "the program does not.",
        "Told: Direct superior 李雪梅.",
        "Told: Department head 王建国.",
        "No money is involved.",
    )


def test_what_was_entered_later_chosen_or_left_out_is_said() -> None:
    late = earlier("A1", days_ago(30), 1, kind="group_round", recorded_at=at(ACT_DAY, 9))
    choice = Choice({Role.EMPLOYEE: 50000}, "多次提醒无效", frozenset({Role.HEAD}), "当日外出培训")
    decision = decide(facts(kind="group_round", before=(late,), choice=choice), LADDER)
    found = words(decision, "zh")
    assert "计入：2026-10-22，XJ-BJ-2026-0001，未达到“佩戴胸牌”（计入第二次和第三次；2026-11-21 补录）。" in found
    assert "本次免除科室主任王建国，理由：当日外出培训" in found
    assert "选定金额的理由：多次提醒无效" in found
    assert "处理结果通过办公系统告知当事人及责任人。" in found
    assert found[-1] == "合计：¥500.00 + ¥100.00 = ¥600.00。"


def test_findings_that_are_no_offence_or_one_with_another_are_said() -> None:
    act = facts(finding("A1", 1), finding("A1", 2), finding("C1", 3, partly=True))
    found = words(decide(act, LADDER), "zh")
    assert "未达到“佩戴胸牌”（一般），与本次同一检查项合并，不另计。" in found
    assert "检查项“主动问候”（一般）：按制度不属违规，不予处分。" in found
    assert "追溯期内没有应当计入的违规。" in found


def test_an_issued_slip_shows_what_it_would_have_been_and_stays_as_it_is() -> None:
    issued = decide(facts(), LADDER)
    kept = issued.to_json()
    fresh = decide(facts(before=(earlier("A1", days_ago(30), 1, recorded_at=at(ACT_DAY, 20)),)), LADDER)
    line = would_have_been(issued, fresh)
    assert line is not None
    assert word(line, "zh") == (
        "提出时定为第一次，合计 ¥0.00；按目前掌握的情况应为第二次，合计 ¥150.00。处分单不作变更。"
    )
    assert would_have_been(issued, decide(facts(), LADDER)) is None
    nothing = would_have_been(issued, None)
    assert nothing is not None
    assert "¥0.00" in word(nothing, "zh")
    assert issued.to_json() == kept


def test_a_title_missing_in_a_language_is_shown_in_the_other() -> None:
    line = Line(
        "explain.finding_same_item", {"item_text": {"zh": "佩戴胸牌"}, "gravity_code": "ladder.gravity.serious"}
    )
    assert word(line, "en").startswith("Not met: 佩戴胸牌")


def test_a_person_with_braces_in_her_name_breaks_nothing() -> None:
    act = facts()
    odd = replace(act, act=replace(act.act, employee=replace(EMPLOYEE, name="{x}")))
    assert "{x}" in words(decide(odd, LADDER), "zh")[1]


def test_every_code_has_its_words_in_both_languages_with_the_same_places() -> None:
    wanted = {
        *(f"ladder.reason.{reason}" for reason in Reason),
        *(f"ladder.basis.{basis}" for basis in Basis),
        *(f"ladder.kind.{kind}" for kind in ROUND_KINDS),
        *(f"ladder.column.{column}" for column in Column),
        *(f"ladder.gravity.{gravity}" for gravity in Gravity),
        *(f"ladder.scope.{scope}" for scope in Counts),
        *(f"ladder.rung.{rung}" for rung in (1, 2, 3)),
        *(f"ladder.state.{state}" for state in SlipState),
        *(f"sanction.{sanction}" for sanction in Sanction),
        *(f"role.{role}" for role in Role),
    }
    mine = ("ladder.", "sanction.", "role.", "rule.", "explain.")
    zh, en = ({key: text for key, text in table(language).items() if key.startswith(mine)} for language in ("zh", "en"))
    assert wanted <= zh.keys()
    assert zh.keys() == en.keys()
    assert {key: places(text) for key, text in zh.items()} == {key: places(text) for key, text in en.items()}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_what_counts_and_wants_a_second_look_is_said_in_a_line_of_its_own() -> None:
    today = earlier("A1", ACT_DAY, 7, slip_issued=False)
    old = earlier("A2", days_ago(20), 8)
    decision = decide(facts(before=(today, old)), LADDER)
    assert decision.rung == 2
    assert [word(line, "zh") for line in warnings(decision)] == [
        "计入的 XJ-BJ-2026-0007 与本次同在 2026-11-21 查出，请核对是否为同一次违规。",
        "计入的 XJ-BJ-2026-0007 尚未签发处分单，员工在本次违规前未必知悉，请核对。",
    ]
    assert "make sure that it was not the same offence" in " ".join(words(decision, "en"))
    assert Decision.from_json(json.loads(json.dumps(decision.to_json()))) == decision
    assert warnings(decide(facts(before=(old,)), LADDER)) == ()


def test_what_was_fixed_on_the_spot_still_counts_and_that_is_said() -> None:
    found = words(decide(facts(finding("A1", 1, fixed=True)), LADDER), "zh")
    assert "其中有当场整改的，按制度仍计为违规。" in found
    assert "其中有当场整改的，按制度仍计为违规。" not in words(decide(facts(), LADDER), "zh")


def test_a_decision_archived_in_the_older_words_can_still_be_read() -> None:
    values = {"item_text": {"zh": "佩戴胸牌"}, "seconds": 1, "second_scope_code": "ladder.scope.group", "thirds": 0}
    line = Line("explain.rung", {**values, "third_scope_code": "ladder.scope.item", "rung_code": "ladder.rung.2"})
    assert word(line, "zh").startswith("以“佩戴胸牌”定档")
