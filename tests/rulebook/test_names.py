"""A rule has one name: what the words of the program call it is the title it ships with."""

from __future__ import annotations

import tomllib

import pytest

from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.basics.places import shipped
from qualitydesk.rulebook.model import Rule


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", list(Rule))
def test_a_rule_is_called_by_its_title(rule: Rule, language: str) -> None:
    told = tomllib.loads(shipped(f"resources/rulebook/{rule}.toml").read_text(encoding="utf-8"))
    assert say(language, f"rule.name.{rule}") == told["texts"][language]["title"]
