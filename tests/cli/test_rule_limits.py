#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last day on which a rule is kept and the first on which it is not, its further cases, and
who is put down as acting (DOMAIN 5, 6, 17.2)."""
from cli import DONE, REFUSED, Base, code, demo, equal, has, main, new_path, ok, run, school, test

QUALITY = "управление качеством образования"


def texts(base, number, **options):
    return " ".join(f["text"] for f in base.rules(**options).get(number, []))


def refused(result, rule, name):
    code(result, REFUSED, f"{rule} broken: {name}")
    has(result.err, f"{rule}: ", f"{rule} broken: {name}: it names the rule")


@test
def r10_pairs_of_the_register():
    """17.2: registered on 08.11.2021, quota 1 of 1; a group that is dissolved leaves it open."""
    has(texts(demo("2021-10-29"), "R10"), "не хватает 1", "R10 broken: submitted, not registered")
    ok("R10" not in demo("2021-11-08").rules(), "R10 kept: both teams registered, 1 of 1")
    base = demo("2022-03-15").copy()
    base.do("do", "dissolve-group", 1, "ground=Реорганизация школы", "--for", "OPERATOR")
    has(texts(base, "R10"), "2021 год: групп 0 из 1, не хватает 1", "R10 broken: dissolved")


@test
def r14_post():
    base = demo("2021-11-19").copy()
    member = next(m for m in base.list("members") if m["title"].startswith("Тихонова"))
    base.set("person", member["person"], post="")
    base.set("member", member["id"], function="", roles="CONTACT")
    ok("R14a" not in base.rules(), "R14 kept: “contact person” alone is allowed")
    base.set("member", member["id"], roles="MEMBER")
    found = base.rules().get("R14a", [])
    equal([(f["id"], f["level"]) for f in found], [(member["id"], "warning")],
          "R14 broken: neither a post nor a part in the group")
    base.set("person", member["person"], post="Методист")
    ok("R14a" not in base.rules(), "R14 kept: a post")


@test
def r15_additional_education():
    base = demo("2021-11-08").copy()
    house = school(base, "Дом творчества", "ADDITIONAL_EDUCATION")
    for year in (2022, 2023):
        base.add("team", organisation=school(base, f"Школа {year}"), role="EXPERIENCED", year=year)
    team = base.add("team", organisation=house, role="DEVELOPING", year=2022, directions=QUALITY)
    submit = ("do", "submit-team", team, "--for", "MUNICIPAL_CURATOR")
    refused(base.run(*submit), "R15", "additional education in 2022 (C-31)")
    base.set("team", team, year=2023)
    code(base.run(*submit), DONE, "R15 kept: in 2023")


@test
def r16_one_party_twice():
    base = demo("2021-11-18").copy()
    base.today = "2021-11-19"
    third = base.list("signatures", "--where", "agreement=1")[-1]
    base.set("signature", third["id"], party="EXPERIENCED")
    result = base.run("do", "send-agreement", 1, "number=1", "--for", "OPERATOR")
    refused(result, "R16", "three entries, two of one party")
    has(result.err, "Сторон в соглашении – 2", "R16 broken: it counts the parties")


@test
def r17_number():
    """5.3: what is registered has a number: typed, given by the office, or the next one."""
    base = demo("2021-11-18").copy()
    base.today = "2021-11-26"
    automatic = base.copy()
    automatic.do("do", "send-agreement", 1, "--for", "OPERATOR")
    sent = automatic.show("agreement", 1)
    equal((sent["number"], sent["date"]), ("1", "2021-11-26"), "the next number of the series")
    base.add("series", paper="agreement", year=2021, by_hand="yes")
    base.do("do", "send-agreement", 1, "--for", "OPERATOR")
    equal(base.show("agreement", 1)["number"], None, "none where the office numbers by hand")
    for party in ("EXPERIENCED", "DEVELOPING", "OPERATOR"):
        base.do("do", "sign-agreement", 1, "--for", party)
    base.do("do", "return-agreement", 1, "--for", "OPERATOR")
    register = ("do", "register-agreement", 1, "--for", "OPERATOR")
    refused(base.run(*register), "R17a", "an agreement without a number comes into force")
    equal(base.show("agreement", 1)["state_now"], "RETURNED", "R17 broken: it stays as it was")
    steps = base.do("do", "--list", "agreement", 1, "--json").json
    ok(next(s for s in steps if s["step"] == "register-agreement")["possible"],
       "R17 kept: the step is offered, it asks for the number")
    code(base.run(*register, "number=5"), DONE, "R17 kept: with a number")
    kept = base.show("agreement", 1)
    equal((kept["state_now"], kept["number"], kept["date"]), ("IN_FORCE", "5", "2021-11-26"),
          "R17 kept: which is of that day")


@test
def r11_at_the_registration():
    """5.1: the partner that was there at the submission has to be there still."""
    base = demo("2021-10-29").copy()
    base.do("do", "return-team", 2, "return_remark=Уточните направление")
    base.do("do", "withdraw-team", 2)
    register = ("do", "register-team", 1, "--for", "OPERATOR")
    refused(base.run(*register), "R11", "the only partner has withdrawn")
    base.do("undo")
    code(base.run(*register), DONE, "R11 kept: it is there")


@test
def cancelled_and_drafted_anew():
    """5.3: parties changed; a new agreement is drafted, by the same step."""
    base = demo("2021-11-22").copy()
    base.do("do", "cancel-agreement", 1, "--for", "OPERATOR")
    old, new = sorted(base.list("agreements"), key=lambda a: a["id"])
    equal((old["state_now"], new["state_now"]), ("CANCELLED", "DRAFTED"), "a new one is drafted")
    equal([(new[f], new["number"]) for f in ("experienced", "developing", "start", "end")],
          [(old[f], None) for f in ("experienced", "developing", "start", "end")],
          "of the same pair and term, without a number yet")
    equal(len(base.list("signatures", "--where", f"agreement={new['id']}")), 3,
          "R16 kept: with three parties")
    ok("R19" not in base.rules(), "R19 kept: the pair has an agreement")


@test
def replaced_before_the_approval():
    """5.6, R27: what the team that left has agreed to, the one that enters has not."""
    base = demo("2021-12-10").copy()
    organisation = school(base, "Давыдовская средняя школа")
    base.add("team", organisation=school(base, "Школа в пару"), role="EXPERIENCED", year=2021)
    team = base.add("team", organisation=organisation, role="DEVELOPING", year=2021,
                    directions=QUALITY)
    base.do("do", "submit-team", team, "--for", "MUNICIPAL_CURATOR")
    base.do("do", "register-team", team, "--for", "OPERATOR")
    base.do("do", "replace-team", 1, "number=7-М", f"team={team}", "ground=REQUEST",
            "consent_on=2021-12-10", "--for", "RECTOR", "--person", 1)
    programs = base.list("programs")
    equal([(p["state"], p["agreed_on"], p["experienced_agreed_on"], p["developing_agreed_on"])
           for p in programs], [("DRAFT", None, "2021-12-10", None)],
          "the one programme waits for the consent of the team that entered")


@test
def numbers_say_of_what():
    base = demo("2021-11-09").copy()
    base.today = "2021-11-10"
    result = base.run("do", "form-group", 1, "--for", "RECTOR")
    has(result.err, "“Number of the order” (number=…)", "what is missing is told with its paper")


@test
def last_days():
    """Each limit: the last day is in time, the next one is a day late."""
    signed = demo("2021-11-24")
    equal(texts(signed, "R18a", today="2021-11-26"), "", "R18 kept: 26.11.2021")
    has(texts(signed, "R18a", today="2021-11-27"), "просрочено на 1 дн.", "R18 broken: 27.11.2021")
    has(texts(demo("2021-12-17"), "R75", today="2021-12-21"), "опоздание 1 дн.",
        "R75 broken: 21.12.2021")
    has(texts(demo("2021-11-30"), "R74", today="2021-12-21"), "опоздание 1 дн.",
        "R74 broken: 21.12.2021")
    has(texts(demo("2021-12-17"), "R86", today="2021-12-21"), "просрочено на 1 дн.",
        "R86 broken: 21.12.2021")
    note = demo("2022-12-28")
    equal(texts(note, "R37", today="2023-01-30"), "", "R37 kept: 30.01.2023")
    has(texts(note, "R37", today="2023-01-31"), "опоздание 1 дн.", "R37 broken: 31.01.2023")
    base = demo("2021-11-25").copy()
    base.set("person", 9, platform_joined_on="2021-11-26")
    has(texts(base, "R71"), "просрочено на 1 дн.", "R71 broken: joined on 26.11.2021")
    base.set("person", 9, platform_joined_on="2021-11-25")
    equal(texts(base, "R71", today="2021-12-01"), "", "R71 kept: joined on 25.11.2021")


@test
def periods():
    agree = ("do", "agree-program", 1, "--for", "EXPERIENCED", "--person", 5)
    for start, end, want in (("2022-01-01", "2023-01-01", REFUSED), ("2022-01-01", "2022-03-30",
                                                                     REFUSED)):
        base = demo("2021-11-30").copy()
        base.set("program", 1, start=start, end=end)
        code(base.run(*agree), want, f"R21 broken: {start} to {end}, by one day")
    for end, found in (("2022-12-16", ""), ("2022-12-17", "на 1 дн.")):
        base = demo("2021-11-30").copy()
        base.today = "2021-12-17"
        base.set("program", 1, end=end)
        base.do("do", "agree-program", 1, "--for", "EXPERIENCED")
        base.do("do", "agree-program", 1, "--for", "DEVELOPING")
        base.do("do", "approve-program", 1, "--for", "MUNICIPAL_CURATOR", "--person", 4)
        ok(found in texts(base, "R22") and bool(found) == ("R22" in base.rules()),
           f"R22 {'broken' if found else 'kept'}: approved 17.12.2021, end {end}")


@test
def r23_window():
    for until, day, want in (("2022-11-24", "2022-11-30", REFUSED),
                             ("2022-11-24", "2022-12-01", DONE), ("2022-12-30", "2023-01-30", DONE),
                             ("2022-12-30", "2023-01-31", REFUSED)):
        base = demo(until).copy()
        base.today = day
        result = base.run("do", "extend-program", 1, "extended_until=30.06.2023",
                          "extension_reason=REQUEST", "--for", "OPERATOR")
        code(result, want, f"R23 {'kept' if want == DONE else 'broken'}: decided on {day}")
        if want == REFUSED:
            has(result.err, "R23a: ", f"R23 broken: {day}: by its window")


@test
def r25_cancelled():
    base = demo("2021-11-10").copy()
    for activity in base.list("activities"):
        base.do("do", "cancel-activity", activity["id"], "cancel_reason=Не нужно", "--for",
                "EXPERIENCED")
    result = base.run("do", "agree-program", 1, "--for", "EXPERIENCED")
    refused(result, "R25b", "every activity of the plan is cancelled")


@test
def r32_memo():
    base = demo("2022-05-19").copy()
    order = base.add("order", kind="REPLACEMENT", number="7", date="2022-05-19", group=1)
    basis = base.add("basis", kind="REQUEST", group=1, date="2022-05-19", ground="REQUEST")
    base.set("order", order, basis=basis)
    equal([f["id"] for f in base.rules().get("R32", [])], [order],
          "R32 broken: a request is not the coordinator's memo")
    base.set("basis", basis, kind="MEMO")
    ok("R32" not in base.rules(), "R32 kept: a memo")


@test
def r70_nobody_is_left_out():
    base = demo("2021-12-15").copy()
    left = next(t for t in base.list("trainings") if t["title"].startswith("Зимина"))
    base.do("remove", "training", left["id"])
    ok("R70a" not in base.rules(today="2021-12-15"), "R70 kept: until 15.12.2021")
    found = base.rules(today="2021-12-16").get("R70a", [])
    equal([(f["kind"], f["level"]) for f in found], [("member", "warning")],
          "R70 broken: a member who is on no list")
    has("".join(f["text"] for f in found), "Зимина", "R70 broken: it names the person")
    ok("R70a" not in demo("2021-12-15").rules(today="2021-12-16"), "R70 kept: all are on it")


def before_the_note():
    base = demo("2022-12-23").copy()
    base.today = "2022-12-28"
    return base


@test
def r90_leaders():
    base = before_the_note()
    note = ("do", "report-program", 1, "kind=SUMMARY_NOTE", "conclusions=Есть")
    refused(base.run(*note, "--for", "EXPERIENCED", "--person", 5), "R90a",
            "the other team prepares the note")
    result = base.run(*note, "--for", "DEVELOPING", "--person", 9)
    refused(result, "R90a", "somebody who is not the leader")
    has(result.err, "Зимина Вера Олеговна", "R90 broken: it names the person")
    code(base.run(*note), DONE, "R90 kept: nobody named, the leader of the developing team")
    line = base.list("history")[0]
    equal((line["party"], base.list("reports")[0]["author"]), ("DEVELOPING", 8),
          "R90 kept: the note by the developing team")
    base.do("do", "report-program", 1, "kind=FINAL_REPORT", "conclusions=Есть")
    final = next(r for r in base.list("reports") if r["kind"] == "FINAL_REPORT")
    equal((base.list("history")[0]["party"], final["author"]), ("EXPERIENCED", 5),
          "R90 kept: the final report by the experienced team")
    refused(base.run("do", "send-report", final["id"], "sent_to=3", "--for", "EXPERIENCED"), "R91",
            "the final report is sent to somebody else")
    code(base.run("do", "send-report", final["id"], "--for", "EXPERIENCED"), DONE,
         "R91 kept: to the coordinator")


@test
def reports_once_accepted():
    base = demo("2022-12-30").copy()
    offer = lambda: next(s for s in base.do("do", "--list", "program", 1, "--json").json
                         if s["step"] == "report-program")
    ok(offer()["possible"], "before they are accepted a report can be issued anew (R83)")
    for report in base.list("reports"):
        if report["state"] == "ISSUED":
            base.do("do", "send-report", report["id"], "--for", "DEVELOPING")
        base.do("do", "accept-report", report["id"], "--for", "COORDINATOR")
    equal(offer()["possible"], False, "both accepted: no report is offered")
    has(offer()["why_not"], "Both reports have been accepted", "both accepted: it says why")
    code(base.run("do", "report-program", 1, "kind=SUMMARY_NOTE", "conclusions=Есть"), REFUSED,
         "both accepted: nor issued")


@test
def a_closed_programme_is_silent():
    """Nothing can be done about it any more: its findings have gone."""
    ended = {"program", "stage", "activity", "report"}
    kinds = lambda base: {f["kind"] for fs in base.rules(today="2023-01-11").values() for f in fs}
    ok(kinds(demo("2022-12-30")) & ended, "until it is accepted it warns of R22 and R31")
    equal(kinds(demo("2023-01-10")) & ended, set(), "accepted on 10.01.2023: silent")
    equal(demo("2023-01-10").do("rules", "program", 1, "--json").json, [], "on its own page too")


@test
def a_supplement_ends_with_its_agreement():
    base = demo("2022-12-14").copy()
    base.today = "2022-12-20"
    base.do("do", "extend-program", 1, "extended_until=30.06.2023", "extension_reason=REQUEST",
            "--for", "OPERATOR")
    supplement = next(a["id"] for a in base.list("agreements") if a["supplements"])
    base.today = "2022-12-26"
    base.do("do", "send-agreement", supplement, "number=1", "--for", "OPERATOR")
    for party in ("EXPERIENCED", "DEVELOPING", "OPERATOR"):
        base.do("do", "sign-agreement", supplement, "--for", party)
    base.do("do", "return-agreement", supplement, "--for", "OPERATOR")
    base.do("do", "register-agreement", supplement, "--for", "OPERATOR")
    equal({a["id"]: a["state"] for a in base.list("agreements")},
          {1: "IN_FORCE", supplement: "IN_FORCE"}, "both are in force")
    base.do("do", "end-agreement", 1, "--for", "OPERATOR")
    equal({a["id"]: (a["state"], a["ended_on"]) for a in base.list("agreements")},
          {1: ("ENDED", "2022-12-26"), supplement: ("ENDED", "2022-12-26")},
          "the supplement ends with the agreement")


@test
def nobody_is_guessed():
    """R81: who acted is put down only when it was said or is the only one who may."""
    base = demo("2022-01-11").copy()
    row = next(a["id"] for a in base.list("activities") if a["number"] == 10)
    base.do("do", "complete-activity", row, "status=DONE")
    equal(base.list("history")[0]["party"], "OPERATOR", "R81 kept: the office that may act itself")
    base.do("do", "cancel-activity", base.list("activities")[-1]["id"], "cancel_reason=Не нужно")
    equal(base.list("history")[0]["party"], None,
          "R81 broken: no party is made up where several may act")
    later = demo("2021-12-10").copy()
    later.do("do", "approve-program", 1)
    equal(later.list("history")[0]["party"], "MUNICIPAL_CURATOR",
          "R81 kept: the only one who may approve")
    path = new_path()
    code(run("--base", path, "--today", "2021-11-15", "init", "--scheme", "dubovka-mentoring",
             "--role", "MUNICIPAL_CURATOR"), DONE, "an office of the curator")
    own = Base(path, "2021-11-15")
    program = own.add("program", start="2022-01-01", end="2022-12-31")
    stage = own.add("stage", program=program, number="I", title="Организационный этап")
    meeting = own.add("activity", program=program, stage=stage, title="Встреча",
                      due="Ноябрь 2021 г.")
    own.do("do", "complete-activity", meeting, "status=DONE")
    equal(own.list("history")[0]["party"], "MUNICIPAL_CURATOR", "R81 kept: the curator's office")


@test
def the_line_of_a_correction():
    base = demo("2022-06-15").copy()
    base.do("do", "correct-program", 1, "correction_reason=Итоги квеста", "--for", "DEVELOPING")
    has(base.list("history")[0]["title"], "Создана редакция № 2 программы группы № 1",
        "a correction tells the new version, then the group")
    base.do("do", "reapprove-program", 2, "--for", "MUNICIPAL_CURATOR")
    has(base.list("history")[0]["title"], "Утверждена редакция № 2", "and so does its approval")


main()
