#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Further rules, each with a case that breaks it and a case that keeps it (DOMAIN 6)."""
from cli import DONE, INPUT, REFUSED, code, demo, equal, has, main, ok, school, test

QUALITY = "управление качеством образования"


def texts(base, number, **options):
    return [finding["text"] for finding in base.rules(**options).get(number, [])]


@test
def r11_partner():
    base = demo("2021-11-08").copy()
    team = base.add("team", organisation=school(base, "Третья школа"), role="EXPERIENCED",
                    year=2021, directions=QUALITY, evidence="есть")
    submit = ("do", "submit-team", team, "--for", "MUNICIPAL_CURATOR")
    result = base.run(*submit)
    code(result, REFUSED, "R11 broken: 2 experienced and 1 developing")
    has(result.err, "R11: ", "R11 broken: the refusal names the rule")
    has(result.err, "Развивающаяся", "R11 broken: and the team that is missing")
    base.add("team", organisation=school(base, "Четвёртая школа"), role="DEVELOPING", year=2021)
    code(base.run(*submit), DONE, "R11 kept: 2 and 2")


@test
def r12_evidence():
    base = demo("2021-10-29").copy()
    ok("R12" not in base.rules(), "R12 kept: the results are described")
    base.set("team", 1, evidence="")
    found = base.rules().get("R12", [])
    equal([(f["id"], f["level"]) for f in found], [(1, "warning")], "R12 broken: a warning")
    code(base.run("do", "register-team", 1, "--for", "OPERATOR"), DONE,
         "R12 broken: a warning refuses nothing")


@test
def r14_contacts():
    base = demo("2021-11-19").copy()
    ok("R14" not in base.rules(), "R14 kept: contacts of everybody")
    base.set("person", 9, phone="", mobile="", email="")
    found = base.rules().get("R14", [])
    equal([(f["kind"], f["level"]) for f in found], [("member", "warning")],
          "R14 broken: a warning on the member")
    has("".join(f["text"] for f in found), "Зимина", "R14 broken: it names the person")
    member = next(m["id"] for m in base.list("members") if m["person"] == 9)
    base.set("member", member, phone="8 (900) 000-00-05")
    ok("R14" not in base.rules(), "R14 kept: a phone of the working group's own")


@test
def r15_kind_by_year():
    base = demo("2021-11-08").copy()
    garden = school(base, "Детский сад «Ромашка»", "KINDERGARTEN")
    base.add("team", organisation=school(base, "Школа в пару"), role="EXPERIENCED", year=2021)
    team = base.add("team", organisation=garden, role="DEVELOPING", year=2021,
                    directions=QUALITY)
    submit = ("do", "submit-team", team, "--for", "MUNICIPAL_CURATOR")
    result = base.run(*submit)
    code(result, REFUSED, "R15 broken: a kindergarten in 2021")
    has(result.err, "R15: ", "R15 broken: the refusal names the rule")
    has(result.err, "2022", "R15 broken: and the year they begin")
    base.add("team", organisation=school(base, "Школа 2022"), role="EXPERIENCED", year=2022)
    base.set("team", team, year=2022)
    code(base.run(*submit), DONE, "R15 kept: a kindergarten in 2022")


@test
def r18_days_of_the_agreement():
    base = demo("2021-11-24").copy()
    base.today = "2021-11-29"
    base.do("do", "return-agreement", 1, "--for", "OPERATOR", "--person", 2)
    has("".join(texts(base, "R18a")), "просрочено на 3 дн.",
        "R18 broken: returned 29.11.2021 is 3 days late")
    equal(texts(base, "R18"), [], "R18 kept: sent on 19.11.2021")
    draft = demo("2021-11-18")
    equal(texts(draft, "R18", today="2021-11-19"), [], "R18 kept: 19.11 is the last day")
    has("".join(texts(draft, "R18", today="2021-11-20")), "опоздание 1 дн.",
        "R18 broken: not sent on 20.11.2021, a day late")


@test
def r24_early_end():
    base = demo("2022-10-13").copy()
    base.today = "2022-10-15"
    end = ("do", "end-program", 1, "--for", "MUNICIPAL_CURATOR", "--person", 4)
    code(base.run(*end), INPUT, "R24 broken: no reason")
    code(base.run(*end, "end_reason=EARLY_WISHED"), INPUT, "R24 broken: another reason")
    equal(base.show("program", 1)["state_now"], "IN_PROGRESS", "R24 broken: it runs on")
    result = base.run(*end, "end_reason=EARLY_SUCCESS")
    code(result, REFUSED, "R24 broken: the rest is not done and nobody says why")
    has(result.err, "R24a: Не выполнены мероприятия 6, 7, 8, 9, 12, 13, 15, 16",
        "R24 broken: it names the rows")
    code(base.run(*end, "end_reason=EARLY_SUCCESS", "rest_reason=Цели достигнуты"), DONE,
         "R24 kept: a reason of the two, and one for the rest")
    equal(base.list("agreements")[0]["state_now"], "ENDED", "R24 kept: the agreement ends too")
    program = base.show("program", 1)
    equal((program["state"], program["ended_on"]), ("COMPLETED_EARLY", "2022-10-15"),
          "R24 kept: ended on that day")


