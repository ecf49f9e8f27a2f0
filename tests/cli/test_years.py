#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""School years: rollover and closing (DOMAIN R99, R100); a base of version 1 goes on."""
import gzip

from cli import (DONE, INPUT, REFUSED, ROOT, Base, code, copies, demo, empty, equal, has, main, new_path,
                 ok, test)


def twelve():
    """12 registered teams of two people each, one of whom leaves."""
    base = empty("2025-10-01")
    base.add("territory", name="Район", kind="MUNICIPAL_DISTRICT")
    for n in range(12):
        head = base.add("person", last=f"Директор{n}", first="Имя")
        school = base.add("organisation", full_name=f"Школа {n}", kind="SCHOOL", territory=1,
                          director=head, phone="8 900 000")
        team = base.add("team", organisation=school, year=2025, directions="своё направление",
                        role="DEVELOPING" if n % 2 else "EXPERIENCED", evidence="есть")
        for m, end in enumerate(("", "2026-06-30")):
            person = base.add("person", last=f"Фамилия{n}{m}", first="Имя", mobile="8 900 000")
            roles = "CONTACT" if m else "LEADER"
            base.add("member", team=team, person=person, roles=roles, **({"to": end} if m else {}))
    for team in range(1, 13):
        base.do("do", "submit-team", team)
        base.do("do", "register-team", team)
    return base


@test
def twelve_teams():
    base = twelve()
    base.today = "2026-08-31"
    base.add("year", number="2025/26")
    base.do("do", "close-year", "2025/26")
    carried = [t for t in base.list("teams") if t.get("previous")]
    equal([len(carried), {t["state"] for t in carried}, len(base.list("groups"))],
          [12, {"REGISTERED"}, 0], "R99: 12 teams carried, REGISTERED, 0 groups")
    ids = {t["id"] for t in carried}
    equal(len([m for m in base.list("members") if m["team"] in ids]), 12,
          "R99: a member with an end date is not carried")
    code(base.run("add", "order", "kind=PLAN", "number=1", "date=2026-03-15"), REFUSED,
         "R100: 15.03.2026 lies in the closed year")


@test
def rollover():
    base = demo("2021-11-08").copy()
    base.today = "2022-08-31"
    before = {kind: len(base.list(kind)) for kind in ("groups", "agreements", "marks", "reports")}
    members = {t: len([m for m in base.list("members") if m["team"] == t]) for t in (1, 2)}
    leaving = next(m["id"] for m in base.list("members") if m["team"] == 1)
    base.set("member", leaving, to="2022-08-25")
    base.add("year", number="2021/22")
    code(base.run("do", "close-year", "2021/22"), DONE, "R99: the year is closed")
    teams = [t for t in base.list("teams") if t.get("previous")]
    equal([(t["previous"], t["state"], t["year"]) for t in teams],
          [(1, "REGISTERED", 2022), (2, "REGISTERED", 2022)],
          "R99: both teams are carried, in the register")
    for team in teams:
        old = base.show("team", team["previous"])
        equal((team["organisation"], team["role"], team["directions"]),
              (old["organisation"], old["role"], old["directions"]),
              "R99: with organisation, role and directions")
        carried = [m for m in base.list("members") if m["team"] == team["id"]]
        equal(len(carried), members[team["previous"]] - (team["previous"] == 1),
              "R99: with members, but not who has an end date")
    code(base.run("add", "participant", "group=1", "side=EXPERIENCED", "team=1"), REFUSED,
         "R100: a team of the closed year enters no group")
    after = {kind: len(base.list(kind)) for kind in before}
    equal(after, before, "R99: groups, agreements, marks and reports stay")
    equal([p for p in base.list("participants") if p["team"] in [t["id"] for t in teams]], [],
          "R99: 0 groups")
    years = {y["number"]: y for y in base.list("years")}
    equal((years["2021/22"]["state"], years["2021/22"]["end"], years["2022/23"]["state"]),
          ("CLOSED", "2022-08-31", "OPEN"), "the next year is open")
    has(base.list("history")[0]["title"], "2021/22", "R100: the decision is in the history")
    base.do("undo")
    equal((len(base.list("teams")), base.show("year", 1)["state"]), (2, None),
          "one undo takes all of it back")


@test
def carried_once():
    base = demo("2021-11-08").copy()
    base.today = "2022-08-31"
    base.add("year", number="2021/22")
    base.do("do", "close-year", "2021/22")
    base.do("do", "reopen-year", "2021/22", "ground=ошибка в отметках")
    base.do("do", "close-year", "2021/22")
    equal(len(base.list("teams")), 4, "closing again carries no team twice")
    base.today = "2023-08-31"
    base.do("do", "close-year", "2022/23")
    teams = base.list("teams")
    equal(sorted(t["previous"] for t in teams if t.get("previous")), [1, 2, 3, 4],
          "the next rollover goes on from the carried teams")


