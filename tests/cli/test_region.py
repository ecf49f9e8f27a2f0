#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration region: as many of everything as the regulation plans, the same each time."""
import csv
from collections import Counter

from cli import DONE, FOLDER, Base, code, equal, main, ok, run, test

DAY = "2024-11-20"
_region = []


def region():
    if not _region:
        path = FOLDER / "region.nastavnik"
        code(run("--base", path, "init", "--demo", "region"), DONE, "the region is made")
        _region.append(Base(path, DAY))
    return _region[0]


def by_year(records, field="formed_on"):
    return Counter(record[field][:4] for record in records if record.get(field))


@test
def numbers():
    base = region()
    kinds = Counter(t["kind"] for t in base.list("territories"))
    equal(kinds, {"MUNICIPAL_DISTRICT": 33, "CITY_TERRITORIAL_ADMIN": 6}, "33 districts, 6 of the city")
    kinds = Counter(o["kind"] for o in base.list("organisations"))
    equal([kinds["SCHOOL"], kinds["KINDERGARTEN"], kinds["ADDITIONAL_EDUCATION"]], [290, 120, 50],
          "460 organisations of three kinds")
    equal(len(base.list("groups")), 230, "230 groups over four years")


@test
def first_school_year():
    base = region()
    groups = [g for g in base.list("groups") if "2021-09" <= (g.get("formed_on") or "") < "2022-08"]
    equal(len(groups), 55, "55 groups in 2021–2022 (slide 10)")
    counts = Counter(len(g["directions"]) for g in groups)
    equal([counts[1], counts[2], counts[3]], [30, 22, 3], "30, 22, 3 by number of directions (slide 12)")
    teams = {t["id"]: t["organisation"] for t in base.list("teams")}
    ids = {g["id"] for g in groups}
    schools = {teams[p["team"]] for p in base.list("participants") if p["group"] in ids}
    equal(len(schools), 108, "108 schools in them (slide 10)")


@test
def coverage():
    base = region()
    teams = {t["id"]: t["organisation"] for t in base.list("teams")}
    formed = {g["id"]: g["formed_on"][:4] for g in base.list("groups") if g.get("formed_on")}
    first = {}
    for participant in base.list("participants"):
        year = formed.get(participant["group"])
        school = teams[participant["team"]]
        if year and year < first.get(school, "9999"):
            first[school] = year
    new = Counter(first.values())
    equal([new[y] for y in ("2021", "2022", "2023", "2024")], [70, 140, 140, 110],
          "new organisations by the year (slide 17)")
    equal(len(first), 460, "460 organisations in all (C-2)")
    for day, per_year, in_all in (("2021-12-31", 70, 70), ("2022-12-31", 140, 210),
                                  ("2023-12-31", 140, 350), (DAY, 110, 460)):
        found = {i["code"]: i for i in base.run("indicators", "--json", today=day).json}
        equal([found["V2"]["numerator"], found["V3"]["numerator"]], [per_year, in_all],
              f"V2 and V3 on {day} (slide 17)")


def table(chart, *words):
    text = region().do("chart", chart, *words, "--csv").out
    return list(csv.reader(text.replace("\r\n", "\n").splitlines()))


@test
def charts():
    equal([row[:3] for row in table("coverage")[1:]],
          [["2021", "70", "70"], ["2022", "210", "210"], ["2023", "350", "350"],
           ["2024", "460*", "460"]], "coverage: plan and fact add up (slide 17)")
    rows = table("distribution")
    formed = sum(g["state"] not in (None, "DRAFT") for g in region().list("groups"))
    for part in ("By number of directions", "By territory"):
        equal(sum(int(row[2]) for row in rows if row[0] == part), formed,
              f"{part}: each group once")
    places = [row for row in rows if row[0] == "By territory"]
    equal((len(places), places[-1][1]), (12, "28 more"), "the longest, and the rest together")
    rows = table("steps")
    equal(len(rows), 40, "all 39 territories step by step")
    ok(rows[1][4] != rows[-1][4], "the worst first", (rows[1], rows[-1]))
    path = FOLDER / "steps.pdf"
    code(region().run("chart", "steps", "-o", path), DONE, "on one page")


@test
def all_states():
    base = region()
    programs = Counter(p["state"] for p in base.list("programs"))
    for state in "DRAFT AGREED APPROVED SENT_TO_OPERATOR TERMINATED CLOSED".split():
        ok(programs[state] > 0, f"a programme is {state}: {dict(programs)}")
    agreements = Counter(a["state"] for a in base.list("agreements"))
    for state in "SENT PARTLY_SIGNED SIGNED IN_FORCE ENDED".split():
        ok(agreements[state] > 0, f"an agreement is {state}: {dict(agreements)}")
    groups = Counter(g["state"] for g in base.list("groups"))
    for state in (None, "FORMED", "CLOSED", "DISSOLVED"):
        ok(groups[state] > 0, f"a group is {state}: {dict(groups)}")
    ok(len(base.list("documents")) > 10, "papers were issued")
    equal(by_year(base.list("trainings"), "completed_on").keys(), {"2021", "2022", "2023"},
          "courses were taken")


@test
def diagnostics_and_practices():
    base = region()
    points = {}
    for survey in base.list("surveys"):
        points.setdefault(survey["group"], set()).add(survey["point"])
    both = [group for group, seen in points.items() if seen == {"ENTRY", "EXIT"}]
    practices = base.list("practices", "--search", "оценки качества")
    ok(both and {p["group"] for p in practices} <= set(both),
       "who has a practice was asked at the entry and at the exit")
    equal(len(practices), len(base.list("awards")), "each practice was rewarded")
    directions = {g["id"]: g["directions"] for g in base.list("groups")}
    ok(all(p["direction"] in directions[p["group"]] for p in practices),
       "a practice is of a direction of its group")
    surveys = {s["id"]: s["group"] for s in base.list("surveys")}
    answers = base.list("answers")
    ok(all(a["direction"] in directions[surveys[a["survey"]]] for a in answers),
       "answers are, too")
    ok(len({a["value"] for a in answers}) > 20 and all(0 <= int(a["value"]) <= 100 for a in answers),
       "not everybody answers the same")


@test
def sound():
    base = region()
    code(base.run("check"), DONE, "the base is sound")
    errors = [f for f in base.run("rules", "--json").json if f["level"] == "error"]
    equal(errors, [], "no group of the region breaks a rule")


@test
def same_each_time():
    made = []
    for name in ("one", "other"):
        path = FOLDER / f"{name}.nastavnik"
        code(run("--base", path, "init", "--demo", "region", "--until", "2022-01-31"), DONE,
             "the region as it was earlier is made")
        made.append(Base(path, "2022-01-31"))
    equal(len(made[0].list("groups")), 35, "only the first groups are there")
    for kind in ("organisations", "people", "groups", "marks", "signatures"):
        one, other = (base.list(kind) for base in made)
        for record in one + other:
            record.pop("uuid", None)
        ok(one == other, f"{kind} are the same each time")


main()
