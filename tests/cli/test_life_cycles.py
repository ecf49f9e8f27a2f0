#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Life cycles of teams, groups, agreements, programmes and reports (DOMAIN 5.1–5.6)."""
import os
import shutil

import cli
from cli import (DONE, INPUT, REFUSED, code, demo, empty, equal, has, main, new_path, ok, school,
                 test)

QUALITY = "управление качеством образования"
CURATOR, COORDINATOR, RECTOR = 4, 2, 1


def data_with(pack, *changes):
    """A data folder like the installed one, with texts of one pack's scheme.xml changed."""
    folder = new_path("-data")
    (folder / "schemes").mkdir(parents=True)
    for path in cli.DATA.iterdir():
        if path.name != "schemes":
            os.symlink(path, folder / path.name)
    for path in (cli.DATA / "schemes").iterdir():
        if path.name == pack:
            shutil.copytree(path, folder / "schemes" / pack)
        else:
            os.symlink(path, folder / "schemes" / path.name)
    scheme = folder / "schemes" / pack / "scheme.xml"
    text = scheme.read_text()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    scheme.write_text(text)
    return folder


def team(base, role, name, year=2021, **fields):
    """A registered team with a leader, who is the head of its school."""
    organisation = school(base, name)
    fields.setdefault("evidence", "есть")
    number = base.add("team", organisation=organisation, role=role, year=year,
                      directions=QUALITY, **fields)
    head = base.show("organisation", organisation)["director"]
    base.add("member", team=number, person=head, roles="LEADER\nCONTACT")
    return number


def register(base, *teams):
    for number in teams:
        base.do("do", "submit-team", number, "--for", "MUNICIPAL_CURATOR")
    for number in teams:
        base.do("do", "register-team", number, "--for", "OPERATOR")


def states(base, kind):
    return {record["id"]: record["state_now"] for record in base.list(kind)}


def sign(base, agreement, day, number):
    """An agreement on its way from the draft to the register."""
    base.do("do", "send-agreement", agreement, f"number={number}", "--on", day)
    for party in ("EXPERIENCED", "DEVELOPING", "OPERATOR"):
        base.do("do", "sign-agreement", agreement, "--for", party, "--on", day)
    base.do("do", "return-agreement", agreement, "--for", "OPERATOR", "--on", day)
    base.do("do", "register-agreement", agreement, "--for", "OPERATOR", "--on", day)


@test
def registration():
    """5.1: submitted only with head and contacts; returned with a remark; never from a group."""
    base = demo("2021-11-08").copy()
    number = team(base, "DEVELOPING", "Новая школа")
    organisation = base.show("team", number)["organisation"]
    submit = ("do", "submit-team", number, "--for", "MUNICIPAL_CURATOR")
    base.set("organisation", organisation, phone="", email="")
    result = base.run(*submit)
    code(result, REFUSED, "no contact of the school: refused")
    has(result.err, "R2b: ", "the refusal names the rule")
    head = base.show("organisation", organisation)["director"]
    base.set("organisation", organisation, phone="1", director="")
    has(base.run(*submit).err, "R2a: ", "no head of the school: refused")
    base.set("organisation", organisation, director=head)
    base.do(*submit)
    equal(base.show("team", number)["state_now"], "SUBMITTED", "submitted")
    code(base.run("do", "return-team", number), INPUT, "returned only with a remark")
    base.do("do", "return-team", number, "return_remark=Уточните направление")
    equal(base.show("team", number)["state_now"], "RETURNED", "returned")
    code(base.run("do", "register-team", number), REFUSED, "not registered from there")
    register(base, number)
    equal(base.show("team", number)["state_now"], "REGISTERED", "submitted again, registered")
    base.do("do", "withdraw-team", number)
    equal(base.show("team", number)["state_now"], "WITHDRAWN", "withdrawn")
    code(demo("2021-11-10").copy().run("do", "withdraw-team", 1), REFUSED,
         "a team in a group is not withdrawn")


@test
def order_of_days():
    """5.3: nobody signs before the sending, nothing comes back before the signatures."""
    base = demo("2021-11-19").copy()
    base.today = "2021-11-22"
    sign_on = ("do", "sign-agreement", 1, "--for", "OPERATOR", "--on")
    code(base.run(*sign_on, "2021-11-18"), REFUSED, "a signature before the sending is refused")
    equal(base.show("agreement", 1)["state_now"], "SENT", "nothing is changed")
    code(base.run(*sign_on, "2021-11-19"), DONE, "one on the day of the sending is not")