@test
def r26_directions_of_the_team():
    base = demo("2021-11-30").copy()
    ok("R26" not in base.rules(), "R26 kept: the team's direction")
    base.set("program", 1, directions=f"{QUALITY}\nшкольный музей")
    found = base.rules().get("R26", [])
    equal([f["level"] for f in found], ["warning"], "R26 broken: a warning")
    has("".join(f["text"] for f in found), "школьный музей", "R26 broken: it is named")
    base.set("team", 2, directions=f"{QUALITY}\nшкольный музей")
    ok("R26" not in base.rules(), "R26 kept: the team has named it too")


@test
def r29_sending():
    base = demo("2021-12-17")
    equal(texts(base, "R29", today="2021-12-17"), [], "R29 kept: on the day of approval")
    has("".join(texts(base, "R29", today="2021-12-20")), "17.12.2021",
        "R29 broken: approved and not sent")
    equal(texts(demo("2021-12-20"), "R29", today="2022-02-01"), [], "R29 kept: sent")


@test
def r30_correction():
    base = demo("2022-06-15").copy()
    correct = ("do", "correct-program", 1, "--for", "MUNICIPAL_CURATOR", "--person", 4)
    code(base.run(*correct), INPUT, "R30 broken: no reason")
    equal(len(base.list("programs")), 1, "R30 broken: no new version")
    code(base.run(*correct, "correction_reason=Уточнены сроки"), DONE, "R30 kept: a reason")
    old, new = sorted(base.list("programs"), key=lambda p: p["version"])
    equal((old["version"], new["version"], new["previous"]), (1, 2, old["id"]),
          "R30 kept: version 2, and version 1 is kept")
    equal((new["start"], new["end"]), (old["start"], old["end"]), "R30 kept: the same period")
    equal(new["progress"]["done"], 6, "R30 kept: what was done stays done")
    ok("R30" not in base.rules(), "R30 kept: nothing is reported")
    result = base.run("set", "program", new["id"], "end=2022-11-30")
    code(result, REFUSED, "R30 broken: another period is refused")
    has(result.err, "R30: ", "R30 broken: the refusal names the rule")


@test
def r71_platform():
    base = demo("2021-11-26").copy()
    ok("R71" not in base.rules(), "R71 kept: everybody is on the platform")
    base.set("person", 9, platform_joined_on="")
    found = base.rules().get("R71", [])
    equal(len(found), 1, "R71 broken: one member has not joined")
    has("".join(f["text"] for f in found), "25.11.2021", "R71 broken: it names the limit")
    equal(texts(base, "R71", today="2021-11-25"), [], "R71 kept: 25.11.2021 is the last day")


@test
def r75_dissemination():
    base = demo("2021-12-17")
    equal(texts(base, "R75", today="2021-12-20"), [], "R75 kept: 20.12.2021 is the last day")
    has("".join(texts(base, "R75", today="2021-12-23")), "опоздание 3 дн.",
        "R75 broken: 3 days late on 23.12.2021")
    equal(texts(demo("2021-12-20"), "R75", today="2022-02-01"), [], "R75 kept: sent in time")


@test
def r96_numbers():
    base = demo("2021-11-10").copy()
    fields = {"kind": "ASSIGNMENT", "issuer": 1}
    base.add("order", number="14", date="2025-03-01", **fields)
    ok("R96a" not in base.rules(), "R96 kept: the first number 14 of 2025")
    other = base.add("order", number="14", date="2026-01-12", **fields)
    ok("R96a" not in base.rules(), "R96 kept: number 14 of 2026")
    result = base.run("set", "order", other, "date=2025-09-01")
    code(result, REFUSED, "R96 broken: a second number 14 of 2025")
    has(result.err, "R96a: ", "R96 broken: the refusal names the rule")
    base.set("agreement", 1, number="14", date="2025-03-01")
    ok(not {"R96", "R96a"} & set(base.rules()), "R96 kept: agreement 14 beside order 14")


main()
