#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the worked example (DOMAIN 17.3): what is found, and what is not."""
from cli import DONE, REFUSED, code, demo, equal, has, main, ok, test

APPROVED = "2021-12-17"


@test
def duration():
    """R21: 01.01.2022 to 31.12.2022 are 12 months, OK."""
    base = demo("2021-12-20")
    program = base.show("program", 1)
    equal((program["start"], program["end"]), ("2022-01-01", "2022-12-31"), "R21: the period")
    ok("R21" not in base.rules(), "R21: 12 months are in order")


@test
def end_after_approval():
    """R22: approved 17.12.2021, last day 16.12.2022, 15 days over."""
    findings = demo(APPROVED).rules().get("R22", [])
    equal(len(findings), 1, "R22: one finding")
    found = findings[0]
    equal(found["level"], "warning", "R22: a warning")
    equal((found["kind"], found["id"]), ("program", 1), "R22: on the programme")
    has(found["text"], "17.12.2021", "R22: names the day of approval")
    has(found["text"], "16.12.2022", "R22: names the last day allowed")
    has(found["text"], "31.12.2022", "R22: names the planned end")
    has(found["text"], "на 15 дн.", "R22: 15 days over")
    ok("R22" not in demo("2021-12-10").rules(), "R22: nothing before the approval")


@test
def plan_and_stages():
    """R31: exactly three warnings of rows 1, 8, 9; two of stages."""
    base = demo("2021-12-20")
    numbers = {a["id"]: a["number"] for a in base.list("activities")}
    rows = base.rules().get("R31", [])
    equal([numbers[f["id"]] for f in rows], [1, 8, 9], "R31: rows 1, 8 and 9, no other")
    equal({f["level"] for f in rows}, {"warning"}, "R31: warnings")
    for finding, words in zip(rows, ("Октябрь-ноябрь 2021 г.", "Декабрь 2022 г.",
                                     "декабрь 2022 г.")):
        has(finding["text"], words, f"R31: row {numbers[finding['id']]} names its schedule")
    numbers = {s["id"]: s["number"] for s in base.list("stages")}
    stages = base.rules().get("R31a", [])
    equal([numbers[f["id"]] for f in stages], ["I", "II"], "stages I and II reach outside 2022")
    equal({f["level"] for f in stages}, {"warning"}, "outside the period is a warning")
    equal({f["rule"] for f in base.do(
        "rules", "program", 1, "--json").json}, {"R22", "R31", "R31a"},
        "the programme has these findings and no other")


@test
def working_groups():
    """R13: leaders 1 and 1, contacts 3 and 2."""
    base = demo("2021-11-19")
    leaders, contacts = [], []
    for team in base.list("teams", "--sort", "role"):
        members = base.list("members", "--where", f"team={team['id']}")
        leaders.append(sum("LEADER" in m["roles"] for m in members))
        contacts.append(sum("CONTACT" in m["roles"] for m in members))
    equal(leaders, [1, 1], "R13: one leader in each working group")
    equal(sorted(contacts), [2, 3], "R13: three contacts and two")
    ok(not {"R13", "R13a"} & set(base.rules()), "R13: in order")
    sizes = sorted(len(base.list("members", "--where", f"team={n}")) for n in (1, 2))
    equal(sizes, [3, 4], "three people in one working group, four in the other")


@test
def quota():
    """R10: 1 of 1 group; before the teams are in the register one is missing."""
    ok(not {"R10", "R10a"} & set(demo("2021-11-10").rules()), "R10: 1 of 1 group")
    ok("R10" not in demo("2021-11-08").rules(), "R10: both teams registered, quota 1 of 1 (17.2)")
    missing = demo("2021-10-29").rules().get("R10", [])
    equal(len(missing), 1, "R10: before the teams are registered, one finding")
    has(missing[0]["text"], "не хватает 1", "R10: one group is missing")
    equal(missing[0]["level"], "warning", "R10: a warning")


@test
def the_second_group_is_above_the_quota():
    base = demo("2021-11-10").copy()
    organisations = [base.add("organisation", full_name=f"Школа {n}", kind="SCHOOL",
                              territory=1) for n in (1, 2)]
    base.add("group", number="2", year=2021, operator=1)
    for side, organisation in zip(("EXPERIENCED", "DEVELOPING"), organisations):
        team = base.add("team", organisation=organisation, role=side, year=2021,
                        directions="управление качеством образования")
        base.add("participant", group=2, side=side, team=team, consent_on="2021-11-10")
    found = base.rules().get("R10a", [])
    equal(len(found), 1, "R10: the second group of a district is reported")
    if found:
        has(found[0]["text"], "сверх квоты 1", "R10: above the quota by one")


