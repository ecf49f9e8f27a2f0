#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Indicators: typed values and targets beside what is computed (DOMAIN 4.16, 14)."""
import gzip
import re
import subprocess

from cli import (DONE, INPUT, ROOT, USAGE, Base, code, copies, demo, empty, equal, has, main, new_path, ok,
                 school, test)

QUALITY = "управление качеством образования"
GROWTH = "управление развитием образовательной организации"


def indicators(base, *words):
    return {v["code"]: v for v in base.do("indicators", *words, "--json").json}


def office(today="2022-12-31"):
    """An operator, two territories, a person who brings values."""
    base = empty(today)
    base.add("organisation", full_name="Академия", kind="OPERATOR")
    base.add("person", last="Сорокина", first="Тамара", organisation=1)
    base.add("territory", name="Левый район", kind="MUNICIPAL_DISTRICT")
    base.add("territory", name="Правый район", kind="MUNICIPAL_DISTRICT")
    return base


def refused(base, words, *parts):
    """A record that is not taken, with a message that says so."""
    result = base.run(*words)
    code(result, INPUT, f"{' '.join(map(str, words))}: is not taken")
    for part in parts:
        has(result.err, part, f"{words[-1]}: the message names {part}")


@test
def typed_values():
    """Where nothing is computed the typed value is the value, with its source and who."""
    base = office()
    equal(indicators(base, "K6")["K6"]["verdict"], "no-data", "nobody has typed anything yet")
    base.add("indicator_value", code="K6", year=2022, value="46", source="Реестр резерва",
             person=1, date="2022-12-28")
    base.add("indicator_value", code="K1", year=2022, value="41,5", source="Сводка",
             organisation=1)
    base.add("indicator_value", code="M1", year=2022, value="да, да, нет", source="Мониторинг")
    base.add("indicator_value", code="T3", year=2022, value="3", source="План")
    found = indicators(base, "--year", 2022)
    k6 = found["K6"]
    equal((k6["value"], k6["numerator"], k6["verdict"]), ("46", 46, "no-target"), "K6: 46 people")
    equal((k6["typed"]["source"], k6["typed"]["difference"]), ("Реестр резерва", None),
          "K6: its source; nothing to differ from")
    has(k6["typed"]["who"], "Сорокина", "K6: who brought it")
    has(k6["typed"]["date"], "2022", "K6: when")
    equal(found["K1"]["value"], 41.5, "K1: 41,5 %")
    has(found["K1"]["typed"]["who"], "Академия", "K1: the office that brought it")
    equal(found["M1"]["value"], "да, да, нет", "M1: three answers")
    equal((found["T3"]["numerator"], found["T3"]["target"], found["T3"]["verdict"]),
          (3, 4, "misses"), "T3: 3 of the 4 that the regulation wants")
    table = base.do("indicators").out
    has(table, "K6: entered by hand: Реестр резерва, ", "the table says where it is from")
    equal(indicators(base, "--year", 2021)["K6"]["value"], None, "another year has none")
    has(base.do("indicators", "K6", "--csv").out, "Реестр резерва", "CSV: the source")


@test
def computed_stays():
    """A typed value beside a computed one is no fact; the difference is told."""
    base = demo("2022-07-01").copy()
    base.add("indicator_value", code="P1", year=2022, value="40", source="Справка куратора")
    p1 = indicators(base)["P1"]
    equal((p1["value"], p1["numerator"], p1["denominator"]), (33.3, 6, 18), "P1 is computed")
    equal((p1["typed"]["value"], p1["typed"]["difference"]), ("40", "+6,7"), "40 differs by 6,7")
    base.add("indicator_value", code="V4", year=2022, value="7", source="Слайд 10")
    v4 = indicators(base)["V4"]
    equal(v4["typed"]["difference"], f"+{7 - v4['numerator']}", "V4: differs in whole groups")


