"""What the audit keeps of a customer, declared for its history in words; what is sensitive stays hidden there, too."""

from __future__ import annotations

from qualitydesk.basics.records import Field, Kind, Subject
from qualitydesk.members.model.profile import MASKED, About

_VERBS = (
    "add_customer", "change_customer", "flag_patient", "unflag", "merge_customers", "unmerge",
    "save_profile", "save_relative", "remove_relative", "assess_member", "record_consent",
    "restrict", "lift_restriction", "erase_customer", "export_person", "print_card",
    "record_contact", "hold_contacts", "lift_hold", "hand_out_numbers",
)  # fmt: skip

CUSTOMER_RECORD = Subject(
    "customer",
    {
        **{verb: f"record.verb.{verb}" for verb in _VERBS},
        "unmask": "record.verb.unmask",
        "erase": "record.verb.erase",
    },
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
        Field("kind", Kind.CODE, "consent_to", codes="consent"),
        Field("in_full", Kind.YES),
        Field("given", Kind.YES, "consent_given"),
        Field("said_on", Kind.DAY, "consent_on"),
        Field("way", Kind.CODE, "consent_way", codes="consent_way", verbs=("record_consent",)),
        Field("occasion", Kind.CODE, "contact_occasion", codes="contact.occasion", verbs=("record_contact",)),
        Field("due_on", Kind.DAY, "contact_due", verbs=("record_contact",)),
        Field("way", Kind.CODE, "contact_way", codes="contact.way", verbs=("record_contact",)),
        Field("state", Kind.CODE, "contact_state", codes="contact.state", verbs=("record_contact",)),
        Field("case", title="contact_case", verbs=("hold_contacts", "lift_hold")),
        Field("members", title="contact_members", verbs=("hand_out_numbers",)),
        Field("assets", Kind.SECRET, "about_assets"),
        Field("standing", Kind.SECRET, "member_standing"),
        Field("assessed_by", Kind.EMPLOYEE, "assessed_by"),
        Field("until", Kind.DAY),
        Field("why", Kind.SECRET, verbs=("assess_member",)),
        Field("why", verbs=("restrict", "lift_restriction")),
        Field("reason"),
        Field("note", verbs=("add_customer", "change_customer", "record_contact")),
    ),
)  # fmt: skip
