#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts as files, and indicators P1–P6 as of a day (DOMAIN 14.4, 17.4)."""
import csv
import re
import struct
import xml.etree.ElementTree as ElementTree

from cli import DONE, INPUT, USAGE, code, demo, empty, equal, has, main, new_path, ok, test

CHARTS = "timeline stages states months indicators coverage distribution steps".split()


def drawn(base, chart, kind, *words):
    path = new_path(f".{kind}")
    result = base.run("chart", chart, *words, "-o", path)
    code(result, DONE, f"chart {chart} -o FILE.{kind}")
    equal(result.out, "", f"chart {chart}: nothing on standard output")
    return path.read_bytes()


@test
def list_of_charts():
    lines = demo().do("chart", "--list").lines
    names = [line.split()[0] for line in lines]
    for chart in CHARTS:
        ok(chart in names, f"chart --list: {chart}")
    ok(all(len(re.split(r"  +", line)) == 2 for line in lines), "chart --list: name and title")
    equal(len(names), len(set(names)), "chart --list: each one once")


@test
def files():
    base = demo("2022-07-01")
    for chart in CHARTS:
        svg = ElementTree.fromstring(drawn(base, chart, "svg"))
        ok(svg.tag.endswith("}svg"), f"{chart}.svg is SVG")
        shapes = [e for e in svg.iter() if e.tag.endswith(("}path", "}rect", "}use"))]
        ok(len(shapes) > 20, f"{chart}.svg draws something", len(shapes))
        ok(float(re.sub("[a-z]+$", "", svg.get("width"))) > 100, f"{chart}.svg has a size")
        png = drawn(base, chart, "png")
        equal(png[:8], b"\x89PNG\r\n\x1a\n", f"{chart}.png is PNG")
        width, height = struct.unpack(">II", png[16:24])
        ok(width > 300 and height > 50, f"{chart}.png has a size", (width, height))
        equal(png[-8:-4], b"IEND", f"{chart}.png is whole")
        pdf = drawn(base, chart, "pdf")
        ok(pdf.startswith(b"%PDF-"), f"{chart}.pdf is PDF")
        ok(pdf.rstrip().endswith(b"%%EOF"), f"{chart}.pdf is whole")


@test
def nothing_to_draw():
    base = empty("2022-03-01")
    path = new_path(".svg")
    code(base.run("chart", "states", "-o", path), INPUT, "no programme: nothing to draw")
    ok(not path.exists(), "and no file")


@test
def charts_follow_the_data():
    base = demo("2022-07-01")
    ok(drawn(base, "states", "svg") != drawn(demo("2022-12-30"), "states", "svg"),
       "another day, another chart")
    equal(drawn(base, "states", "svg"), drawn(base, "states", "svg"), "the same day, the same")


def table(base, chart, *words):
    text = base.do("chart", chart, *words, "--csv").out
    return list(csv.reader(text.replace("\r\n", "\n").splitlines()))


@test
def tables():
    """What a chart draws is there as a table: by C-2 and 17.2, of one group in Dubovka."""
    base = demo("2022-07-01")
    rows = table(base, "coverage")
    equal([row[:3] for row in rows[1:]],
          [["2021", "70", "2"], ["2022", "210", "2"], ["2023", "350", "–"], ["2024", "460*", "–"]],
          "plan as approved, fact of the years that have begun")
    rows = table(base, "steps")
    equal(rows[1][1:], ["1", "1 of 1", "1 of 1", "1 of 1", "–"], "one group, no report is due yet")
    rows = table(base, "distribution")
    equal([row[2] for row in rows if row[0] == "By number of directions"], ["1", "0", "0"],
          "one group with one direction")
    has(base.do("chart", "distribution", "--table").out, "By territory", "a readable table")
    for chart in CHARTS:
        rows = table(base, chart)
        ok(len(rows) > 1 and len({len(row) for row in rows}) == 1, f"{chart}: a whole table")
    code(base.run("chart", "coverage"), USAGE, "a file or a table")
    code(base.run("chart", "coverage", "--csv", "-o", new_path(".svg")), USAGE, "but not both")


@test
def diagnostics():
    """Only what is answered at the entry and at the exit is drawn, with the change."""
    base = demo("2022-07-01").copy()
    code(base.run("chart", "diagnostics", "-o", new_path(".svg")), INPUT, "nothing answered yet")
    for point, answers in (("ENTRY", (40, 50)), ("EXIT", (60, 71))):
        base.do("add", "survey", "group=1", "title=Диагностика", "kind=COMPETENCES",
                f"point={point}")
        survey = base.do("list", "surveys", "--where", f"point={point}", "--json").json[0]["id"]
        for value in answers:
            base.do("add", "answer", f"survey={survey}", "direction=DIR_DEV", f"value={value}")
    rows = table(base, "diagnostics")
    equal(rows[1][1:], ["45,0", "2", "65,5", "2", "+20,5"], "means of both sides")
    for kind in ("svg", "png", "pdf"):
        drawn(base, "diagnostics", kind)
    code(base.run("chart", "diagnostics", "--year", "2031", "--csv"), INPUT, "no group that year")