@test
def once():
    """Every day lies in one school year, and a closed one keeps its days."""
    base = demo("2022-06-30").copy()
    base.today = "2022-09-10"
    base.add("year", number="2021/22")
    code(base.run("add", "year", "number=2021-2022"), INPUT, "the same year is not made twice")
    base.set("year", 1, end="2022-08-20")
    base.do("do", "close-year", "2021/22")
    years = [(y["number"], y["start"], y["end"]) for y in base.list("years")]
    equal(years, [("2021/22", "2021-09-01", "2022-08-20"), ("2022/23", "2022-08-21", None)],
          "the next year follows the day after, under its own number")
    code(base.run("set", "year", 2, "start=2022-08-01"), INPUT, "years do not overlap")
    code(base.run("set", "year", 1, "end=2021-12-31"), REFUSED,
         "R100: the days of a closed year stay")
    code(base.run("set", "year", 1, "number=2019/20"), REFUSED, "R100: and its number")
    base.do("undo")
    equal(len(base.list("years")), 1, "closing is undone whole")
    base.do("redo")
    equal([(y["number"], y["start"], y["end"]) for y in base.list("years")], years, "and redone")


@test
def goes_on():
    """A programme that goes on after its year was closed is corrected; its marks stay."""
    base = demo("2022-06-30").copy()
    base.today = "2022-09-10"
    base.add("year", number="2021/22")
    base.do("do", "close-year", "2021/22")
    marks = len(base.list("marks"))
    code(base.run("do", "correct-program", 1, "correction_reason=новый план"), DONE,
         "R30: marks of a closed year go into the next version")
    equal(len(base.list("marks")), 2 * marks, "R30: all of them")
    code(base.run("remove", "activity", 2), REFUSED,
         "R100: an activity does not take its marks of the closed year with it")
    equal(len(base.list("marks")), 2 * marks, "R100: nothing was removed")


@test
def closed():
    base = demo("2022-06-30").copy()
    base.today = "2022-09-10"
    base.add("year", number="2021/22")
    marks = base.list("marks")
    base.do("do", "close-year", "2021/22")
    result = base.run("do", "complete-activity", 9, "status=DONE", "date=15.03.2022")
    code(result, REFUSED, "R100: a mark dated 15.03.2022 after 2021/22 is closed")
    has(result.err, "R100: 15.03.2022", "R100: the refusal names the day")
    has(result.err, "2021/22", "R100: and the year")
    code(base.run("add", "mark", "activity=9", "status=DONE", "date=2022-03-15"), REFUSED,
         "R100: typed marks too")
    code(base.run("set", "mark", marks[0]["id"], "result=другое"), REFUSED,
         "R100: what was marked stays as it was")
    code(base.run("remove", "mark", marks[0]["id"]), REFUSED, "R100: and is not removed")
    code(base.run("set", "team", 1, "note=другое"), REFUSED, "R100: teams of the year too")
    equal(base.list("marks"), marks, "R100: nothing was changed")
    code(base.run("do", "complete-activity", 10, "status=DONE", "date=05.09.2022"), DONE,
         "R100: a mark of the next year is accepted")
    result = base.run("do", "reopen-year", "2021/22")
    code(result, INPUT, "R100: reopening needs a ground")
    base.do("do", "reopen-year", "2021/22", "ground=пропущена отметка")
    has(base.list("history")[0]["title"], "открыт снова", "R100: reopening is in the history")
    code(base.run("do", "complete-activity", 9, "status=DONE", "date=15.03.2022"), DONE,
         "R100: marks of the reopened year are accepted")


@test
def not_a_year():
    base = empty("2026-08-31")
    base.add("year", number="нечто")
    code(base.run("do", "close-year", "нечто"), INPUT, "what is no school year is not closed")
    base.add("year", number="2025/27")
    code(base.run("do", "close-year", "2025/27"), INPUT, "nor are two")


@test
def older_base():
    path = new_path()
    packed = ROOT / "tests" / "data" / "office-v1.nastavnik.gz"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    base = Base(path, "2023-02-01")
    old = base.show("organisation", 3)
    equal(len(base.list("teams")), 2, "a base of version 1 opens")
    ok(copies(path) == ["migration"], "a copy of it is kept")
    base.do("set", "organisation", 3, "short_name=Лицей", "--on", "2023-01-15")
    equal(base.show("organisation", 3)["formers"][0]["value"], old["short_name"],
          "values are kept by date in it")
    base.do("undo")
    person = base.add("person", last="Лугова", first="И.", middle="Д.")
    first = next(p["id"] for p in base.list("people") if p["last"] == "Лугова")
    base.do("merge", "person", first, person)
    base.add("year", number="2021/22")
    base.add("series", paper="order", pattern="{n}-М")
    base.do("check", "--full")


main()
