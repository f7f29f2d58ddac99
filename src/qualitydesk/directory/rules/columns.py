"""Columns of a file of people: which head means what, and how a cell's text becomes a value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from qualitydesk.directory.model import Sex

_SUPERIOR = (
    "上级工号", "superiornumber", "直属上级工号", "上级主管工号", "主管工号", "直接上级工号", "directsuperiornumber",
    "直属上级", "上级", "superior", "directsuperior", "直接上级", "上级主管", "直属主管", "主管",
    "supervisor", "manager", "直属上级姓名", "上级姓名", "superiorname",
)  # fmt: skip
# In the order they stand in a template. Of several heads that mean the same the first named here counts.
HEADS: Mapping[str, tuple[str, ...]] = {
    "number": ("工号", "number", "staffnumber", "employeenumber", "员工编号", "人员编号", "编号", "staffno", "no"),
    "name": ("姓名", "name", "员工姓名", "fullname", "名字"),
    "sex": ("性别", "sex", "gender"),
    "institution": (
        "机构代码",
        "institutioncode",
        "医院代码",
        "机构",
        "institution",
        "所属机构",
        "医院",
        "院区",
        "机构名称",
        "institutionname",
    ),
    "department": ("科室", "department", "部门", "所属科室", "所在科室"),
    "post": ("岗位", "post", "职务", "职位", "岗位名称", "position"),
    "superior": _SUPERIOR,
    "hired_on": ("入职日期", "hiredon", "hired", "入职时间", "到职日期", "hiredate"),
    "left_on": ("离职日期", "lefton", "left", "离职时间", "leavedate"),
    "since": ("生效日期", "validfrom", "变更生效日期", "from", "since"),
}
# Our own exports' for readers; read only where the better column is missing, else passed over without a word.
BESIDE = frozenset(("上级姓名", "superiorname", "机构名称", "institutionname"))
NOBODY = frozenset(("无", "-", "–", "—", "none", "nobody", "在职"))
_SEXES = {"女": Sex.FEMALE, "female": Sex.FEMALE, "f": Sex.FEMALE, "男": Sex.MALE, "male": Sex.MALE, "m": Sex.MALE}
_BESIDES = re.compile(r"[（(].*?[)）]|[\s_*＊:：\-.]+")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
EARLIEST, LATEST = date(1950, 1, 1), date(2100, 12, 31)


def recognised(head: Sequence[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """(column of each field found, heads of columns that are not used). Order, case, blanks and notes do not count."""
    plain = [_BESIDES.sub("", words).casefold() for words in head]
    found = {
        field: plain.index(alias)
        for field, aliases in HEADS.items()
        if (alias := next((alias for alias in aliases if alias in plain), None)) is not None
    }
    used = set(found.values())
    unused = (at for at, bare in enumerate(plain) if bare and bare not in BESIDE and at not in used)
    return found, tuple(head[at] for at in unused)


def day_of(text: str) -> date | None:
    """A day as people write it: 2025-03-01, 2025/3/1, 2025年3月1日, 20250301. None when it is none of these."""
    found = _DAY.fullmatch(text) or _PACKED.fullmatch(text)
    if found is None:
        return None
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def sex_of(text: str) -> Sex | None:
    """女, 男, female, male, f or m."""
    return _SEXES.get(text.casefold())
