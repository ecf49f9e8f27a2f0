# SPDX-License-Identifier: GPL-3.0-or-later
"""deadlines: DOMAIN 15 and 17.5, as a table, JSON and a calendar that is read back."""
import datetime
import json
import re

from cli import DONE, FOLDER, INPUT, STORE, USAGE, code, demo, empty, equal, has, main, new_path, ok, test

LEADER_DEVELOPING, LEADER_EXPERIENCED = 8, 5


def deadlines(base, today=None, *words):
    found = {}
    for one in base.do("deadlines", "--json", *words, today=today).json:
        found.setdefault(one["code"], []).append(one)
    return found


def short(one):
    return one["due"], one["met_on"], one["state"], one["days_late"]


def person(base, name):
    return next(p["id"] for p in base.list("people") if p["last"] == name)


@test
def report_variants():
    """17.5: due 30.01.2023; in time, 3 days late; early end; extended."""
    whole = demo()
    found = deadlines(whole, "2023-02-01")
    equal([short(d) for d in found["REPORT_NOTE"] + found["REPORT_FINAL"]],
          [("2023-01-30", "2022-12-28", "MET", 0), ("2023-01-30", "2022-12-30", "MET", 0)],
          "17.5: end 31.12.2022, issued in December: in time")
    late = demo("2022-12-23").copy()
    found = deadlines(late, "2023-01-29")
    equal([(d["due"], d["state"], d["days_left"]) for d in found["REPORT_NOTE"]],
          [("2023-01-30", "DUE_SOON", 1)], "17.5: the day before")
    equal(short(deadlines(late, "2023-02-01")["REPORT_NOTE"][0]),
          ("2023-01-30", None, "OVERDUE", 2), "17.5: two days after")
    late.today = "2023-02-02"
    late.do("do", "report-program", 1, "kind=SUMMARY_NOTE", "conclusions=Есть", "--for",
            "DEVELOPING", "--person", person(late, "Лугова"))
    equal(short(deadlines(late, "2023-02-03")["REPORT_NOTE"][0]),
          ("2023-01-30", "2023-02-02", "MET_LATE", 3), "17.5: issued 02.02.2023: 3 days late")
    has(late.do("deadlines", today="2023-02-03").out, "fulfilled 3 days late",
        "the table says so too")


@test
def early_and_extended():
    early = demo("2022-10-13").copy()
    early.today = "2022-10-15"
    early.do("do", "end-program", 1, "end_reason=EARLY_FULFILLED", "rest_reason=Цели достигнуты",
             "--for", "DEVELOPING", "--person", person(early, "Лугова"))
    found = deadlines(early)
    equal([(d["due"], d["reminders"]) for d in found["REPORT_NOTE"] + found["REPORT_FINAL"]],
          [("2022-11-14", ["2022-10-31", "2022-11-07", "2022-11-13"])] * 2,
          "17.5: ended 15.10.2022: 14.11.2022, reminders 31.10, 07.11, 13.11")
    ok(all(d["due"] <= "2022-10-15" for d in found.get("ACTIVITY", [])
           if d["state"] in ("UPCOMING", "DUE_SOON", "OVERDUE")),
       "what the ended programme did not reach is not due")
    extended = demo("2022-12-14").copy()
    extended.today = "2022-12-20"
    extended.do("do", "extend-program", 1, "extended_until=31.12.2023",
                "extension_reason=REQUEST", "--for", "OPERATOR", "--person",
                person(extended, "Сорокина"))
    found = deadlines(extended, None, "--until", "2024-12-31")
    equal(found["REPORT_NOTE"][0]["due"], "2024-01-30", "17.5: extended to 31.12.2023")
    equal((found["A5"][0]["due"], found["A5"][0]["state"]), ("2023-12-31", "UPCOMING"),
          "the realisation goes on too")
    equal(len(found["N5"]), 1, "the supplementary agreement has no days of November 2021")


@test
def section_15():
    """Every row of the calendar, on the first day of the story when its records are there."""
    base = demo("2021-11-19")
    found = deadlines(base)
    want = {"N2": "2021-11-19", "N3": "2021-11-19", "N4": "2021-11-25", "N5": "2021-11-26",
            "N6": "2021-11-30", "N7": "2021-12-15", "N8": "2021-12-20", "N8a": "2021-12-20",
            "N9": "2021-12-20", "N1": "2021-12-31", "A1": "2021-11-30", "A2": "2021-11-30",
            "A3": "2021-11-30", "A4": "2021-11-30"}
    equal({key: {d["due"] for d in found[key]} for key in want},
          {key: {day} for key, day in want.items()}, "section 15: the days")
    count = {key: len(found[key]) for key in ("N3", "N4", "N7", "A1", "N5", "N8")}
    equal(count, {"N3": 2, "N4": 7, "N7": 7, "A1": 1, "N5": 1, "N8": 1},
          "one per team, member, territory, agreement, group")
    equal({d["person"] for d in found["N8a"]}, {"Гордеева Лидия Степановна"},
          "the curator is reminded to send the programme")
    equal({d["person"] for d in found["N2"]}, {"Сорокина Тамара Геннадьевна"},
          "the coordinator is reminded to send the agreement")
    equal({d["name"] for d in found["N5"][0]["people"]},
          {"Воронцова Галина Андреевна", "Лугова Ирина Денисовна"},
          "both leaders are reminded of the signed copy")
    ok(all(d["paragraph"] and d["remedy"] and d["uuid"] for one in found.values() for d in one),
       "each has its paragraph, remedy and record")
    equal([d["due"] for d in found["COVERAGE"]], ["2021-12-31"], "31.12 of the year: coverage")


