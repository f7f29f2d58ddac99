"""What the audit keeps of customers, their purchases, gifts and all that was done about many at once, declared for the
history in words; what is sensitive stays hidden there, too."""

from __future__ import annotations

from qualitydesk.basics.records import Field, Kind, Subject
from qualitydesk.members.model.profile import MASKED, About

_TIERS = ("confirm_tier", "decline_tier", "pin_tier", "unpin_tier")
_POINTS = ("redeem_points", "undo_redemption", "adjust_points")
_BENEFITS = ("grant_benefits", "take_back_benefit", "use_benefit", "undo_benefit_use")
_CONTACTS = ("record_contact", "hand_out_numbers", "hold_contacts", "lift_hold")
_VERBS = (
    "add_customer", "change_customer", "flag_patient", "unflag", "merge_customers", "unmerge",
    "save_profile", "save_relative", "remove_relative", "assess_member", "record_consent",
    "restrict", "lift_restriction", "erase_customer", "export_person", "print_card",
    *_TIERS, *_POINTS, *_BENEFITS, *_CONTACTS,
)  # fmt: skip
_TIER = Field("tier", Kind.CODE, "tier", codes="tier.name")


def _said(*verbs: str) -> dict[str, str]:
    """Each with its words; what was erased, whatever it was, leaves a note."""
    return {verb: f"record.verb.{verb}" for verb in (*verbs, "erase")}


CUSTOMER_RECORD = Subject(
    "customer",
    _said(*_VERBS, "unmask"),
    (
        Field("number"),
        Field("name", Kind.NAME),
        Field("sex", Kind.CODE, codes="sex"),
        Field("telephones", Kind.ROWS, parts=(Field("", Kind.TELEPHONE),)),
        Field("institution_id", Kind.INSTITUTION, "institution"),
        Field("kept", title="kept_record"),
        Field("merged", title="merged_record"),
        *(Field(about, Kind.SECRET if about in MASKED else Kind.WORDS, f"about_{about}") for about in About),
        Field("birthday", Kind.SECRET, "about_birthday"),
        Field("calendar", Kind.CODE, "birthday_calendar", codes="birthday_calendar"),
        Field("leap", Kind.YES, "birthday_leap"),
        Field("greeter_id", Kind.EMPLOYEE, "about_greeter"),
        Field("kinship", Kind.CODE, "kinship", codes="kinship"),
        _TIER,
        Field("on", Kind.DAY, "tier_on"),
        Field("benefit", Kind.CODE, codes="benefit"),
        Field("day", Kind.DAY, "benefit_day", verbs=_BENEFITS),
        Field("year", verbs=_BENEFITS),
        Field("times", title="benefit_times", verbs=_BENEFITS),
        Field("gift"),
        Field("quantity"),
        Field("points"),
        Field("occasion", Kind.CODE, codes="contact.occasion"),
        Field("due_on", Kind.DAY, "contact_due"),
        Field("way", Kind.CODE, "contact_way", codes="contact.way", verbs=_CONTACTS),
        Field("state", Kind.CODE, codes="contact.state", verbs=_CONTACTS),
        Field("case", title="hold_of_case"),
        Field("members", title="how_many_members", verbs=_CONTACTS),
        Field("kind", Kind.CODE, "consent_to", codes="consent"),
        Field("in_full", Kind.YES),
        Field("given", Kind.YES, "consent_given"),
        Field("said_on", Kind.DAY, "consent_on"),
        Field("way", Kind.CODE, "consent_way", codes="consent_way", verbs=("record_consent",)),
        Field("assets", Kind.SECRET, "about_assets"),
        Field("standing", Kind.SECRET, "member_standing"),
        Field("assessed_by", Kind.EMPLOYEE, "assessed_by"),
        Field("until", Kind.DAY),
        Field("why", Kind.SECRET, verbs=("assess_member",)),
        Field("why", verbs=("restrict", "lift_restriction")),
        Field("reason"),
        Field("note", verbs=("add_customer", "change_customer", "use_benefit", "record_contact")),
    ),
)  # fmt: skip
PURCHASE_RECORD = Subject(
    "purchase",
    _said("record_purchase", "record_refund", "change_purchase", "void_purchase", "take_over_members"),
    (
        Field("number"),
        Field("institution_id", Kind.INSTITUTION, "institution"),
        Field("day", Kind.DAY, "purchase_day"),
        Field("kind", Kind.CODE, codes="purchase_kind"),
        Field("amount", Kind.MONEY),
        Field("counted_on", Kind.DAY),
        Field("members", title="how_many_members"),
        Field("bills"),
        Field("reason"),
        Field("note"),
    ),
)
PURCHASE_LIST_RECORD = Subject(
    "purchase_list",
    _said("import_purchases"),
    (
        Field("file"),
        Field("rows", title="list_rows"),
        Field("added", title="list_added"),
        Field("there", title="list_there"),
        Field("left_out", title="list_left_out"),
        Field("members", title="list_members"),
        Field("amount", Kind.MONEY),
    ),
)
GIFT_RECORD = Subject(
    "gift",
    _said("add_gift", "change_gift", "take_in_gifts", "count_gifts"),
    (
        Field("name", title="gift"),
        Field("points", title="gift_points"),
        Field("active", Kind.YES, "gift_offered"),
        Field("stock"),
        Field("reason"),
        Field("note"),
    ),
)
TIERS_RECORD = Subject("tiers", _said("confirm_tier", "decline_tier"), (Field("reason"),))
CONTACTS_RECORD = Subject(
    "contacts",
    _said("send_greeting", "hand_out_numbers"),
    (
        Field("occasion", Kind.CODE, codes="contact.occasion"),
        Field("due_on", Kind.DAY, "contact_due"),
        Field("day", Kind.DAY, "contact_due"),
        Field("members", title="how_many_members"),
        Field("text", title="contact_text"),
        Field("reason"),
    ),
)
TEXT_RECORD = Subject(
    "contact_text",
    _said("save_contact_text", "drop_contact_text"),
    (
        Field("occasion", Kind.CODE, codes="contact.occasion"),
        _TIER,
        Field("text", title="contact_text"),
    ),
)
REQUEST_RECORD = Subject(
    "person_request",
    _said("receive_request", "answer_request"),
    (
        Field("number"),
        Field("kind", Kind.CODE, "asked", codes="asked"),
        Field("received_on", Kind.DAY),
        Field("due_on", Kind.DAY, "request_due"),
        Field("words", Kind.SECRET),
        Field("state", Kind.CODE, codes="person_request"),
        Field("answered_on", Kind.DAY, "request_answered"),
        Field("answer", Kind.SECRET, "request_answer"),
    ),
)
RECORDS = (
    CUSTOMER_RECORD, PURCHASE_RECORD, PURCHASE_LIST_RECORD, GIFT_RECORD, TIERS_RECORD, CONTACTS_RECORD, TEXT_RECORD,
    REQUEST_RECORD,
)  # fmt: skip
"""Everything about members the audit tells of."""
