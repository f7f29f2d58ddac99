"""The approval matrix says what the rules say."""

from __future__ import annotations

from dataclasses import replace

from tests.rulebook.shipped_rules import changed, edition

from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules.deciding import rights_of

SHIPPED = {rule.value: edition(rule) for rule in Rule}


def test_each_act_names_its_posts_and_its_rule() -> None:
    rights = {one.key: one for one in rights_of(SHIPPED)}
    assert rights["approve_slip"].posts == ("gm",)
    assert rights["decide_dispute"].posts == ("head_of_institution", "cs_director")
    assert rights["lead_quality_check"].conditions == (("right.who.beijing", {"posts": ("supervisor",)}),)
    assert rights["step_approved"].posts == ("cs_director", "head_of_institution")
    assert rights["lock_month"].rule == Rule.SETTLEMENT
    assert rights["confirm_level"].act_says == {"level": "level.4"}
    assert len(rights) == len(rights_of(SHIPPED))


def test_a_changed_rule_changes_its_row() -> None:
    values = changed(dict(SHIPPED["approval"].values), {"posts": ["gm", "cs_director"]})
    rights = {one.key: one for one in rights_of({"approval": replace(SHIPPED["approval"], values=values)})}
    assert rights["approve_slip"].posts == ("gm", "cs_director")
    assert {one.rule for one in rights.values()} == {"approval"}
    assert rights["issue_slip"].posts == ()


def test_no_second_person_no_row() -> None:
    values = changed(dict(SHIPPED["severity"].values), {"second_from": 6})
    assert rights_of({"severity": replace(SHIPPED["severity"], values=values)}) == ()


def test_everything_has_its_words() -> None:
    for language in LANGUAGES:
        for one in rights_of(SHIPPED):
            says = {key: say(language, code) for key, code in one.act_says.items()}
            assert say(language, one.act, **says)
            for code, _values in (*one.conditions, *one.second):
                assert say(language, code, posts="", parties="")