@test
def other_years():
    """Days of 2021 are for the groups and teams of 2021."""
    base = demo("2021-11-19").copy()
    base.set("group", 1, year=2022)
    for team in base.list("teams"):
        base.set("team", team["id"], year=2022)
    found = deadlines(base, "2021-11-19")
    equal([key for key in ("N2", "N3", "N4", "N5", "N6", "N8") if key in found], [],
          "a group of 2022 has none of them")
    later = empty("2025-09-01")
    later.add("territory", name="Район", kind="MUNICIPAL_DISTRICT")
    equal([d["code"] for d in later.list("deadlines")], ["COVERAGE"],
          "a base of 2025 is not late with 2021")


@test
def late_marks():
    """Overdue occurrences of activities, and what a mark makes of them."""
    base = demo("2022-01-11").copy()
    found = {d["title"][:3]: d for d in deadlines(base, "2022-07-01")["ACTIVITY"]
             if d["state"] == "OVERDUE"}
    equal((found["10."]["due"], found["10."]["days_late"], found["10."]["step"]),
          ("2022-01-31", 151, "complete-activity"), "17.4: row 10, 151 days since 31.01.2022")
    equal(demo("2022-02-01").list("deadlines", "--where", "code=ACTIVITY", "--search",
                                  "День самоуправления"), [], "marked not done: nobody waits")


def unfold(text):
    return text.replace("\r\n ", "")


def read_ics(path):
    """Events of a calendar: (properties, alarms)."""
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    ok(text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", ""),
       "every line ends with CRLF")
    long = [line for line in raw.split(b"\r\n") if len(line) > 75]
    equal(long, [], "no line is longer than 75 octets")
    events, stack = [], []
    for line in unfold(text).split("\r\n")[:-1]:
        name, value = re.match(r"([A-Z-]+)(?:;[^:]*)?:(.*)$", line).groups()
        if name == "BEGIN":
            stack.append((value, {}))
            if value == "VEVENT":
                events.append((stack[-1][1], []))
            if value == "VALARM":
                events[-1][1].append(stack[-1][1])
        elif name == "END":
            equal(stack.pop()[0], value, "components close") if value != stack[-1][0] \
                else stack.pop()
        else:
            stack[-1][1][name] = value
    equal(stack, [], "the calendar is whole")
    return events


@test
def calendar():
    base = demo("2021-11-20")
    path, again = new_path(".ics"), new_path(".ics")
    code(base.run("deadlines", "--ics", path), DONE, "--ics writes a calendar")
    events = read_ics(path)
    found = base.list("deadlines")
    equal(len(events), len(found), "one event a deadline")
    equal(sorted(e["UID"] for e, _ in events), sorted(d["key"] + "@nastavnik" for d in found),
          "UIDs are the keys")
    equal(len({e["UID"] for e, _ in events}), len(events), "no UID twice")
    event, alarms = next((e, a) for e, a in events if e["UID"].startswith("N5-"))
    equal((event["DTSTART"], event["DTEND"]), ("20211126", "20211127"), "a whole day")
    equal(event["SUMMARY"], "Заключить 3-х стороннее соглашение (до 26.11.21 г.)\\; подписанные "
          "соглашения направить в адрес ГАУ ДПО «ВГАПО»", "a semicolon is escaped")
    days = []
    for alarm in alarms:
        number, hours = re.match(r"-P(?:(\d+)D)?T(\d+)H$", alarm["TRIGGER"]).groups()
        at = datetime.datetime(2021, 11, 26) - datetime.timedelta(days=int(number or 0),
                                                                  hours=int(hours))
        days.append(at.strftime("%Y-%m-%d %H"))
    equal(days, ["2021-11-12 09", "2021-11-19 09", "2021-11-25 09"],
          "alarms 14, 7 and 1 day before, in the morning")
    met = [a for e, a in events if e["UID"].startswith("N2-")]
    equal(met, [[]], "what is fulfilled has no alarm")
    stamp = {e["DTSTAMP"] for e, _ in events}
    equal(len(stamp), 1, "one stamp")
    ok(re.match(r"\d{8}T\d{6}Z$", stamp.pop()), "in UTC")
    base.do("deadlines", "--ics", again)
    ok(path.read_bytes() == again.read_bytes(), "the same base gives the same file")
    other = base.copy()
    other.do("deadlines", "--ics", again)
    ok(path.read_bytes() == again.read_bytes(), "and so does a copy of it")


@test
def bad_lines():
    base = demo("2021-11-20")
    code(base.run("deadlines", "--until", "завтра"), INPUT, "--until wants a day")
    code(base.run("deadlines", "group"), USAGE, "it takes options only")
    code(base.run("deadlines", "--ics", FOLDER / "no" / "where.ics"), STORE,
         "a folder that is not there")
    code(base.run("list", "deadlines", "--where", "colour=red"), USAGE, "an unknown field")
    equal(base.do("deadlines", "--until", "2021-11-24", "--json").json,
          [d for d in base.list("deadlines") if d["due"] <= "2021-11-24"], "--until cuts off")
    rows = base.do("list", "deadlines", "--where", "code=N4", "--sort", "subject", "--csv").lines
    equal((rows[0].split(",")[:3], len(rows)), (["key", "code", "title"], 8), "CSV has a head")
    equal(json.loads(base.do("list", "deadlines", "--limit", "2", "--json").out).__len__(), 2,
          "--limit")


main()