def group_of_three():
    """One experienced and two developing teams by the operator's decision (R4)."""
    base = demo("2021-11-09").copy()
    base.today = "2021-11-10"
    third = team(base, "DEVELOPING", "Третья школа")
    register(base, third)
    base.set("group", 1, operator_decision="Решение от 09.11.2021")
    base.add("participant", group=1, side="DEVELOPING", team=third, consent_on="2021-11-09")
    base.do("do", "form-group", 1, "number=1-М", f"coordinator={COORDINATOR}", "--for", "RECTOR",
            "--person", RECTOR)
    return base, third


@test
def several_teams():
    """5.2, 5.6 for 1:2: an agreement a pair; the group is bound when all are in force."""
    base, third = group_of_three()
    agreements = base.list("agreements")
    equal(sorted((a["experienced"], a["developing"]) for a in agreements),
          [(1, 2), (1, third)], "R19 kept: one agreement a pair")
    first, second = (a["id"] for a in agreements)
    base.today = "2021-11-26"
    sign(base, first, "2021-11-20", "1")
    equal(base.show("group", 1)["state_now"], "FORMED", "one agreement of two: not bound yet")
    sign(base, second, "2021-11-22", "2")
    equal(base.show("group", 1)["state_now"], "BOUND", "both in force: bound")
    fourth = team(base, "DEVELOPING", "Четвёртая школа")
    register(base, fourth)
    words = ("do", "replace-team", 1, "number=7-М", f"team={fourth}", "ground=REQUEST",
             "consent_on=2021-11-26", "--for", "RECTOR", "--person", RECTOR)
    result = base.run(*words)
    code(result, INPUT, "two teams on the side: it has to be said whose place is taken")
    has(result.err, "replaces=", "and how")
    leaving = next(p["id"] for p in base.list("participants") if p["team"] == third)
    base.do(*words, f"replaces={leaving}")
    after = {a["id"]: a for a in base.list("agreements")}
    new = next(a for a in after.values() if a["id"] not in (first, second))
    equal((after[first]["state_now"], after[second]["state_now"], new["state_now"]),
          ("IN_FORCE", "ENDED", "DRAFTED"), "only the agreement of the team that left ends")
    equal((new["developing"], new["previous"]), (fourth, second), "the new one follows it")
    entries = {p["team"]: p for p in base.list("participants")}
    equal((entries[third]["to"], entries[fourth]["from"], entries[fourth]["replaces"]),
          ("2021-11-25", "2021-11-26", leaving), "the history of places is kept")
    equal(base.show("team", third)["state_now"], "REGISTERED", "who left is in the register")


def newcomer(base):
    number = team(base, "DEVELOPING", "Давыдовская средняя школа", year=2022)
    team(base, "EXPERIENCED", "Школа в пару", year=2022)
    register(base, number)
    return number


def replace(base, number):
    base.do("do", "replace-team", 1, "number=7-М", f"team={number}", "ground=REQUEST",
            "consent_on=2022-06-01", "--for", "RECTOR", "--person", RECTOR)


@test
def replacement_by_a_supplement():
    """5.6: with SUPPLEMENTARY the agreement stays in force, D27 names the new party."""
    cli.DATA, installed = data_with(
        "dubovka-mentoring", ('key="on-replacement" value="NEW_AGREEMENT"',
                              'key="on-replacement" value="SUPPLEMENTARY"')), cli.DATA
    try:
        base = demo("2022-05-19").copy()
        base.today = "2022-06-01"
        number = newcomer(base)
        replace(base, number)
        old, new = sorted(base.list("agreements"), key=lambda a: a["id"])
        equal((old["state_now"], new["state_now"]), ("IN_FORCE", "DRAFTED"),
              "SUPPLEMENTARY: the agreement stays in force, a supplement is drafted")
        equal((new["supplements"], new["supplement_kind"], new["developing"], new["end"]),
              (old["id"], "REPLACEMENT", number, "2022-12-31"),
              "it names the party that enters; the term stays")
        ok("R19a" in base.rules(), "R19 broken: until it is signed the pair has none in force")
        sign(base, new["id"], "2022-06-01", "1")
        equal(base.show("agreement", old["id"])["developing"], number,
              "registered, it gives the agreement its new party")
        ok("R19a" not in base.rules(), "R19 kept: in force again")
    finally:
        cli.DATA = installed