def indicators(base, *words):
    return {value["code"]: value for value in base.do("indicators", *words, "--json").json}


@test
def percents():
    """P1 and P2 as of each day of the table."""
    for day, done, rest, rows in (("2021-11-30", 27.8, 72.2, 5), ("2022-07-01", 33.3, 66.7, 6),
                                  ("2022-12-28", 88.9, 11.1, 16),
                                  ("2022-12-30", 94.4, 5.6, 17)):
        values = indicators(demo(day))
        equal(values["P1"]["value"], done, f"{day}: P1 is {done}")
        equal((values["P1"]["numerator"], values["P1"]["denominator"]), (rows, 18),
              f"{day}: {rows} of 18")
        equal(values["P2"]["value"], rest, f"{day}: P2 is {rest}")
        ok("%" in values["P1"]["unit"], f"{day}: in percent")


@test
def criteria_and_reports():
    """P3 to P5 by hand in the final report; P6 when the programme has ended."""
    before = indicators(demo("2022-12-28"))
    for number in ("P3", "P4", "P5", "P6"):
        equal(before[number]["value"], None, f"28.12.2022: {number} has no data yet")
    after = indicators(demo("2022-12-30"))
    for number, words in (("P3", "да"), ("P4", "да"), ("P5", "частично")):
        equal(after[number]["value"], words, f"30.12.2022: {number} is «{words}»")
    base = demo("2022-12-30").copy()
    base.today = "2022-12-31"
    value = indicators(base)["P6"]
    equal((value["value"], value["numerator"], value["denominator"]), (100.0, 1, 1),
          "31.12.2022: the final report is there, P6 is 100")
    late = demo("2022-12-28").copy()
    late.today = "2023-02-01"
    equal(indicators(late)["P6"]["value"], 0.0, "01.02.2023 without it: P6 is 0")
    late.do("do", "report-program", 1, "kind=FINAL_REPORT", "conclusions=Есть", "--for",
            "EXPERIENCED", "--person", 5)
    equal(indicators(late)["P6"]["value"], 0.0, "issued on 01.02.2023 it is not in time")


@test
def json_and_csv():
    base = demo()
    values = base.do("indicators", "--json").json
    equal([v["code"] for v in values][:6], ["P1", "P2", "P3", "P4", "P5", "P6"], "P1 to P6")
    keys = {"code", "title", "unit", "value", "numerator", "denominator", "target", "verdict",
            "source", "note", "typed", "target_note",
            "school_year"}
    equal(set(values[0]), keys, "indicators --json: keys")
    has(values[0]["title"], "выполненных мероприятий", "P1: the wording of the regulation")
    equal([v["target"] for v in values[:2]], [None, None], "the regulation names no targets")
    rows = list(csv.reader(base.do("indicators", "--csv").lines))
    ok(len(rows) >= 7, "indicators --csv: a header and six rows")
    ok(len({len(row) for row in rows}) == 1, "indicators --csv: rows of one length")
    ok(any("94,4" in cell or "94.4" in cell for row in rows for cell in row),
       "indicators --csv: P1")
    table = base.do("indicators").out.replace("\u00a0", " ").replace("\u202f", " ")
    has(table, "94,4 %", "indicators: a comma and one decimal")
    has(table, "17 of 18", "indicators: the numbers in it")


@test
def year():
    base = demo()
    equal(indicators(base, "--year", 2022)["P1"]["value"], 94.4, "--year 2022: its programme")
    values = indicators(base, "--year", 2019)
    equal(values["P1"]["value"], None, "--year 2019: no programme, no value")


@test
def records():
    """From a number to what it counted: V4 and V5 of 2021 (1 group, 2 schools)."""
    base = demo("2021-12-30")
    for number, kind, count in (("V4", "group", 1), ("V5", "organisation", 2)):
        value = base.do("indicators", number, "--year", 2021, "--json").json
        equal([v["code"] for v in value], [number], f"{number}: that indicator alone")
        listed = base.do("indicators", number, "--year", 2021, "--records", "--json").json
        equal(value[0]["numerator"], count, f"{number}: the number")
        equal([r["kind"] for r in listed], [kind] * count, f"{number}: as many records")
        for record in listed:
            equal(base.show(kind, record["id"])["id"], record["id"], f"{number}: each is there")
    lines = base.do("indicators", "V4", "--year", 2021, "--records").lines
    has(lines[0], "group 1", "for people: kind and number")
    equal(base.do("indicators", "V4", "--year", 2019, "--records").out, "", "2019: none")
    for number in ("P6", "M1", "V99"):
        code(base.run("indicators", number, "--records"), INPUT, f"{number}: not listed")
    code(base.run("indicators", "--records"), USAGE, "--records needs a code")
    code(base.run("indicators", "V99"), USAGE, "there is no V99")


main()
