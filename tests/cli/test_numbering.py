#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Number series: unique, next number, gaps, patterns (DOMAIN 4.32, R96, R97)."""
from cli import (DONE, INPUT, REFUSED, USAGE, code, demo, empty, equal, has, main, new_path,
                 test)

ORDER = {"kind": "ASSIGNMENT", "issuer": 1}


def office():
    base = empty("2025-12-01")
    base.add("organisation", full_name="Академия", kind="OPERATOR")
    base.add("organisation", full_name="Отдел", kind="AUTHORITY")
    return base


def order(base, number, date, **fields):
    words = {**ORDER, "number": number, "date": date, **fields}
    return base.run("add", "order", *(f"{name}={value}" for name, value in words.items()))


@test
def unique():
    base = office()
    code(order(base, 14, "2025-03-01"), DONE, "R96: order № 14 of 2025")
    result = order(base, 14, "2025-09-01")
    code(result, REFUSED, "R96: a second № 14 of 2025 is refused")
    has(result.err, "R96a: Приказ с номером 14 за 2025 год уже есть", "with the rule's words")
    equal(len(base.list("orders")), 1, "nothing was added")
    code(order(base, 14, "2026-01-12"), DONE, "R96: № 14 of 2026 is accepted")
    code(order(base, 14, "2025-09-01", issuer=2), DONE, "R96: and № 14 of another office")
    code(order(base, 15, "2025-09-01", kind="REPLACEMENT"), DONE, "№ 15 of 2025")
    number = base.list("orders", "--where", "number=15")[0]["id"]
    code(base.run("set", "order", number, "number=14"), REFUSED,
         "R96: orders of one office are one series")
    code(base.run("set", "order", number, "number=16"), DONE, "another number is accepted")


@test
def beside_agreement():
    base = demo("2021-11-18").copy()
    code(order(base, 14, "2025-03-01"), DONE, "order № 14 of 2025")
    code(base.run("set", "agreement", 1, "number=14", "date=2025-03-01"), DONE,
         "R96: agreement № 14 of 2025 is accepted")


@test
def no_numbers():
    """A code of many digits is no number of the series: it neither leads it nor leaves a gap."""
    base = office()
    order(base, 14, "2025-03-01")
    for code_of_digits in ("9223372036854775807", "99999999999999999999999", "20250301001122"):
        code(order(base, code_of_digits, "2025-03-02"), DONE, "a code is typed as it stands")
    equal(base.do("numbering", "order", 1, "--year", 2025).out.strip(), "15", "R96: № 15 is next")
    equal(base.rules().get("R97a"), None, "R97: nothing is missing")


@test
def gaps():
    base = office()
    order(base, 14, "2025-03-01")
    order(base, 16, "2025-04-01")
    found = base.rules().get("R97a", [])
    equal([(f["level"], f["id"]) for f in found], [("warning", 2)],
          "R97: one warning on the order that follows the gap")
    has(found[0]["text"], "№ 15", "R97: № 15 is missing")
    order(base, 20, "2025-05-01")
    has(base.rules()["R97a"][1]["text"], "№ 17–19", "R97: several at once")
    order(base, 15, "2025-03-10")
    equal([f["id"] for f in base.rules()["R97a"]], [3], "R97: № 15 is found again")


@test
def offered():
    base = office()
    equal(base.do("numbering", "order", 1).out, "1\n", "the first number")
    order(base, 7, "2025-03-01")
    equal(base.do("numbering", "order", 1).out, "8\n", "one more than the last")
    equal(base.do("numbering", "order", 2).out, "1\n", "each office has its own")
    equal(base.do("numbering", "order", 1, "--year", 2026).out, "1\n", "and each year")
    base.add("series", paper="order", pattern="{nnn}-М/{yy}", first=5)
    equal(base.do("numbering", "order", 1).out, "008-М/25\n", "by the office's pattern")
    equal(base.do("numbering", "order", 1, "--year", 2026).out, "005-М/26\n",
          "from its first number")
    order(base, "010-М/25", "2025-06-01")
    series = base.do("numbering", "--json").json
    equal([(s["paper"], s["office"], s["next"], s["missing"]) for s in series],
          [("order", 1, "011-М/25", "005-М/25–006-М/25, 008-М/25–009-М/25")],
          "the list tells the next number and what is missing")
    code(base.run("add", "series", "paper=order", "year=2025", "pattern=М/{yy}"), INPUT,
         "a pattern without a place for the number is refused")


@test
def settings():
    """By hand or automatically, another number to go on with, and what held last year."""
    base = office()
    for number in (1, 3, 4):
        order(base, number, "2025-03-01")
    base.add("series", paper="order", year=2025, first=50, by_hand=1)
    order(base, 52, "2025-03-02")
    series = base.do("numbering", "--json").json[0]
    equal((series["missing"], series["next"], series["by_hand"], series["twice"]),
          ("2, 50–51", "53", True, None), "R97: what was left out on the way to № 50 is no gap")
    base.set("series", 1, pattern="{nn}-М")
    equal(base.do("numbering", "order", 1, "--year", 2026).out, "01-М\n",
          "the pattern goes on in the next year, the first number does not")
    second = base.add("organisation", full_name="Академия", kind="OPERATOR")
    order(base, 3, "2025-04-01", issuer=second)
    base.do("merge", "organisation", 1, second)
    equal(base.do("numbering", "--json").json[0]["twice"], "03-М",
          "R96: joined offices may have a number twice, and it is told")


@test
def unknown():
    base = office()
    for paper in ("foo", "document/", "document/FOO", "team"):
        code(base.run("numbering", paper), USAGE, f"“{paper}” is no sort of paper")
    equal(base.do("numbering", "document/D6").out, "1\n", "the documents of a form are one")


@test
def by_hand():
    """Where agreements are numbered by hand, none is issued without a number."""
    base = demo("2021-11-18").copy()
    base.set("agreement", 1, number="")
    base.add("series", paper="agreement", year=2021, by_hand=1)
    result = base.run("print", "agreement", 1, "--issue", "-o", new_path(".pdf"))
    code(result, INPUT, "without a number it is not issued")
    has(result.err, "1 would be the next", "the next number is offered")
    base.set("agreement", 1, number="17")
    base.do("print", "agreement", 1, "--issue", "-o", new_path(".pdf"))
    base.set("series", 1, by_hand=0)
    base.set("agreement", 1, number="")
    base.do("print", "agreement", 1, "--issue", "-o", new_path(".pdf"))
    equal(base.show("agreement", 1)["number"] is None, False, "automatically it gets one")


main()