@test
def extension():
    """5.4: a supplementary agreement with the new end; the agreement goes on with it."""
    base = demo("2022-12-14").copy()
    base.today = "2022-12-20"
    base.do("do", "extend-program", 1, "extended_until=30.06.2023", "extension_reason=REQUEST",
            "--for", "OPERATOR", "--person", COORDINATOR)
    old, new = sorted(base.list("agreements"), key=lambda a: a["id"])
    equal((new["supplements"], new["supplement_kind"], new["start"], new["end"]),
          (old["id"], "EXTENSION", "2023-01-01", "2023-06-30"), "a supplementary agreement")
    equal((old["state_now"], old["end"]), ("IN_FORCE", "2022-12-31"),
          "the agreement has its old end until the supplement is signed")
    ok("R18" not in base.rules(), "R18 kept: the days of November 2021 are not for it")
    base.today = "2023-01-15"
    sign(base, new["id"], "2022-12-26", "1")
    equal(base.show("agreement", old["id"])["end"], "2023-06-30", "then it has the new one")
    equal(states(base, "agreements"), {old["id"]: "IN_FORCE", new["id"]: "IN_FORCE"},
          "both are in force after the old end")
    equal(base.show("program", 1)["state_now"], "EXTENDED", "the programme is extended")
    base.today = "2023-06-30"
    equal(set(states(base, "agreements").values()), {"ENDED"}, "both end with the new end")


@test
def early_end():
    base = demo("2022-10-13").copy()
    base.today = "2022-10-15"
    base.do("do", "end-program", 1, "end_reason=EARLY_SUCCESS", "rest_reason=Цели достигнуты",
            "--for", "DEVELOPING", "--person", 8)
    program = base.show("program", 1)
    equal((program["state"], program["rest_reason"]), ("COMPLETED_EARLY", "Цели достигнуты"),
          "ended early, with a reason for the rest")
    equal(states(base, "agreements"), {1: "ENDED"}, "the agreement ends with the programme (R20)")
    equal(base.show("group", 1)["state_now"], "REPORTING", "the group reports")
    code(base.run("do", "report-program", 1, "kind=SUMMARY_NOTE", "conclusions=Есть", "--for",
                  "DEVELOPING", "--person", 8), DONE,
         "R36 kept: the reason for the rest is the reason of each")


@test
def versions():
    """5.4, 5.6: the old version is kept and told to be followed; the curator approves anew."""
    base = demo("2022-06-15").copy()
    before = len(base.rules().get("R31", []))
    base.do("do", "correct-program", 1, "correction_reason=Итоги квеста", "--for", "DEVELOPING",
            "--person", 8)
    equal(states(base, "programs"), {1: "SUPERSEDED", 2: "IN_PROGRESS"},
          "the old version is superseded, the new one runs")
    equal(base.show("group", 1)["state_now"], "WORKING", "the group works on")
    equal(len(base.rules()["R31"]), before, "the old version is not judged any more")
    for step, words in (("correct-program", ["correction_reason=x"]),
                        ("end-program", ["end_reason=EARLY_SUCCESS", "rest_reason=x"])):
        result = base.run("do", step, 1, *words)
        code(result, REFUSED, f"{step} on the old version is refused")
        has(result.err, "Заменена новой редакцией", f"{step}: the refusal says why")
    row = base.list("activities", "--where", "program=1")[0]["id"]
    code(base.run("do", "complete-activity", row, "status=DONE", "--for", "EXPERIENCED"), REFUSED,
         "activities of the old version are not marked")
    found = base.rules().get("R30a", [])
    equal([(f["id"], f["level"]) for f in found], [(2, "warning")],
          "R30 broken: the curator has not approved the new version")
    code(base.run("do", "reapprove-program", 2, "--for", "MUNICIPAL_CURATOR", "--person", 3),
         REFUSED, "nobody else approves it (R28)")
    base.do("do", "reapprove-program", 2, "--for", "MUNICIPAL_CURATOR", "--person", CURATOR)
    ok("R30a" not in base.rules(), "R30 kept: approved")
    program = base.show("program", 2)
    equal((program["approved_on"], program["reapproved_on"]), ("2021-12-17", "2022-06-15"),
          "the first approval stays (R22 counts from it)")
    code(base.run("do", "reapprove-program", 2, "--for", "MUNICIPAL_CURATOR"), REFUSED,
         "once is enough")
    again = demo("2022-06-15").copy()
    again.do("do", "correct-program", 1, "correction_reason=x", "--for", "MUNICIPAL_CURATOR",
             "--person", CURATOR)
    ok("R30a" in again.rules(), "R30: a correction by the curator is approved by a step too")
    again.do("do", "reapprove-program", 2, "--for", "MUNICIPAL_CURATOR", "--person", CURATOR)
    ok("R30a" not in again.rules(), "R30 kept: the curator approves it")


