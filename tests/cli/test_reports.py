#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports of the office itself, confidence in lists, and what old bases may have (DOMAIN 5)."""
import sqlite3

from cli import DONE, INPUT, REFUSED, code, demo, empty, equal, has, main, ok, school, test


@test
def coverage():
    """The report on a year's coverage belongs to no programme: DRAFT, ISSUED, SENT, ACCEPTED."""
    base = demo("2021-12-20").copy()
    base.today = "2021-12-31"
    report = base.add("report", kind="COVERAGE")
    base.do("do", "issue-report", report, "as_of=31.12.2021")
    shown = base.show("report", report)
    equal((shown["state"], shown["as_of"], shown["issued_on"]),
          ("ISSUED", "2021-12-31", "2021-12-31"), "it is issued")
    numbers = dict(line.split("=") for line in shown["snapshot"].split("\n"))
    equal((numbers["year"], numbers["new"], numbers["groups"]), ("2021", "2", "1"),
          "with the numbers of the year: 2 ОО in 2021 (17.4)")
    equal(base.list("history")[0]["party"], "OPERATOR", "the operator issues it")
    code(base.run("do", "send-report", report), INPUT, "to whom must be said")
    base.do("do", "send-report", report, "sent_to=1")
    equal(base.show("report", report)["state"], "SENT", "it is sent")
    code(base.run("do", "forward-report", report), REFUSED, "it is not passed on")
    base.do("do", "accept-report", report)
    equal(base.show("report", report)["state"], "ACCEPTED", "and accepted")
    note = base.add("report", kind="SUMMARY_NOTE")
    code(base.run("do", "issue-report", note), INPUT, "a summary note has a programme")


@test
def trained():
    """K3: who has left the team before the day no longer counts against it."""
    base = demo("2021-12-20").copy()

    def share():
        return [i["value"] for i in base.do("indicators", "--json").json if i["code"] == "K3"]
    before = share()
    late = [m for m in base.list("members") if "Тихонова" in base.show("person", m["person"])["last"]]
    base.set("member", late[0]["id"], to="2021-12-19")
    ok(before != share(), "K3: 1 of 2 teams, and 2 of 2 when she has left", (before, share()))
    base.set("member", late[0]["id"], to="2021-12-31")
    equal(share(), before, "K3: as long as she is there she counts")


@test
def consent():
    """R9: a team that enters without its consent is named."""
    base = demo("2022-05-19").copy()
    base.today = "2022-06-01"
    teams = [base.add("team", organisation=school(base, name), role=role, year=2022,
                      directions="DIR_QUALITY")
             for name, role in (("Новая школа", "DEVELOPING"), ("Школа в пару", "EXPERIENCED"))]
    team = teams[0]
    head = base.show("team", team)["organisation"]
    base.add("member", team=team, person=base.show("organisation", head)["director"],
             roles="LEADER\nCONTACT")
    base.do("do", "submit-team", team)
    base.do("do", "register-team", team)
    result = base.run("do", "replace-team", 1, f"team={team}", "number=8", "ground=NON_PERFORMANCE",
                      "text=Записка")
    code(result, REFUSED, "R9 broken: no consent")
    has(result.err.replace("\u00a0", " "), "работу: Новая школа", "R9 broken: the team is named")


@test
def hidden():
    """R33: what may not be read is not found out by asking for it."""
    base = demo("2021-11-30").copy()
    connection = sqlite3.connect(base.path)
    connection.execute("UPDATE office SET role = 'MUNICIPAL_CURATOR', demo = NULL")
    connection.commit()
    connection.close()
    row = {a["number"]: a["id"] for a in base.list("activities")}
    mark = base.add("mark", activity=row[2], status="DONE", result="Затруднения")
    open_mark = base.add("mark", activity=row[4], status="DONE", result="Обсудили план")

    def found(*words):
        return [m["id"] for m in base.list("marks", *words)]
    ok(mark in found(), "R33 kept: that it was held is seen")
    ok(mark not in found("--where", "result=Затруднения"), "R33 broken: a guess finds nothing")
    ok(mark not in found("--where", "result="), "R33 broken: not even that there are words")
    ok(mark not in found("--search", "Затруднения"), "R33 broken: nor does the search")
    ok(mark not in found("--sort", "result"), "R33 broken: nor its place in an order")
    equal(found("--where", "result=Обсудили план"), [open_mark], "R33 kept: a meeting is found")
    ok(open_mark in found("--sort", "result"), "R33 kept: and has its place")


@test
def overlap():
    """Two school years that share days, from a base that was made before this was refused."""
    base = empty("2022-03-01")
    base.add("year", number="2021/22")
    base.add("year", number="2022/23")
    code(base.run("check"), DONE, "years one after the other")
    connection = sqlite3.connect(base.path)
    connection.execute("UPDATE year SET start = '2022-06-01' WHERE number = '2022/23'")
    connection.commit()
    connection.close()
    result = base.run("check")
    code(result, REFUSED, "R100 broken: years that share days are told")
    has(result.out, "2021/22", "R100 broken: which ones")
    for words in (("rules",), ("list", "years"), ("deadlines",)):
        code(base.run(*words), DONE, f"“{words[0]}” goes on nevertheless")
    base.set("year", 2, start="2022-09-01")
    code(base.run("check"), DONE, "R100 kept: put right")


main()
