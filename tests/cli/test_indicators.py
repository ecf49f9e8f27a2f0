#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Indicators: typed values and targets beside what is computed (DOMAIN 4.16, 14)."""
import gzip

from cli import (DONE, INPUT, ROOT, Base, code, demo, empty, equal, has, main, new_path, ok,
                 school, test)


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


@test
def older_base():
    """A base of version 4, before values were typed."""
    path = new_path()
    path.write_bytes(gzip.decompress((ROOT / "tests/data/office-v4.nastavnik.gz").read_bytes()))
    base = Base(path, "2022-10-05")
    base.add("indicator_value", code="K6", year=2022, value="5", source="Реестр")
    ok(path.with_name(path.name + ".v4.bak").exists(), "a copy of it is kept")
    equal(indicators(base)["K6"]["numerator"], 5, "a value is kept in it")
    equal(len(base.list("teams")), 1, "and what was there")
    code(base.run("check", "--full"), DONE, "the base is sound")


main()