@test
def dissolution():
    base = demo("2022-03-15").copy()
    code(base.run("do", "dissolve-group", 1), INPUT, "no ground: refused")
    base.do("do", "dissolve-group", 1, "ground=Реорганизация школы", "number=9-М", "--for",
            "RECTOR", "--person", RECTOR)
    equal((base.show("group", 1)["state_now"], base.show("program", 1)["state"]),
          ("DISSOLVED", "TERMINATED"), "the group is dissolved, the programme terminated")
    equal(set(states(base, "teams").values()), {"REGISTERED"}, "teams are in the register")
    equal(states(base, "agreements"), {1: "ENDED"}, "the agreement is ended")
    order = next(o for o in base.list("orders") if o["kind"] == "TERMINATION")
    equal((order["number"], order["date"], order["group"]), ("9-М", "2022-03-15", 1),
          "by an order of its own")


@test
def agreement_after_the_work():
    """C-6: order first, agreement second, both orders allowed; a word of warning only."""
    base = demo("2021-12-10").copy()
    base.set("participant", 1, consent_on="2021-11-09")
    late, third = group_of_three()
    late.do("remove", "participant", next(p["id"] for p in late.list("participants")
                                          if p["team"] == third))
    late.today = "2021-12-20"
    late.do("do", "agree-program", 1, "--for", "EXPERIENCED", "--person", 5)
    late.do("do", "agree-program", 1, "--for", "DEVELOPING", "--person", 8)
    late.do("do", "approve-program", 1, "--for", "MUNICIPAL_CURATOR", "--person", CURATOR)
    equal([f["level"] for f in late.rules().get("R19b", [])], ["warning"],
          "R19 broken: approved without an agreement in force is a warning")
    late.do("do", "send-program", 1, "--for", "MUNICIPAL_CURATOR", "--person", CURATOR)
    late.today = "2022-01-10"
    equal(late.show("group", 1)["state_now"], "WORKING", "the group works all the same")
    equal([f["level"] for f in late.rules().get("R19a", [])], ["warning"],
          "R19 broken: and is warned")
    agreed = demo("2021-12-20")
    ok(not {"R19a", "R19b"} & set(agreed.rules(today="2022-01-10")), "R19 kept: in force")


@test
def list_of_steps():
    """Possible ones first; for each other one why not, in words."""
    base = demo("2021-11-09").copy()
    base.today = "2021-11-10"
    steps = base.do("do", "--list", "group", 1, "--json").json
    possible = [s["possible"] for s in steps]
    equal(possible, sorted(possible, reverse=True), "possible ones first")
    equal(steps[0]["step"], "form-group", "the group can be formed")
    for step in steps:
        if not step["possible"]:
            has(step["why_not"] or "", "«Проект»", f"{step['step']}: it says why not")
    base.set("participant", 2, consent_on="")
    first = next(s for s in base.do("do", "--list", "group", 1, "--json").json
                 if s["step"] == "form-group")
    ok(first["possible"], "a consent that the step asks for does not stand in its way")
    base.do("remove", "participant", 2)
    form = next(s for s in base.do("do", "--list", "group", 1, "--json").json
                if s["step"] == "form-group")
    equal(form["possible"], False, "without a developing team it cannot")
    has(form["why_not"], "не хватает участника: Развивающаяся", "in the words of the rule")
    has(base.do("do", "--list", "group", 1).out, "Включите в группу", "and with the remedy")


@test
def who_acts_and_who_records():
    """R81: party, person, day and recorder of a step are kept; computed states are not."""
    base = demo("2021-11-19").copy()
    base.today = "2021-11-24"
    lines = len(base.list("history"))
    base.do("do", "sign-agreement", 1, "--for", "EXPERIENCED", "--person", 5, "--on", "2021-11-22")
    newest = base.list("history")[0]
    equal((newest["party"], newest["person"], newest["recorder"]),
          ("EXPERIENCED", "Воронцова Галина Андреевна", "ГАУ ДПО «ВГАПО»"),
          "R81 kept: who acted and who recorded")
    equal(base.list("signatures")[0]["signed_on"], "2021-11-22", "R81 kept: on which day")
    equal(len(base.list("history")), lines + 1, "R81 kept: one line a decision")
    later = demo("2021-12-20")
    equal(later.show("program", 1, today="2022-02-01")["state_now"], "IN_PROGRESS",
          "a state that came with the day")
    equal(len(later.list("history", today="2022-02-01")), len(later.list("history")),
          "R81 broken: a computed state leaves no line")


