"""Columns of an old list: what their heads usually mean, which of the program's values their words stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualitydesk.basics.columns import MOST_VALUES, ListColumn, Own, Source, matched, plain
from qualitydesk.basics.days import DateForm
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model.importing import (
    CLOSED,
    OPEN,
    REQUIRED,
    TRANSLATED,
    ListField,
    ListLook,
    ListMapping,
)

_HEADS: Mapping[ListField, tuple[str, ...]] = {
    ListField.NUMBER: (
        "编号", "投诉编号", "案件编号", "序号", "单号", "ticket", "ticketno", "number", "casenumber", "no", "id",
    ),
    ListField.RECEIVED: (
        "投诉日期", "受理日期", "接诉日期", "登记日期", "投诉时间", "受理时间", "接诉时间", "登记时间", "日期", "date",
        "received", "datereceived", "receivedon",
    ),
    ListField.RECEIVED_CHECK: ("datemonthyear",),
    ListField.RECEIVED_TIME: ("投诉时间", "受理时间", "接诉时间", "登记时间", "时间", "时刻", "time", "receivedtime"),
    ListField.INSTITUTION: (
        "机构", "医院", "院区", "门诊", "机构名称", "机构代码", "所属机构", "institution", "clinic", "hospital",
    ),
    ListField.CHANNEL: ("渠道", "投诉渠道", "投诉方式", "来源", "receivedvia", "channel", "via", "source"),
    ListField.SUBJECT: ("类别", "投诉类别", "类型", "投诉类型", "事项", "投诉事项", "subject", "category", "type"),
    ListField.NARRATIVE: (
        "投诉内容", "内容", "事由", "经过", "投诉经过", "情况描述", "投诉事由", "customercomplaint", "complaint",
        "narrative", "description",
    ),
    ListField.COMPLAINANT: ("投诉人", "投诉人姓名", "姓名", "complainant", "name", "customer"),
    ListField.TELEPHONE: ("电话", "联系电话", "手机", "手机号", "联系方式", "telephone", "phone", "mobile"),
    ListField.BEHALF: ("代诉", "代他人投诉", "是否代诉", "filingonbehalfofsomeone", "onbehalf"),
    ListField.PATIENT: ("患者", "患者姓名", "病人", "patient", "patientname"),
    ListField.PLACE: ("地点", "科室", "发生地点", "place", "department", "city"),
    ListField.DEMAND: ("诉求", "要求", "投诉诉求", "demand", "remedy"),
    ListField.LEVEL: ("等级", "级别", "投诉等级", "level", "severity"),
    ListField.STATUS: ("状态", "处理状态", "是否结案", "status", "state"),
    ListField.CLOSED: ("结案日期", "结案时间", "办结日期", "处理日期", "closed", "dateclosed", "closedon"),
    ListField.SUMMARY: ("处理结果", "处理情况", "结果", "结案意见", "result", "resolution", "summary"),
}  # fmt: skip
KNOWN_AS: Mapping[str, tuple[str, ...]] = {
    "telephone": ("电话", "来电", "电话投诉", "customercarecall", "call", "phone"),
    "face_to_face": ("当面", "现场", "来访", "面谈", "窗口", "walkin", "inperson"),
    "online_chat": ("网络", "线上", "商务通", "在线咨询", "internet", "web", "chat", "online"),
    "letter": ("来信", "信件", "信函", "mail", "post"),
    "message_board": ("意见簿", "意见箱", "留言"),
    "social_media": ("微博", "抖音", "小红书", "社交媒体"),
    "hotline_12345": ("12345", "市民热线"),
    "hotline_12315": ("12315",),
    "authority": ("卫健委", "主管部门", "卫生行政部门"),
    "return_call": ("回访", "电话回访"),
    OPEN: ("未结案", "未办结", "处理中", "待处理", "进行中", "否", "open", "pending", "inprogress", "new"),
    CLOSED: ("已结案", "结案", "已办结", "办结", "已处理", "完成", "是", "closed", "solved", "resolved", "done"),
    "yes": ("是", "有", "yes", "y", "true", "1"),
    "no": ("否", "无", "no", "n", "false", "0"),
    "1": ("i", "1", "一级", "ⅰ", "一般"),
    "2": ("ii", "2", "二级", "ⅱ"),
    "3": ("iii", "3", "三级", "ⅲ"),
    "4": ("iv", "4", "四级", "ⅳ"),
    "5": ("v", "5", "五级", "ⅴ"),
}
"""What old lists call the program's values, besides its own words."""