@test
def targets():
    """A typed target goes before that of the regulation; per cents and things."""
    base = office()
    base.add("indicator_value", code="K1", year=2022, value="41,5", source="Сводка")
    base.add("indicator_target", code="K1", year=2022, value="41,6", note="План на год")
    base.add("indicator_target", code="V3", year=2022, value="1")
    base.add("indicator_target", code="V1", year=2022, value="0")
    base.add("indicator_value", code="K6", year=2022, value="2999", source="Реестр")
    base.add("indicator_target", code="K6", year=2022, value="3000")
    found = indicators(base)
    equal((found["K1"]["target"], found["K1"]["verdict"]), (41.6, "misses"), "K1: 41,5 < 41,6")
    equal(found["K1"]["target_note"], "План на год", "K1: its note")
    equal((found["V3"]["target"], found["V3"]["verdict"]), (1, "misses"), "V3: 1 in place of 210")
    equal((found["V1"]["target"], found["V1"]["verdict"]), (0.0, "meets"), "V1: 0 is met by 0")
    equal(found["K6"]["verdict"], "misses", "2999 of 3000 is 100,0 %, and yet less")
    base.do("undo")
    equal(indicators(base)["K6"]["verdict"], "no-target", "a target is taken back")


@test
def refusals():
    """What is no value of the indicator is said so, with what to write."""
    base = office()
    add = ("add", "indicator_value", "year=2022", "source=Сводка")
    refused(base, (*add, "code=V99", "value=1"), "V99")
    refused(base, (*add, "code=K1", "value=101"), "K1", "101", "0", "100")
    refused(base, (*add, "code=K1", "value=много"), "много")
    refused(base, (*add, "code=K1", "value=12,55"), "12,55")
    refused(base, (*add, "code=K6", "value=4,5"), "K6", "чел.")
    refused(base, (*add, "code=K6", "value=-3"), "-3")
    refused(base, (*add, "code=M1", "value=да"), "да/нет × 3")
    refused(base, (*add, "code=M7", "value=может быть"), "да/нет")
    refused(base, ("add", "indicator_value", "source=Сводка", "code=K1", "value=1", "year=22"), "22")
    refused(base, ("add", "indicator_value", "code=K1", "value=1", "year=2022"), "source")
    refused(base, ("add", "indicator_target", "code=M1", "value=да", "year=2022"), "M1")
    base.add("indicator_value", code="K1", year=2022, value="1", source="Сводка")
    refused(base, (*add, "code=K1", "value=2"), "K1, 2022")
    base.add("indicator_value", code="K1", year=2022, territory=1, value="2", source="Сводка")
    refused(base, ("set", "indicator_value", 1, "value=200"), "200")
    code(base.run("set", "indicator_value", 1, "value=20"), DONE, "a good one is taken")


def group(base, number, day, *schools, directions=QUALITY):
    """A group of the first school's experienced team and another's developing one, formed then."""
    base.today = day
    year = day[:4]
    record = base.add("group", number=number, year=year, operator=1, directions=directions)
    for side, organisation in zip(("EXPERIENCED", "DEVELOPING"), schools):
        team = base.add("team", organisation=organisation, role=side, year=year,
                        directions=QUALITY, evidence="есть", difficulties="есть")
        other = base.add("team", organisation=organisation, year=year,
                         role="DEVELOPING" if side == "EXPERIENCED" else "EXPERIENCED")
        base.do("do", "submit-team", team, "--for", "MUNICIPAL_CURATOR")
        base.do("do", "register-team", team, "--for", "OPERATOR")
        base.do("remove", "team", other)
        base.add("participant", group=record, side=side, team=team, consent_on=day)
    base.do("do", "form-group", record, f"number={number}", "coordinator=1", "--for", "RECTOR")
    return record


def coverage():
    """17.7: A in two groups, B, C, D; A, B and C are of the left district, D of the right one."""
    base = office("2021-11-10")
    a, b, c = (school(base, f"Школа {name}") for name in "АБВ")
    d = school(base, "Школа Г", territory=2)
    group(base, "1", "2021-11-10", a, b)
    group(base, "2", "2021-11-10", a, c, directions=f"{QUALITY}\n{GROWTH}")
    group(base, "3", "2022-03-01", d, b)
    base.today = "2024-12-31"
    return base


def numbers(values, *codes):
    return [values[c]["numerator"] for c in codes]