@test
def activities():
    """18 = 5 + 9 + 4; 22 dated occurrences."""
    program = demo("2021-11-10").show("program", 1)
    rows = [sum(a["stage"] == stage["id"] for a in program["activities"])
            for stage in program["stages"]]
    equal(rows, [5, 9, 4], "activities of the three stages: 5, 9 and 4")
    equal(program["progress"]["total"], 18, "18 activities")
    equal(program["progress"]["occurrences"], 22, "22 dated occurrences")
    equal([a["number"] for a in program["activities"]], list(range(1, 19)), "rows 1 to 18")
    due = {a["number"]: a["due_phrase"] for a in program["activities"]}
    equal(due[9], "Декабрь 2021 г., апрель, сентябрь, декабрь 2022 г.", "four dates of row 9")
    equal(due[6], "По согласованию сторон", "row 6 is by agreement")


def extend(until, decided, base=None):
    base = base or demo("2022-12-14").copy()
    return base, base.run("do", "extend-program", 1, f"extended_until={until}",
                          "extension_reason=NEED", "--for", "OPERATOR", "--on", decided,
                          today=decided)


@test
def extension():
    """The longest extension is until 31.12.2023 (R23)."""
    base, result = extend("31.12.2023", "2022-12-20")
    code(result, DONE, "R23: until 31.12.2023 is possible")
    program = base.show("program", 1, today="2023-06-01")
    equal(program["extended_until"], "2023-12-31", "R23: the new end is kept")
    equal(program["state_now"], "EXTENDED", "R23: the programme goes on")
    base, result = extend("01.01.2024", "2022-12-20")
    code(result, REFUSED, "R23: one day more is refused")
    has(result.err, "R23", "R23: the refusal names the rule")
    equal(base.show("program", 1)["extended_until"], None, "R23: nothing is changed")
    _base, result = extend("31.12.2023", "2023-02-05", demo("2022-12-30").copy())
    code(result, REFUSED, "R23: decided on 05.02.2023 it is refused")
    _base, result = extend("30.06.2023", "2023-01-20", demo("2022-12-30").copy())
    code(result, DONE, "R23: decided on 20.01.2023, within 30 days of the end, it is possible")


def newcomer(base):
    """A registered developing team that can take the place of the demonstration's."""
    organisation = base.add("organisation", full_name="Давыдовская средняя школа",
                            kind="SCHOOL", territory=1, phone="(84458) 0-00-20")
    person = base.add("person", last="Климова", first="Анна", middle="Юрьевна", sex="f",
                      phone="8 (900) 000-00-20", organisation=organisation)
    base.set("organisation", organisation, director=person)
    team = base.add("team", organisation=organisation, role="DEVELOPING", year=2022,
                    directions="управление качеством образования")
    base.add("member", team=team, person=person, roles="LEADER\nCONTACT")
    pair = base.add("team", organisation=3, role="EXPERIENCED", year=2022, evidence="есть",
                    directions="управление качеством образования")
    ok(pair, "an experienced team of the year is there for R11")
    base.do("do", "submit-team", team, "--for", "MUNICIPAL_CURATOR")
    base.do("do", "register-team", team, "--for", "OPERATOR")
    return team


@test
def replacement():
    """On 01.06.2022: period unchanged, old agreement ENDED, new DRAFTED, version 2."""
    base = demo("2022-05-19").copy()
    base.today = "2022-06-01"
    team = newcomer(base)
    base.do("do", "replace-team", 1, "number=7-М", f"team={team}", "ground=REQUEST",
            "consent_on=2022-06-01", "--for", "RECTOR", "--person", 1)
    programs = base.list("programs")
    newest = max(programs, key=lambda p: p["version"])
    equal(newest["version"], 2, "replacement: version 2 of the programme")
    equal((newest["start"], newest["end"]), ("2022-01-01", "2022-12-31"),
          "replacement: the period is the same")
    agreements = {a["id"]: a for a in base.list("agreements")}
    equal(agreements[1]["state_now"], "ENDED", "replacement: the old agreement is ended")
    states = [a["state_now"] for i, a in agreements.items() if i != 1]
    equal(states, ["DRAFTED"], "replacement: a new agreement is drafted")
    new = next(a for i, a in agreements.items() if i != 1)
    equal((new["developing"], new["end"], new["previous"]), (team, "2022-12-31", 1),
          "replacement: it follows the old one for the rest of the term")
    order = next(o for o in base.list("orders") if o["kind"] == "REPLACEMENT")
    equal((order["number"], order["date"]), ("7-М", "2022-06-01"), "replacement: an order")
    memo = base.show("basis", order["basis"])
    equal((memo["kind"], memo["ground"]), ("MEMO", "REQUEST"), "replacement: memo and ground")
    ok("R32" not in base.rules(), "replacement: R32 is silent")
    equal(newest["progress"]["total"], 18, "replacement: the new version has 18 activities")
    equal(newest["progress"]["done"], 5, "replacement: what was done stays done")


main()
