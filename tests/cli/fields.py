# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields of every kind by the field table: the keys that JSON promises to keep."""

FIELDS = {
    "offices": (
        "name role organisation person scheme demo"
    ).split(),
    "territories": (
        "name kind name_gen name_pre authority curator schools_total kindergartens_total "
        "additional_total teachers_total mentors_total mentees_total totals_on "
        "has_concept concept_link"
    ).split(),
    "organisations": (
        "full_name short_name kind territory director phone email site place "
        "legal_address inn kpp ogrn gram_gender name_gen name_dat short_name_gen "
        "parent_body signer signer_basis_gen acting_head acting_from acting_to "
        "acting_basis uses_stamp low_results low_results_since low_results_until "
        "mentoring_url target_model_since school_curator note"
    ).split(),
    "people": (
        "last first middle sex post organisation phone mobile email birth_date "
        "platform_email platform_registered_on platform_joined_on head_since "
        "reserve_since fio_gen fio_dat fio_acc fio_ins fio_pre post_gen post_dat post_acc "
        "post_ins post_pre cases_typed_on note"
    ).split(),
    "teams": (
        "organisation role directions evidence difficulties note year registry_order "
        "state submitted_on returned_on return_remark registered_on withdrawn_on "
        "school_year previous"
    ).split(),
    "members": (
        "team person rank function roles phone email from to"
    ).split(),
    "groups": (
        "number year directions operator coordinator curator order operator_decision "
        "period_start period_end meetings scheme state formed_on closed_on dissolved_on "
        "ground note"
    ).split(),
    "participants": (
        "group side team person from to consent_on replaces"
    ).split(),
    "orders": (
        "kind number date title act_name issuer signer place group basis text control "
        "executor"
    ).split(),
    "agreements": (
        "group experienced developing operator number date place start end copies state "
        "sent_on returned_on registered_on ended_on cancelled_on previous note "
        "supplements supplement_kind"
    ).split(),
    "signatures": (
        "agreement rank party organisation person signed_on way"
    ).split(),
    "programs": (
        "group territory scheme scheme_version directions period_text start end goals "
        "difficulties version previous state drafted_on experienced_agreed_on "
        "developing_agreed_on agreed_on return_remark approved_on approved_by sent_on "
        "correction_reason extended_until extension_reason ended_on end_reason "
        "reported_on accepted_on note "
        "reapproved_on rest_reason"
    ).split(),
    "stages": (
        "program rank number title due task result result_form"
    ).split(),
    "activities": (
        "program stage rank title short_title topics forms due responsible "
        "responsible_roles report course place verbatim cancelled_on cancel_reason"
    ).split(),
    "marks": (
        "activity occurrence status date result reason new_due person"
    ).split(),
    "reports": (
        "kind program number author as_of due results conclusions proposals changes "
        "practices criterion1 criterion1_text criterion2 criterion2_text criterion3 "
        "criterion3_text snapshot state issued_on sent_on sent_to accepted_on"
    ).split(),
    "documents": (
        "subject form title number date version scheme scheme_version data code pdf pages "
        "state next annulled_on annul_reason scan"
    ).split(),
    "attachments": (
        "subject title kind date file_name sha256 size media_type"
    ).split(),
    "courses": (
        "title provider hours start end mandatory"
    ).split(),
    "trainings": (
        "course person completed_on certificate certificate_date"
    ).split(),
    "disseminations": (
        "group team title who place date sent_on"
    ).split(),
    "practices": (
        "group team title direction description results event date link status"
    ).split(),
    "surveys": (
        "group team title kind point date respondents conclusions"
    ).split(),
    "answers": (
        "survey direction person value note"
    ).split(),
    "consultations": (
        "group date subject organisation person consultant channel result"
    ).split(),
    "awards": (
        "team person title kind date document amount cancelled_on cancel_reason"
    ).split(),
    "dispatches": (
        "what subject document sender recipient recipient_person way sent_on received_on "
        "returned_on remarks"
    ).split(),
    "bases": (
        "kind author group date ground text"
    ).split(),
    "consents": (
        "person kind order group date withdrawn_on note"
    ).split(),
    "years": (
        "number start end state closed_on reopened_on ground"
    ).split(),
    "formers": (
        "subject field value record shown from until basis"
    ).split(),
    "mergers": (
        "subject gone gone_uuid title date"
    ).split(),
    "series": (
        "paper year pattern first note"
    ).split(),
    "indicator_values": (
        "code year territory value source person organisation date note"
    ).split(),
    "indicator_targets": (
        "code year territory value note"
    ).split(),
    "scenarios": (
        "name note"
    ).split(),
    "scenario_values": (
        "scenario code year target value"
    ).split(),
}