@test
def school_years():
    """V4 to V8 count the school year, as the slide does: 2021–2022 has groups of both years."""
    base = coverage()
    of_2021 = indicators(base, "--year", 2021)
    equal(of_2021["V4"]["school_year"], "2021/22", "the school year is named")
    equal(of_2021["V2"]["school_year"], None, "the plan is by calendar years")
    equal(numbers(of_2021, "V4", "V5", "V6", "V7", "V8"), [3, 4, 2, 1, 0],
          "2021/22: the group of March is in it")
    equal(numbers(indicators(base, "--year", 2022), "V4", "V5"), [0, 0], "2022/23: none")
    spring = base.copy()
    spring.today = "2022-07-01"
    equal(numbers(indicators(spring), "V4", "V5"), [3, 4], "01.07.2022 is in 2021/22")
    has(base.do("indicators", "--year", 2021).out, "V4, V5, V6, V7, V8: school year 2021/22",
        "the table names it")
    listed = base.do("indicators", "V4", "--year", 2021, "--records", "--json").json
    equal([r["id"] for r in listed], [1, 2, 3], "and these are the groups")


@test
def territories():
    """Counted in one territory; the plan of all of them is not its plan."""
    base = coverage()
    base.set("territory", 1, teachers_total=400)
    left = indicators(base, "--year", 2021, "--territory", 1)
    right = indicators(base, "--year", 2021, "--territory", 2)
    equal(numbers(left, "V2", "V3", "V4", "V5"), [3, 3, 3, 3], "left: A, B, C; all three groups")
    equal(numbers(right, "V2", "V3", "V4", "V5"), [0, 0, 1, 1], "right: D, from 2022")
    equal((left["V3"]["target"], left["V3"]["verdict"]), (None, "no-target"), "no plan of its own")
    equal((left["V9"]["numerator"], left["V9"]["denominator"]), (2, 1), "V9: two groups, one owed")
    equal((right["V9"]["numerator"], right["V9"]["denominator"]), (0, 1), "V9: the right one owes one")
    base.add("indicator_value", code="K6", year=2021, value="9", source="Реестр")
    base.add("indicator_value", code="K6", year=2021, territory=1, value="4", source="Реестр")
    base.add("indicator_target", code="V3", year=2021, territory=1, value="4")
    equal(indicators(base, "--year", 2021)["K6"]["numerator"], 9, "K6 of all")
    left = indicators(base, "--year", 2021, "--territory", 1)
    equal(left["K6"]["numerator"], 4, "K6 of the left district")
    equal((left["V3"]["target"], left["V3"]["verdict"]), (4, "misses"), "its own plan: 3 of 4")
    each = base.do("indicators", "V3", "--year", 2021, "--level", "territory", "--json").json
    equal([(t["title"], t["values"][0]["numerator"]) for t in each],
          [("Левый район", 3), ("Правый район", 0)], "--level territory: one after the other")
    listed = base.do("indicators", "V5", "--year", 2021, "--territory", 2, "--records", "--json").json
    equal([r["title"] for r in listed], ["Школа Г"], "--records of a territory")
    code(base.run("indicators", "--territory", "Нет такого"), INPUT, "an unknown territory")
    code(base.run("indicators", "--level", "галактика"), USAGE, "an unknown level")


def what_if(base, *words):
    return {v["code"]: v for v in base.do("indicators", *words, "--json").json}


