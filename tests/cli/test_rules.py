#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule with a case that breaks it and a case that keeps it (DOMAIN 6).

A case is named by the rule's number. The last test looks that every rule of the list has
both and that the pack words it with paragraph and remedy.
"""
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from cli import DATA, DONE, INPUT, REFUSED, code, demo, equal, has, main, ok, school, test

RULES = ("R1 R2 R3 R4 R5 R6 R7 R8 R9 R13 R16 R17 R21 R25 R27 R28 R35 R36 R37 R90 R92 "
         "R94").split()
QUALITY = "управление качеством образования"
CURATOR, STRANGER = 4, 3  # Гордеева; Мельников, who is nobody's curator
covered = {}


def breaks(number):
    covered.setdefault(number, set()).add("breaks")
    return f"{number} broken: "


def keeps(number):
    covered.setdefault(number, set()).add("keeps")
    return f"{number} kept: "


def refused(result, number, name):
    """The step is refused, by this rule, with paragraph and remedy."""
    before = breaks(number.rstrip("abcd"))
    code(result, REFUSED, before + name)
    has(result.err, f"{number}: ", before + "the refusal names the rule")
    rule = worded().get(number)
    has(result.err, f"({rule.get('paragraph')})", before + "and its paragraph")
    has(result.err, rule.findtext("remedy").split("{")[0], before + "and the remedy")


def worded():
    """The wordings: those of the region, over them those of the district."""
    found = {}
    for pack in ("volgograd-mentoring", "dubovka-mentoring"):
        tree = ElementTree.parse(DATA / f"schemes/{pack}/rules.xml")
        found.update({rule.get("number"): rule for rule in tree.iter("rule")})
    return found


def draft_group():
    """Group 1 before its order, on the day of the order."""
    base = demo("2021-11-09").copy()
    base.today = "2021-11-10"
    return base


def form(base, *words):
    return base.run("do", "form-group", 1, *(words or ("number=1-М", "coordinator=2")),
                    "--for", "RECTOR", "--person", 1)


def new_team(base, role, organisation=None):
    """One more team in the register; its partner for R11 waits as a draft."""
    organisation = organisation or school(base, "Новая школа")
    other = "DEVELOPING" if role == "EXPERIENCED" else "EXPERIENCED"
    base.add("team", organisation=school(base, "Школа в пару"), role=other, year=2021)
    team = base.add("team", organisation=organisation, role=role, year=2021, directions=QUALITY,
                    evidence="есть")
    base.do("do", "submit-team", team, "--for", "MUNICIPAL_CURATOR")
    base.do("do", "register-team", team, "--for", "OPERATOR")
    return team


@test
def r1_one_side():
    base = draft_group()
    base.set("participant", 1, side="DEVELOPING")
    refused(form(base), "R1", "an experienced team on the developing side")
    base = draft_group()
    base.add("participant", group=1, side="DEVELOPING", team=2, consent_on="2021-11-09")
    refused(form(base), "R1", "a team twice in one group")
    equal(base.show("group", 1)["state_now"], "DRAFT", breaks("R1") + "the group stays a draft")
    base = draft_group()
    code(form(base), DONE, keeps("R1") + "each team on its side")
    ok("R1" not in base.rules(), keeps("R1") + "nothing is reported")


@test
def r2_directions():
    base = demo("2021-10-25").copy()
    base.today = "2021-10-29"
    submit = ("do", "submit-team", 2, "--for", "MUNICIPAL_CURATOR")
    base.set("team", 2, directions="")
    refused(base.run(*submit), "R2", "no direction")
    base.set("team", 2, directions=QUALITY)
    code(base.run(*submit), DONE, keeps("R2") + "a direction of the catalogue")
    base = demo("2021-10-25").copy()
    base.set("team", 2, directions="школьный музей")
    code(base.run(*submit), DONE, keeps("R2") + "a direction of its own")
    equal(base.show("team", 2)["directions"], ["школьный музей"], keeps("R2") + "is kept")


@test
def r3_both_roles():
    base = draft_group()
    base.do("remove", "participant", 2)
    refused(form(base), "R3", "no developing team")
    other = new_team(base, "EXPERIENCED")
    base.set("group", 1, operator_decision="Решение оператора")
    base.add("participant", group=1, side="EXPERIENCED", team=other, consent_on="2021-11-09")
    refused(form(base), "R3", "two experienced teams only")
    code(form(draft_group()), DONE, keeps("R3") + "one of each")


@test
def r4_several_teams():
    base = draft_group()
    other = new_team(base, "DEVELOPING")
    base.add("participant", group=1, side="DEVELOPING", team=other, consent_on="2021-11-09")
    refused(form(base), "R4", "one experienced and two developing without a decision")
    base.set("group", 1, operator_decision="Решение оператора от 09.11.2021")
    code(form(base), DONE, keeps("R4") + "with the operator's decision")
    equal(len(base.list("agreements")), 2, keeps("R4") + "two agreements, one a pair (R19)")


@test
def r5_two_organisations():
    base = draft_group()
    own = new_team(base, "DEVELOPING", organisation=3)
    base.set("participant", 2, team=own)
    refused(form(base), "R5", "the same school on both sides")
    code(form(draft_group()), DONE, keeps("R5") + "two schools")


@test
def r19_team_that_joins():
    """A team that joins a formed group gets its agreement, when everybody agreed to it."""
    base = demo("2021-11-30").copy()
    draft = ("do", "draft-agreements", 1, "--for", "OPERATOR")
    code(base.run(*draft), REFUSED, keeps("R19") + "each pair has its agreement")
    team = new_team(base, "DEVELOPING")
    joined = base.add("participant", group=1, side="DEVELOPING", team=team)
    refused(base.run(*draft), "R9", "the consent of the team that joins")
    base.set("participant", joined, consent_on="2021-11-29")
    refused(base.run(*draft), "R4", "two developing teams without a decision")
    base.set("group", 1, operator_decision="Решение от 29.11.2021")
    code(base.run(*draft), DONE, breaks("R19") + "the agreement of the new pair is drafted")
    new = base.list("agreements", "--where", f"developing={team}")
    equal([(a["state"], a["experienced"]) for a in new], [("DRAFTED", 1)],
          breaks("R19") + "one, with the experienced team")
    equal(base.show("participant", joined)["from"], "2021-11-30", "the team takes part from now on")
    base.do("undo")
    equal(base.list("agreements", "--where", f"developing={team}"), [], "undone as one action")


@test
def r6_several_groups():
    base = demo("2021-11-10").copy()
    ok("R6" not in base.rules(), keeps("R6") + "a school in one group")
    base.add("group", number="2", year=2021, operator=1)
    for side, team in (("EXPERIENCED", 1), ("DEVELOPING", new_team(base, "DEVELOPING"))):
        base.add("participant", group=2, side=side, team=team, consent_on="2021-11-10")
    found = base.rules().get("R6", [])
    equal([(f["kind"], f["id"], f["level"]) for f in found], [("organisation", 3, "info")],
          breaks("R6") + "a school in two groups is told, as information")
    result = base.run("do", "form-group", 2, "number=2-М", "coordinator=2", "--for", "RECTOR")
    code(result, DONE, breaks("R6") + "it is legal: the second group is formed")


@test
def r7_order():
    base = draft_group()
    code(form(base, "coordinator=2"), INPUT, breaks("R7") + "no number of the order")
    equal(base.show("group", 1)["state_now"], "DRAFT", breaks("R7") + "the group stays a draft")
    code(form(base), DONE, keeps("R7") + "with the order")
    ok("R7" not in base.rules(), keeps("R7") + "nothing is reported")
    order = base.show("group", 1)["order"]
    base.set("order", order, number="")
    found = base.rules().get("R7", [])
    equal([(f["kind"], f["id"], f["level"]) for f in found], [("group", 1, "error")],
          breaks("R7") + "an order that lost its number is reported")
    base.set("order", order, number="1-М", date="")
    ok("R7" in base.rules(), breaks("R7") + "and one without a date")


@test
def r8_coordinator():
    base = draft_group()
    refused(form(base, "number=1-М"), "R8", "no coordinator")
    code(form(base, "number=1-М", "coordinator=2"), DONE, keeps("R8") + "with a coordinator")
    equal(base.show("group", 1)["coordinator"], 2, keeps("R8") + "who is kept")


@test
def r9_consent():
    base = draft_group()
    base.set("participant", 2, consent_on="")
    refused(form(base), "R9", "the developing team has not agreed")
    base.set("participant", 2, consent_on="2021-11-09")
    code(form(base), DONE, keeps("R9") + "both have")


@test
def r13_leader_and_contact():
    base = demo("2021-11-19").copy()
    members = {m["title"].split()[0]: m["id"] for m in base.list("members")}
    ok(not {"R13", "R13a"} & set(base.rules()), keeps("R13") + "1 leader, 3 contacts")
    base.set("member", members["Зимина"], roles="LEADER\nCONTACT")
    found = base.rules().get("R13", [])
    equal([(f["kind"], f["id"], f["level"]) for f in found], [("team", 2, "error")],
          breaks("R13") + "two leaders")
    has(found[0]["text"] if found else "", "2", breaks("R13") + "it tells how many")
    for name in ("Зимина", "Лугова"):
        base.set("member", members[name], roles="MEMBER")
    ok("R13" in base.rules(), breaks("R13") + "no leader")
    for name in ("Крылатова", "Тихонова"):
        base.set("member", members[name], roles="MEMBER")
    found = base.rules().get("R13a", [])
    equal([(f["id"], f["level"]) for f in found], [(2, "warning")],
          breaks("R13") + "no contact is a warning")
    base.set("member", members["Лугова"], roles="LEADER\nCONTACT")
    ok(not {"R13", "R13a"} & set(base.rules()), keeps("R13") + "one person may be both")


@test
def r16_three_parties():
    base = demo("2021-11-18").copy()
    base.today = "2021-11-19"
    send = ("do", "send-agreement", 1, "number=1", "--for", "OPERATOR", "--person", 2)
    last = base.list("signatures", "--where", "agreement=1")[-1]
    base.do("remove", "signature", last["id"])
    refused(base.run(*send), "R16", "two parties")
    base.do("undo")
    code(base.run(*send), DONE, keeps("R16") + "three parties")
    ok("R16" not in base.rules(), keeps("R16") + "nothing is reported")


@test
def r17_in_force():
    base = demo("2021-11-23").copy()
    base.today = "2021-11-26"
    register = ("do", "register-agreement", 1, "--for", "OPERATOR", "--person", 2)
    code(base.run(*register), REFUSED, breaks("R17") + "2 of 3 signed")
    equal(base.show("agreement", 1)["state_now"], "PARTLY_SIGNED", breaks("R17") + "stays so")
    base = demo("2021-11-24").copy()
    base.today = "2021-11-26"
    code(base.run(*register), REFUSED, breaks("R17") + "signed, but not back yet")
    base.do("do", "return-agreement", 1, "--for", "OPERATOR", "--person", 2)
    base.add("signature", agreement=1, party="OPERATOR", organisation=2)
    refused(base.run(*register), "R17", "3 of 4 signed")
    base.do("undo")
    code(base.run(*register), DONE, keeps("R17") + "3 of 3 signed and back")
    equal(base.show("agreement", 1)["state_now"], "IN_FORCE", keeps("R17") + "in force")


@test
def r21_duration():
    agree = ("do", "agree-program", 1, "--for", "EXPERIENCED", "--person", 5)
    for start, end, months in (("2022-01-01", "2022-02-28", "2"),
                               ("2021-12-01", "2022-12-31", "13")):
        base = demo("2021-11-30").copy()
        base.set("program", 1, start=start, end=end)
        result = base.run(*agree)
        refused(result, "R21", f"{months} months")
        has(result.err, f"{months} мес.", breaks("R21") + "it tells how many")
    for start, end, months in (("2022-01-01", "2022-12-31", "12"),
                               ("2022-01-01", "2022-03-31", "3")):
        base = demo("2021-11-30").copy()
        base.set("program", 1, start=start, end=end)
        code(base.run(*agree), DONE, keeps("R21") + f"{months} months")


@test
def r25_directions_period_plan():
    agree = ("do", "agree-program", 1, "--for", "EXPERIENCED", "--person", 5)
    base = demo("2021-11-10").copy()
    base.set("program", 1, directions="")
    refused(base.run(*agree), "R25", "no direction")
    base.do("undo")
    base.set("program", 1, start="", end="")
    refused(base.run(*agree), "R25a", "no period")
    base.do("undo")
    row = base.list("activities")[1]["id"]
    base.set("activity", row, due="")
    refused(base.run(*agree), "R25c", "an activity without a schedule")
    base.do("undo")
    base.set("activity", row, responsible="", responsible_roles="")
    refused(base.run(*agree), "R25d", "an activity that nobody answers for")
    base.do("undo")
    code(base.copy().run(*agree), DONE, keeps("R25") + "directions, period and plan")
    for activity in base.list("activities"):
        base.do("remove", "activity", activity["id"])
    refused(base.run(*agree), "R25b", "no activities")


@test
def r27_both_agree():
    base = demo("2021-11-30").copy()
    base.today = "2021-12-10"
    base.do("do", "agree-program", 1, "--for", "EXPERIENCED", "--person", 5)
    equal(base.show("program", 1)["state_now"], "DRAFT", breaks("R27") + "one side only: DRAFT")
    approve = ("do", "approve-program", 1, "--for", "MUNICIPAL_CURATOR", "--person", CURATOR)
    code(base.run(*approve), REFUSED, breaks("R27") + "it is not approved")
    code(base.run("do", "agree-program", 1, "--for", "MUNICIPAL_CURATOR"), REFUSED,
         breaks("R27") + "nobody else agrees for a team")
    base.do("do", "agree-program", 1, "--for", "DEVELOPING", "--person", 8)
    equal(base.show("program", 1)["state_now"], "AGREED", keeps("R27") + "both sides: AGREED")
    code(base.run(*approve), DONE, keeps("R27") + "it is approved")
    ok("R27" not in base.rules(), keeps("R27") + "nothing is reported")


@test
def r28_curator():
    base = demo("2021-12-10").copy()
    base.today = "2021-12-17"
    approve = ("do", "approve-program", 1, "--for", "MUNICIPAL_CURATOR", "--person")
    refused(base.run(*approve, STRANGER), "R28", "somebody else approves")
    equal(base.show("program", 1)["state_now"], "AGREED", breaks("R28") + "it stays agreed")
    code(base.run(*approve, CURATOR), DONE, keeps("R28") + "the curator of the territory")
    equal(base.show("program", 1)["approved_by"], CURATOR, keeps("R28") + "is kept")


@test
def r35_percent():
    base = demo("2021-11-15").copy()
    base.today = "2021-11-18"
    progress = base.show("program", 1)["progress"]
    equal((progress["percent_done"], progress["percent_not_done"]), (5.6, 94.4),
          keeps("R35") + "1 of 18 is 5.6 percent, the rest 94.4")
    row = next(a["id"] for a in base.list("activities") if a["number"] == 3)
    for status, more in (("PARTLY", ()), ("POSTPONED", ("new_due=Декабрь 2021 г.",))):
        changed = base.copy()
        changed.do("do", "complete-activity", row, f"status={status}", "reason=болезнь", *more,
                   "--for", "EXPERIENCED", "--person", 5)
        equal(changed.show("program", 1)["progress"]["percent_done"], 5.6,
              breaks("R35") + f"{status} counts as not done")
    base.do("do", "complete-activity", row, "status=DONE", "--for", "EXPERIENCED", "--person", 5)
    equal(base.show("program", 1)["progress"]["percent_done"], 11.1,
          keeps("R35") + "2 of 18 is 11.1 percent")
    base.do("undo")
    for number in (17, 18):
        row = next(a["id"] for a in reversed(base.list("activities")))
        base.do("remove", "activity", row)
        ok(number, f"R35: row {number} is taken out")
    progress = base.show("program", 1)["progress"]
    equal((progress["percent_done"], progress["percent_not_done"]), (6.3, 93.7),
          keeps("R35") + "1 of 16 is 6.25: half up, 6.3, the rest 93.7")


def note(base, *words):
    return base.run("do", "report-program", 1, "kind=SUMMARY_NOTE", *words, "--for",
                    "DEVELOPING", "--person", 8)


def before_the_note():
    base = demo("2022-12-23").copy()
    base.today = "2022-12-28"
    return base


@test
def r36_reasons():
    base = before_the_note()
    ten = next(a["id"] for a in base.list("activities") if a["number"] == 10)
    mark = base.list("marks", "--where", f"activity={ten}")[0]["id"]
    base.set("mark", mark, reason="")
    result = note(base, "conclusions=Есть")
    refused(result, "R36", "row 10 is not done and has no reason")
    has(result.err, "10", breaks("R36") + "it names the row")
    base.do("undo")
    refused(note(base), "R36a", "no conclusions")
    equal(base.list("reports"), [], breaks("R36") + "no note is issued")
    code(note(base, "conclusions=Есть"), DONE, keeps("R36") + "reason and conclusions")


def report_findings(base, today):
    return [f["text"] for f in base.rules(today=today).get("R37", [])]


@test
def r37_time_of_the_report():
    base = before_the_note()
    base.do("do", "report-program", 1, "kind=SUMMARY_NOTE", "conclusions=Есть", "--for",
            "DEVELOPING", "--person", 8)
    equal(report_findings(base, "2023-01-30"), [], keeps("R37") + "30.01.2023 is the last day")
    texts = report_findings(base, "2023-02-02")
    has("".join(texts), "опоздание 3 дн.", breaks("R37") + "02.02.2023 is 3 days late")
    has("".join(texts), "30.01.2023", breaks("R37") + "it names the last day")
    base.do("do", "report-program", 1, "kind=FINAL_REPORT", "conclusions=Есть", "--for",
            "EXPERIENCED", "--person", 5, today="2023-02-02")
    has("".join(report_findings(base, "2023-03-01")), "опоздание 3 дн.",
        breaks("R37") + "issued 02.02.2023, it stays 3 days late")
    equal(report_findings(demo("2022-12-30"), "2023-03-01"), [],
          keeps("R37") + "issued 30.12.2022, in time")


@test
def r37_other_ends():
    early = demo("2022-10-13").copy()
    early.today = "2022-10-15"
    early.do("do", "end-program", 1, "end_reason=EARLY_FULFILLED", "rest_reason=Цели достигнуты",
             "--for", "MUNICIPAL_CURATOR", "--person", CURATOR)
    equal(report_findings(early, "2022-11-14"), [], keeps("R37") + "early end: until 14.11.2022")
    has("".join(report_findings(early, "2022-11-15")), "14.11.2022",
        breaks("R37") + "early end 15.10.2022: late from 15.11.2022")
    longer = demo("2022-12-14").copy()
    longer.today = "2022-12-20"
    longer.do("do", "extend-program", 1, "extended_until=31.12.2023", "extension_reason=NEED",
              "--for", "OPERATOR", "--person", 2)
    equal(report_findings(longer, "2024-01-30"), [], keeps("R37") + "extended: until 30.01.2024")
    has("".join(report_findings(longer, "2024-01-31")), "30.01.2024",
        breaks("R37") + "extended to 31.12.2023: late from 31.01.2024")


@test
def r90_order_of_reports():
    base = before_the_note()
    final = ("do", "report-program", 1, "kind=FINAL_REPORT", "conclusions=Есть", "--for",
             "EXPERIENCED", "--person", 5)
    refused(base.run(*final), "R90", "the final report before the note")
    equal(base.list("reports"), [], breaks("R90") + "nothing is issued")
    code(note(base, "conclusions=Есть"), DONE, keeps("R90") + "the note")
    code(base.run(*final), DONE, keeps("R90") + "then the final report")
    authors = {r["kind"]: r["author"] for r in base.list("reports")}
    equal(authors, {"SUMMARY_NOTE": 8, "FINAL_REPORT": 5},
          keeps("R90") + "by the leader of the developing team, then of the experienced")


@test
def r92_the_report_counts_itself():
    base = before_the_note()
    states = {a["number"]: a["state_now"] for a in base.list("activities")}
    equal((states[17], states[18]), ("DUE", "DUE"), breaks("R92") + "not issued, not done")
    note(base, "conclusions=Есть")
    states = {a["number"]: a["state_now"] for a in base.list("activities")}
    equal((states[17], states[18]), ("DONE", "DUE"), keeps("R92") + "the note does row 17")
    report = base.list("reports")[0]
    equal(base.show("program", 1)["progress"]["done"], 16, keeps("R92") + "16 are done")
    has(report["snapshot"], "done=16", keeps("R92") + "the note counts itself as done")


@test
def r94_marks_before_the_start():
    base = demo("2021-11-10").copy()
    base.today = "2021-11-15"
    rows = {a["number"]: a["id"] for a in base.list("activities")}
    mark = ("status=DONE", "--for", "DEVELOPING", "--person", 8)
    refused(base.run("do", "complete-activity", rows[10], *mark), "R94",
            "row 10 while the programme is a draft")
    code(base.run("do", "complete-activity", rows[2], *mark), DONE,
         keeps("R94") + "row 2, of the organisational stage")
    running = demo("2022-01-11").copy()
    code(running.run("do", "complete-activity", rows[10], *mark), DONE,
         keeps("R94") + "row 10 while the programme runs")


def cases():
    """Cases by number in all files of this folder: breaks ("R1"), "R1 broken: ", refused (…).

    Files of one rule only, numbering and years, name it with a colon in both cases."""
    found = {}
    for name, number in (("numbering", "R97"), ("years", "R100")):
        text = (Path(__file__).parent / f"test_{name}.py").read_text()
        found[number] = {"breaks", "keeps"} if text.count(f"{number}: ") > 2 else set()
    for path in Path(__file__).parent.glob("test_*.py"):
        text = path.read_text()
        for kind, pattern in (("breaks", r'breaks\("(R\d+)"\)|"(R\d+) broken|refused\(.*"(R\d+)[a-e]?",'),
                              ("keeps", r'keeps\("(R\d+)"\)|"(R\d+) kept')):
            for match in re.finditer(pattern, text):
                found.setdefault(next(filter(None, match.groups())), set()).add(kind)
    return found


@test
def every_rule_has_both_cases_and_its_words():
    """Every rule that a pack words, by its number: none may be left without a case."""
    rules = worded()
    found = cases()
    for number in RULES:
        equal(covered.get(number), {"breaks", "keeps"}, f"{number} has run both cases")
    for number in sorted({re.match(r"R\d+", n).group() for n in rules}, key=lambda n: int(n[1:])):
        equal(found.get(number), {"breaks", "keeps"}, f"{number} has both cases")
    for number, rule in rules.items():
        ok(rule.get("paragraph"), f"{number} names its paragraph")
        ok((rule.findtext("text") or "").strip(), f"{number} says what is wrong")
        ok((rule.findtext("remedy") or "").strip(), f"{number} says what to do")
    wanted = {f"R{n}" for n in (*range(1, 38), *range(70, 97))}
    equal(wanted - {re.match(r"R\d+", n).group() for n in rules}, set(),
          "R1–R37 and R70–R96 are worded in the packs")


main()
