"""A member's file becomes the values of forms/reception_card.toml (接待卡): how this guest is to be received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from qualitydesk.basics.masking import HIDDEN, masked, masked_telephone
from qualitydesk.basics.phrases import capital, say
from qualitydesk.members.model.profile import PREFERENCES, About, MemberFile
from qualitydesk.members.rules.birthdays import birthday_words, kept_in
from qualitydesk.printing.fields import Field, field

CARD_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "GK000128"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("logo", "标志图片", "Logo (picture)", ""),
    field("hidden", "隐去个人信息", "Personal details hidden (true or false)", False),
    field("name", "姓名", "Name", "张𬱖"),
    field("called", "希望的称呼", "To be addressed as", "张老师", "Dr Zhang"),
    field("sex", "性别", "Sex", "女", "female"),
    field("telephone", "联系电话", "Telephone", "138 0013 8000"),
    field("tier", "会员等级", "Tier", "金卡会员", "Gold"),
    field("greeter", "迎接人", "Greeted by", "顾晓岚"),
    field("flag", "重点关注", "Flag", "上次等候超过一小时，请提前安排。",
          "Waited over an hour last time: be ready early."),
    field("taboos", "过敏与禁忌", "Allergies and taboos", "对花生、乳胶过敏。", "Allergic to peanuts and latex."),
    field("drinks", "饮品", "Drinks", "温水，不加冰", "Warm water, no ice"),
    field("snacks", "茶点水果", "Snacks and fruit", "无糖饼干、橙子", "Sugar-free biscuits, oranges"),
    field("room", "房间与环境", "Room and surroundings", "靠窗，24 ℃，轻音乐", "By the window, 24 °C, soft music"),
    field("interests", "感兴趣的项目", "Interested in", "牙齿美白", "Whitening"),
    field("hours", "方便的时间", "Convenient hours", "周末上午", "Weekend mornings"),
    field("requests", "特别要求", "Special requests", "由女医生接诊。", "To be seen by a woman."),
    field("habits", "生活习惯", "Habits", "午睡后再约。", "Not before the afternoon nap."),
    field("taste", "品味爱好", "Taste", "青花瓷、昆曲", "Blue-and-white porcelain, kunqu opera"),
    field("background", "背景", "Background", "大学教师", "Teaches at a university"),
    field("birthday", "生日", "Birthday", "农历八月十五（今年 2026-09-25）",
          "lunar month 8, day 15 (2026-09-25 this year)"),
    field("family", "家庭成员", "Family", ["配偶 李明", "子女 李小宝"], ["Spouse Li Ming", "Child Li Xiaobao"]),
    field("privileges", "等级礼遇", "Privileges of the tier", ["门口迎接", "饮品、水果、茶点按喜好准备"],
          ["Met at the door", "Drinks, fruit and snacks by preference"]),
    field("note", "备注", "Note", "常与女儿同来。", "Usually comes with her daughter."),
    field("printed_on", "打印日期", "Printed on", "2026-11-21"),
    field("printed_by", "打印人", "Printed by", "贺明远"),
)  # fmt: skip


@dataclass(frozen=True)
class CardPaper:
    """What a card is made of. `tier`, `privileges`: in words, as the part above tells them; `hidden`: for the desk."""

    file: MemberFile
    group_name: str
    tier: str
    privileges: Sequence[str]
    printed_on: date
    printed_by: str
    hidden: bool = False


def card_fields(paper: CardPaper, language: str) -> dict[str, Any]:
    """Every field of `CARD_FIELDS`. The version for the desk names nobody: what is needed to receive her is left, her
    taboos among it."""
    file, hidden = paper.file, paper.hidden
    customer, profile = file.customer, file.profile
    telephone = customer.telephones[0] if customer.telephones else ""
    preferences = {about.value: profile.says(about) for about in PREFERENCES}
    told = (About.REQUESTS, About.HABITS, About.TASTE, About.BACKGROUND)
    flag = customer.flag
    values = {
        "number": customer.number,
        "group_name": paper.group_name,
        "institution": customer.institution,
        "logo": "",
        "hidden": hidden,
        "name": masked(customer.name) if hidden else customer.name,
        "sex": say(language, f"sex.{customer.sex}") if customer.sex else "",
        "telephone": masked_telephone(telephone) if hidden else telephone,
        "tier": paper.tier,
        "greeter": profile.greeter,
        "flag": flag.reason if flag else "",
        **preferences,
        **{about.value: "" if hidden else profile.says(about) for about in told},
        "birthday": "" if hidden else _born(file, language),
        "family": [] if hidden else _family(file, language),
        "privileges": list(paper.privileges),
        "note": "" if hidden else customer.note,
        "printed_on": paper.printed_on.isoformat(),
        "printed_by": paper.printed_by,
    }
    if hidden and values["called"] and customer.name and customer.name in str(values["called"]):
        values["called"] = f"{customer.name[:1]}{HIDDEN}"
    return {one.key: values[one.key] for one in CARD_FIELDS}


def _born(file: MemberFile, language: str) -> str:
    birthday = file.profile.birthday
    if birthday is None:
        return ""
    days = kept_in(birthday, file.today.year)
    words = birthday_words(birthday, language)
    if not days:
        return words
    return say(language, "guest_card.kept", birthday=words, days=", ".join(day.isoformat() for day in days))


def _family(file: MemberFile, language: str) -> list[str]:
    return [
        " ".join(part for part in (capital(say(language, f"kinship.{one.kinship}")), one.name, one.note) if part)
        for one in file.relatives
    ]