def region():
    """The case by the pack of the region alone: six steps, reports by way of the curator."""
    base = empty("2021-11-10", scheme="volgograd-mentoring")
    operator = base.add("organisation", full_name="Академия", kind="OPERATOR")
    people = [base.add("person", last=name, first="Анна", organisation=operator, phone="1")
              for name in ("Ректорова", "Координаторова")]
    base.set("organisation", operator, director=people[0])
    body = base.add("organisation", full_name="Отдел", kind="AUTHORITY")
    curator = base.add("person", last="Кураторова", first="Анна", organisation=body)
    base.add("territory", name="Район", kind="MUNICIPAL_DISTRICT", curator=curator)
    teams = [team(base, role, f"Школа {role}") for role in ("EXPERIENCED", "DEVELOPING")]
    register(base, *teams)
    base.add("group", number="1", year=2021, operator=operator, period_start="2022-01-01",
             period_end="2022-12-31")
    for side, number in zip(("EXPERIENCED", "DEVELOPING"), teams):
        base.add("participant", group=1, side=side, team=number, consent_on="2021-11-10")
    base.do("do", "form-group", 1, "number=1", f"coordinator={people[1]}", "--for", "RECTOR")
    return base, people[1], curator


@test
def the_region_alone():
    base, coordinator, curator = region()
    program = base.show("program", 1)
    equal((len(program["stages"]), len(program["activities"])), (6, 9),
          "6 steps and 9 near-term items")
    base.today = "2021-12-20"
    sign(base, 1, "2021-11-19", "1")
    meeting = next(a["id"] for a in program["activities"] if "установочную" in a["title"])
    code(base.run("do", "complete-activity", meeting, "status=DONE", "date=2021-11-30"), DONE,
         "R94 kept: the near-term steps are marked before the programme runs")
    base.do("do", "agree-program", 1, "--for", "EXPERIENCED")
    base.do("do", "agree-program", 1, "--for", "DEVELOPING")
    base.do("do", "approve-program", 1, "--for", "MUNICIPAL_CURATOR")
    base.do("do", "send-program", 1, "--for", "MUNICIPAL_CURATOR")
    base.today = "2022-12-30"
    base.do("do", "report-program", 1, "kind=SUMMARY_NOTE", "conclusions=Есть")
    base.do("do", "report-program", 1, "kind=FINAL_REPORT", "conclusions=Есть")
    report = next(r["id"] for r in base.list("reports") if r["kind"] == "FINAL_REPORT")
    base.do("do", "send-report", report)
    equal(base.show("report", report)["sent_to"], curator, "C-4: the report goes to the curator")
    ok("R91" not in base.rules(), "R91 kept: that is the way of the region")
    result = base.run("do", "accept-report", report, "--for", "COORDINATOR")
    code(result, REFUSED, "R91 broken: the coordinator has not got it yet")
    has(result.err, "R91a: ", "R91 broken: the refusal names the rule")
    base.do("do", "forward-report", report, "--for", "MUNICIPAL_CURATOR")
    equal(base.show("report", report)["sent_to"], coordinator, "C-4: then to the coordinator")
    code(base.run("do", "accept-report", report, "--for", "COORDINATOR"), DONE,
         "R91 kept: who accepts it")


@test
def the_way_of_the_district():
    """C-4: straight to the coordinator, a copy to the curator."""
    base = demo("2022-12-30")
    report = next(r for r in base.list("reports") if r["kind"] == "FINAL_REPORT")
    equal(report["sent_to"], COORDINATOR, "C-4: to the coordinator")
    to = [d["recipient_person"] for d in base.list("dispatches") if "№" not in d["what"] or
          d["sent_on"] == "2022-12-30"]
    ok(COORDINATOR in to and CURATOR in to, "C-4: a copy to the curator", to)
    result = base.copy().run("do", "forward-report", report["id"], "--for", "MUNICIPAL_CURATOR")
    code(result, REFUSED, "C-4: there is nothing to pass on")


main()