@test
def suppositions():
    """What follows from a supposed number follows as the pack says; facts stand beside."""
    base = coverage()
    found = what_if(base, "--year", 2021, "--what-if", "V2=150")
    equal((found["V2"]["fact"]["numerator"], found["V2"]["what_if"]["numerator"]), (3, 150),
          "V2: 3 in fact, 150 supposed")
    equal((found["V1"]["what_if"]["value"], found["V1"]["what_if"]["verdict"]), (21.4, "meets"),
          "V1 follows: 150 of 700")
    equal(found["V3"]["what_if"]["numerator"], 150, "V3 follows: 3 and 147 more")
    equal([c for c, v in found.items() if v["supposed"]], ["V1", "V2", "V3"], "nothing else does")
    found = what_if(base, "--year", 2022, "--what-if", "V2@2021=150")
    equal((found["V2"]["supposed"], found["V3"]["what_if"]["numerator"]), (False, 151),
          "V3 of 2022: 4 and 147 more of 2021")
    found = what_if(base, "--year", 2024, "--what-if", "V3.target=4", "--what-if", "K1=50")
    equal((found["V3"]["fact"]["verdict"], found["V3"]["what_if"]["verdict"]), ("misses", "meets"),
          "a supposed target: 4 of 4")
    equal((found["K1"]["fact"]["value"], found["K1"]["what_if"]["value"]), (None, 50.0),
          "what the base does not know can be supposed")
    has(base.do("indicators", "--year", 2021, "--what-if", "V2=150").out, "not facts",
        "the table says what it is")
    for words in ("V99=1", "V2=много", "V2", "=5", "V2@22=5", "M1.target=да, да, да"):
        code(base.run("indicators", "--what-if", words), INPUT, f"--what-if {words}: is not taken")
    for words in ("--csv", "--records", "--level"):
        more = ["territory"] if words == "--level" else []
        code(base.run("indicators", "V2", "--what-if", "V2=1", words, *more), USAGE,
             f"{words}: only facts")


@test
def scenarios():
    """A scenario is kept by name, and no fact and no paper knows of it."""
    base = coverage()
    base.set("organisation", 1, short_name="Академия")
    before = base.do("indicators", "--year", 2021, "--json").out, paper(base)
    scenario = base.add("scenario", name="Больше школ", note="Если вступят все")
    base.add("scenario_value", scenario=scenario, code="V2", year=2021, value="150")
    base.add("scenario_value", scenario=scenario, code="V2", year=2022, value="100")
    base.add("scenario_value", scenario=scenario, code="V3", year=2022, target="yes", value="250")
    after = base.do("indicators", "--year", 2021, "--json").out, paper(base)
    equal(before, after, "facts and the coverage report are as before")
    v3 = what_if(base, "--year", 2022, "--scenario", "Больше школ")["V3"]
    equal((v3["what_if"]["numerator"], v3["what_if"]["target"], v3["what_if"]["verdict"]),
          (250, 250, "meets"), "V3: 4 and 147 and 99 more are 250")
    v3 = what_if(base, "--year", 2022, "--scenario", "Больше школ", "--what-if", "V2=99")["V3"]
    equal(v3["what_if"]["numerator"], 249, "what is typed goes before what is kept")
    refused(base, ("add", "scenario", "name=Больше школ"), "Больше школ")
    refused(base, ("add", "scenario_value", f"scenario={scenario}", "code=V2", "year=2021",
                   "value=7"), "V2, 2021")
    refused(base, ("add", "scenario_value", f"scenario={scenario}", "code=V9", "year=2021",
                   "value=x"), "V9")
    refused(base, ("indicators", "--scenario", "Нет такого"), "Нет такого")
    base.do("remove", "scenario", scenario)
    equal(base.list("scenario_values"), [], "what it supposed goes with it")


def paper(base):
    """The words of the coverage report."""
    path = new_path(".pdf")
    base.do("print", "office", 1, "--form", "D10", "-o", path)
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout


# Each as counted by hand in the records of every_code(): numerator and denominator.
COUNTED = {
    "V1": (3, 700),   # A, B, C of the 700 of the plan
    "V2": (3, 70), "V3": (3, 70),
    "V4": (3, 0), "V5": (4, 0), "V6": (2, 0), "V7": (1, 0), "V8": (0, 0),
    "V9": (2, 1),     # two groups of 2021; their one district owes one
    "K3": (1, 4),     # of A, B, A, C only the first team of A is trained
    "K5": (1, 4),     # of four directors that of A
    "T4": (1, 4),     # of four schools A
    "T5": (1, 4),     # A since September
    "T6": (1, 400),   # one teacher of B; directors and members of teams are none
    "N1": (1, 0), "N2": (2, 0), "N3": (1, 0),  # the practice and the consultation of 2022 are not of 2021
    "N4": (3, 0),     # member, teacher and director
    "N5": (1, 0),
    "N6": (1, 0),     # the other one was cancelled
}
PERCENT = {"V1": 0.4, "K3": 25.0, "K5": 25.0, "T4": 25.0, "T5": 25.0, "T6": 0.3}
# By hand in 17.4: the programme of Dubovka on 31.12.2022.
PROGRAM = {"P1": 94.4, "P2": 5.6, "P3": "да", "P4": "да", "P5": "частично", "P6": 100.0}
TYPED = {"%": ("12,5", 12.5), "чел.": ("7", "7"), "ед.": ("7", "7"), "да/нет": ("да", "да"),
         "да/нет × 3": ("да, нет, да", "да, нет, да")}


