"""Columns of a list of purchases: what their heads usually mean, which of our values their words stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualitydesk.basics.columns import MOST_VALUES, ListColumn, Own, Source, matched, plain
from qualitydesk.basics.errors import Problem
from qualitydesk.members.model.purchase_lists import (
    REQUIRED,
    TRANSLATED,
    PurchaseField,
    PurchaseLook,
    PurchaseMapping,
)

_HEADS: Mapping[PurchaseField, tuple[str, ...]] = {
    PurchaseField.NUMBER: (
        "单号", "消费单号", "收费单号", "订单号", "发票号", "票据号", "流水号", "结算单号", "invoiceno",
        "invoice", "bill", "billno", "receipt", "receiptno", "orderno", "number",
    ),
    PurchaseField.DAY: (
        "消费日期", "消费时间", "收费日期", "收费时间", "结算日期", "结算时间", "交易时间", "日期", "时间",
        "date", "day", "invoicedate", "invoicetime", "paidon",
    ),
    PurchaseField.AMOUNT: (
        "金额", "消费金额", "实收金额", "实付金额", "收费金额", "应收金额", "实收", "合计", "amount", "paid",
        "total", "sum",
    ),
    PurchaseField.CARD: (
        "会员卡号", "卡号", "会员号", "会员编号", "顾客编号", "客户编号", "病历号", "档案号", "customerid",
        "card", "cardno", "member", "memberno", "customerno",
    ),
    PurchaseField.TELEPHONE: (
        "电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "telephone", "phone", "mobile",
    ),
    PurchaseField.NAME: (
        "姓名", "会员姓名", "顾客姓名", "客户姓名", "患者姓名", "顾客", "会员", "患者", "name", "customer",
    ),
    PurchaseField.INSTITUTION: (
        "机构", "门诊", "院区", "门店", "机构名称", "所属机构", "institution", "clinic", "store",
    ),
    PurchaseField.KIND: (
        "类别", "消费类别", "项目类别", "消费类型", "类型", "收费类别", "kind", "category", "type",
    ),
    PurchaseField.REFUND_OF: (
        "原单号", "原消费单号", "退款原单号", "原订单号", "originalinvoice", "refundof", "original",
    ),
    PurchaseField.NOTE: (
        "备注", "说明", "摘要", "项目", "note", "remark", "memo",
    ),
}  # fmt: skip
KNOWN_AS: Mapping[str, tuple[str, ...]] = {
    "treatment": ("治疗", "诊疗费", "治疗费", "手术", "手术费", "诊察费", "挂号费", "therapy"),
    "examination": ("检查", "检查费", "检验", "检验费", "化验", "checkup"),
    "medicine": ("药", "药费", "西药", "中药", "西药费", "中药费", "drugs"),
    "goods": ("护肤品", "产品", "商品销售", "保健品", "product", "products", "sale"),
    "annual_fee": ("会员费", "会员年费", "membership", "membershipfee"),
    "prepayment": ("充值", "储值", "预交", "预交金", "预付", "topup", "deposit"),
    "other": ("其它",),
}
"""What tills call the program's kinds, besides its own words."""


def guessed(columns: Sequence[ListColumn], own: Mapping[PurchaseField, tuple[Own, ...]]) -> PurchaseMapping:
    """What the heads usually mean; each column for one field only, and values where they match by word or code."""
    by_head = {plain(one.head): one for one in reversed(columns)}
    sources: dict[PurchaseField, Source] = {}
    used: set[str] = set()
    for field, aliases in _HEADS.items():
        found = next((by_head[one] for one in aliases if one in by_head and by_head[one].head not in used), None)
        if found is not None:
            sources[field] = Source(found.head)
            used.add(found.head)
    if PurchaseField.INSTITUTION not in sources and len(own[PurchaseField.INSTITUTION]) == 1:
        sources[PurchaseField.INSTITUTION] = Source(fixed=own[PurchaseField.INSTITUTION][0].key)
    return completed(PurchaseMapping(sources), columns, own)


def completed(
    mapping: PurchaseMapping, columns: Sequence[ListColumn], own: Mapping[PurchaseField, tuple[Own, ...]]
) -> PurchaseMapping:
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
    return PurchaseMapping(mapping.sources, values, mapping.form)


def problems_in_mapping(mapping: PurchaseMapping, look: PurchaseLook) -> list[Problem]:
    """What must be told before the rows can be judged, filed under the field's name."""
    columns = {one.head: one for one in look.columns}
    found: list[Problem] = []
    for field in PurchaseField:
        source = mapping.source(field)
        if source.column and source.column not in columns:
            found.append(Problem(field, "list_column_gone", {"head": source.column}))
        elif source.column:
            found += _in_column(field, columns[source.column], mapping)
        elif not source.fixed and field in REQUIRED:
            found.append(Problem(field, "list_column_missing"))
    if not any(mapping.source(field).column for field in (PurchaseField.CARD, PurchaseField.TELEPHONE)):
        found.append(Problem(PurchaseField.CARD, "purchase_list_nobody"))
    return found


def _in_column(field: PurchaseField, column: ListColumn, mapping: PurchaseMapping) -> list[Problem]:
    if field is PurchaseField.DAY:
        if column.days and mapping.form is None and len(column.forms) != 1:
            return [Problem(field, "list_days_several" if column.forms else "list_days_mixed", {"head": column.head})]
        return []
    if field not in TRANSLATED:
        return []
    if column.different > MOST_VALUES:
        return [Problem(field, "list_values_many", {"count": column.different, "most": MOST_VALUES})]
    untold = [text for text, _count in column.values if text not in mapping.values.get(field, {})]
    if not untold:
        return []
    some = "、".join(untold[:5]) + ("…" if len(untold) > 5 else "")
    return [Problem(field, "list_values_untold", {"count": len(untold), "values": some})]