def guessed(columns: Sequence[ListColumn], own: Mapping[ListField, tuple[Own, ...]]) -> ListMapping:
    """What the heads usually mean; each column for one field only, and values where they match by word or code."""
    by_head = {plain(one.head): one for one in reversed(columns)}
    sources: dict[ListField, Source] = {}
    used: set[str] = set()
    for field, aliases in _HEADS.items():
        found = next((by_head[one] for one in aliases if one in by_head and by_head[one].head not in used), None)
        if found is not None:
            sources[field] = Source(found.head)
            used.add(found.head)
    for field in (ListField.INSTITUTION, ListField.CHANNEL):
        if field not in sources and len(own.get(field, ())) == 1:
            sources[field] = Source(fixed=own[field][0].key)
    return completed(ListMapping(sources), columns, own)


def completed(
    mapping: ListMapping, columns: Sequence[ListColumn], own: Mapping[ListField, tuple[Own, ...]]
) -> ListMapping:
    """The same, with every value of a translated column that matches by word or code and was not told before."""
    by_head = {one.head: one for one in columns}
    values = {field: dict(known) for field, known in mapping.values.items()}
    for field in TRANSLATED:
        column = by_head.get(mapping.source(field).column)
        if column is None:
            continue
        mine = values.setdefault(field, {})
        for text, _count in column.values:
            found = matched(text, own.get(field, ()), KNOWN_AS)
            if text not in mine and found is not None:
                mine[text] = found
    return ListMapping(mapping.sources, values, mapping.forms)


def problems_in_mapping(mapping: ListMapping, look: ListLook) -> list[Problem]:
    """What must be told before the rows can be judged, filed under the field's name."""
    columns = {one.head: one for one in look.columns}
    found: list[Problem] = []
    for field in ListField:
        source = mapping.source(field)
        if not source.column and not source.fixed:
            if field in REQUIRED:
                found.append(Problem(field, "list_column_missing"))
            continue
        if source.column and source.column not in columns:
            found.append(Problem(field, "list_column_gone", {"head": source.column}))
            continue
        if source.column:
            found += _in_column(field, columns[source.column], mapping)
    return found


def _in_column(field: ListField, column: ListColumn, mapping: ListMapping) -> list[Problem]:
    if field in (ListField.RECEIVED, ListField.CLOSED):
        return _in_days(field, column, mapping)
    if field not in TRANSLATED or field is ListField.SUBJECT:
        return []  # what is complained of may stay in the list's own words
    if column.different > MOST_VALUES:
        return [Problem(field, "list_values_many", {"count": column.different, "most": MOST_VALUES})]
    untold = [text for text, _count in column.values if text not in mapping.values.get(field, {})]
    if not untold:
        return []
    some = "、".join(untold[:5]) + ("…" if len(untold) > 5 else "")
    return [Problem(field, "list_values_untold", {"count": len(untold), "values": some})]


def _in_days(field: ListField, column: ListColumn, mapping: ListMapping) -> list[Problem]:
    """Several forms would fit: asked. None does: two are mixed, and a second column or the user must tell."""
    told = mapping.forms.get(field)
    if not column.days or told is not None or len(column.forms) == 1:
        return []
    if field is ListField.RECEIVED and mapping.source(ListField.RECEIVED_CHECK).column:
        return []
    return [Problem(field, "list_days_several" if column.forms else "list_days_mixed", {"head": column.head})]


def form_of(field: ListField, column: ListColumn, mapping: ListMapping) -> DateForm | None:
    """How the days of a column are read: as told, or as it says itself."""
    told = mapping.forms.get(field)
    return told or (column.forms[0] if len(column.forms) == 1 else None)