@test
def every_code():
    """No indicator of the packs is without a value that was counted by hand."""
    base = coverage()
    base.set("territory", 1, teachers_total=400)
    base.set("organisation", 2, target_model_since="2021-09-01")
    base.add("course", title="Управление", mandatory="yes")
    member, teacher = (base.add("person", last=name, first="Анна", organisation=school)
                       for name, school in (("Членова", 2), ("Учителева", 3)))
    base.add("member", team=1, person=member)
    for person in (member, teacher, base.show("organisation", 2)["director"]):
        base.add("training", course=1, person=person, completed_on="2021-12-10")
    for year in (2021, 2022):
        base.add("practice", team=1, title="Наставник рядом", date=f"{year}-12-12")
        base.add("consultation", organisation=2, subject="Как начать", date=f"{year}-11-11")
    for point in ("ENTRY", "EXIT"):
        base.add("survey", team=1, title="Компетенции", point=point, date="2021-12-01")
    base.add("dissemination", team=1, title="Семинар", date="2021-12-15")
    base.add("award", team=1, title="Благодарность", date="2021-12-20")
    base.add("award", team=1, title="Грамота", date="2021-12-20", cancelled_on="2021-12-21")
    found = indicators(base, "--year", 2021)
    for number, counted in COUNTED.items():
        value = found[number]
        equal((value["numerator"], value["denominator"]), counted, f"{number}: counted by hand")
        if number in PERCENT:
            equal(value["value"], PERCENT[number], f"{number}: {PERCENT[number]} %")
    late = demo("2022-12-30").copy()
    late.today = "2022-12-31"
    programs = indicators(late)
    for number, value in PROGRAM.items():
        equal(programs[number]["value"], value, f"{number}: as in 17.4")
    by_hand = [v for v in found.values() if v["code"] not in COUNTED and v["code"] not in PROGRAM]
    for value in by_hand:
        typed, shown = TYPED[value["unit"]]
        base.add("indicator_value", code=value["code"], year=2021, value=typed, source="Сводка")
    found = indicators(base, "--year", 2021)
    for value in by_hand:
        equal(str(found[value["code"]]["value"]).split(" (")[0], str(TYPED[value["unit"]][1]),
              f"{value['code']}: by hand")
    ok("Лучшие практики".encode() not in paper(base), "what is not of the regulation is not printed")
    texts = "".join((ROOT / "data" / "schemes" / name).read_text("utf-8") for name in
                    ("dubovka-mentoring/scheme.xml", "volgograd-mentoring/indicators.xml"))
    codes = set(re.findall(r'<indicator code="(\w+)"', texts))
    computed = set(re.findall(r'<indicator code="(\w+)"[^>]*formula=', texts))
    equal(codes, set(found), "the packs' indicators are all there")
    equal(computed, set(COUNTED) | set(PROGRAM), "each formula has a value counted by hand")


@test
def older_base():
    """A base of version 4, before values were typed."""
    path = new_path()
    path.write_bytes(gzip.decompress((ROOT / "tests/data/office-v4.nastavnik.gz").read_bytes()))
    base = Base(path, "2022-10-05")
    base.add("indicator_value", code="K6", year=2022, value="5", source="Реестр")
    ok(copies(path) == ["migration"], "a copy of it is kept")
    equal(indicators(base)["K6"]["numerator"], 5, "a value is kept in it")
    equal(len(base.list("teams")), 1, "and what was there")
    code(base.run("check", "--full"), DONE, "the base is sound")


main()
