#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and states of the worked example, day by day (DOMAIN 17.2 and 17.4)."""
from cli import Base, demo, equal, main, ok, test

# DOMAIN 17.4: done, not done, in progress, planned, overdue (rows); percent; occurrences.
TABLE = {
    "2021-11-30": ([1, 2, 3, 4, 5], [], [], [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
                   [], 27.8, 72.2, 5),
    "2022-07-01": ([1, 2, 3, 4, 5, 14], [10], [6, 7, 9, 11, 12, 13], [8, 15, 16, 17, 18],
                   [], 33.3, 66.7, 11),
    "2022-12-28": ([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17], [10], [], [18],
                   [], 88.9, 11.1, 20),
    "2022-12-30": ([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18], [10], [], [],
                   [], 94.4, 5.6, 21),
}
WORDS = ("done", "not done", "in progress", "planned", "overdue")
KEYS = ("done", "not_done", "in_progress", "planned", "overdue")
# A running month counts as planned: the table knows no column of its own for it.
COLUMN = {"DONE": 0, "NOT_DONE": 1, "PARTLY": 2, "PLANNED": 3, "DUE": 3, "OVERDUE": 4}

# DOMAIN 17.2: what stands at the end of the day. Team, group, agreement, programme.
STATES = [
    ("2021-10-29", "SUBMITTED", None, None, None),
    ("2021-11-08", "REGISTERED", None, None, None),
    ("2021-11-10", "ASSIGNED", "FORMED", ("DRAFTED", 0), "DRAFT"),
    ("2021-11-19", "ASSIGNED", "FORMED", ("SENT", 0), "DRAFT"),
    ("2021-11-22", "ASSIGNED", "FORMED", ("PARTLY_SIGNED", 1), "DRAFT"),
    ("2021-11-23", "ASSIGNED", "FORMED", ("PARTLY_SIGNED", 2), "DRAFT"),
    ("2021-11-24", "ASSIGNED", "FORMED", ("SIGNED", 3), "DRAFT"),
    ("2021-11-26", "ASSIGNED", "BOUND", ("IN_FORCE", 3), "DRAFT"),
    ("2021-11-30", "ASSIGNED", "BOUND", ("IN_FORCE", 3), "DRAFT"),
    ("2021-12-10", "ASSIGNED", "BOUND", ("IN_FORCE", 3), "AGREED"),
    ("2021-12-17", "ASSIGNED", "BOUND", ("IN_FORCE", 3), "APPROVED"),
    ("2021-12-20", "ASSIGNED", "BOUND", ("IN_FORCE", 3), "SENT_TO_OPERATOR"),
    ("2022-01-01", "ASSIGNED", "WORKING", ("IN_FORCE", 3), "IN_PROGRESS"),
    ("2022-12-30", "ASSIGNED", "WORKING", ("IN_FORCE", 3), "IN_PROGRESS"),
    ("2022-12-31", "ASSIGNED", "REPORTING", ("ENDED", 3), "REPORTED"),
    ("2023-01-01", "ASSIGNED", "REPORTING", ("ENDED", 3), "REPORTED"),
    ("2023-01-10", "REGISTERED", "CLOSED", ("ENDED", 3), "CLOSED"),
]


def check_row(base, day, rows, percent, not_percent, occurrences, name):
    progress = base.show("program", 1, today=day)["progress"]
    activities = base.list("activities", today=day)
    for column, key in enumerate(KEYS):
        found = [a["number"] for a in activities if COLUMN.get(a["state_now"]) == column]
        equal(progress[key], len(rows[column]), f"{name}: {len(rows[column])} {WORDS[column]}")
        equal(found, rows[column], f"{name}: rows {WORDS[column]}")
    equal(progress["total"], 18, f"{name}: 18 activities")
    equal(progress["percent_done"], percent, f"{name}: P1 is {percent} percent")
    equal(progress["percent_not_done"], not_percent, f"{name}: P2 is {not_percent} percent")
    equal(progress["occurrences_done"], occurrences, f"{name}: {occurrences} dates held")
    equal(progress["occurrences"], 22, f"{name}: of 22 dates")
    # Row 6 is by agreement: its two parts are topics, which have no dates.
    dated = [a for a in activities if a["number"] != 6]
    equal(sum(a["parts_done"] for a in dated), occurrences, f"{name}: dates held add up")
    equal(sum(a["parts"] for a in dated), 22, f"{name}: dates of the rows add up to 22")


@test
def numbers_of_the_table():
    for day, (*rows, percent, not_percent, occurrences) in TABLE.items():
        check_row(demo(day), day, rows, percent, not_percent, occurrences, day)


@test
def the_whole_demonstration_seen_on_earlier_days():
    """The whole base, seen on the last days, has the numbers of its own day."""
    progress = demo().show("program", 1, today="2023-01-10")["progress"]
    equal([progress[key] for key in KEYS], [17, 1, 0, 0, 0], "2023-01-10: as on 30.12.2022")
    equal(progress["percent_done"], 94.4, "2023-01-10: P1 is 94.4 percent")


@test
def row_10_without_a_mark():
    """DOMAIN 17.4, third row: no mark on row 10."""
    base = demo("2022-07-01").copy()
    ten = next(a for a in base.list("activities") if a["number"] == 10)
    marks = base.list("marks", "--where", f"activity={ten['id']}")
    equal(len(marks), 1, "row 10 has one mark")
    base.do("remove", "mark", marks[0]["id"])
    rows = [[1, 2, 3, 4, 5, 14], [], [6, 7, 9, 11, 12, 13], [8, 15, 16, 17, 18], [10]]
    check_row(base, "2022-07-01", rows, 33.3, 66.7, 11, "no mark on row 10")
    ten = base.show("activity", ten["id"])
    equal(ten["state_now"], "OVERDUE", "row 10 is overdue")
    equal(ten["overdue_days"], 151, "row 10 is overdue by 151 days")
    earlier = base.show("activity", ten["id"], today="2022-01-31")
    equal(earlier["state_now"], "DUE", "on its last day row 10 is due, not overdue")
    later = base.show("activity", ten["id"], today="2022-02-01")
    equal((later["state_now"], later["overdue_days"]), ("OVERDUE", 1),
          "on the next day it is overdue by one")


@test
def dates_of_activities():
    """Two topics of row 6; four dates of row 9; three of 11 and 13; 7 and 12 have none."""
    parts = {a["number"]: (a["parts_done"], a["parts"]) for a in demo("2022-07-01").list(
        "activities")}
    for number, want in {6: (1, 2), 9: (2, 4), 11: (2, 3), 13: (1, 3), 14: (1, 1)}.items():
        equal(parts[number], want, f"01.07.2022: row {number}, {want[0]} of {want[1]} held")


def states_of(base: Base, day):
    teams = {team["state_now"] for team in base.list("teams", today=day)}
    groups = [group["state_now"] for group in base.list("groups", today=day)]
    agreements = []
    for agreement in base.list("agreements", today=day):
        signatures = base.list("signatures", "--where", f"agreement={agreement['id']}",
                               today=day)
        signed = sum(s["signed_on"] is not None for s in signatures)
        ok(len(signatures) == 3, f"{day}: the agreement has three parties")
        agreements.append((agreement["state_now"], signed))
    programs = [program["state_now"] for program in base.list("programs", today=day)]
    return teams, groups, agreements, programs


@test
def states_of_each_day():
    for day, team, group, agreement, program in STATES:
        teams, groups, agreements, programs = states_of(demo(day), day)
        equal(teams, {team}, f"{day}: teams {team}")
        if group is not None:
            equal(groups, [group], f"{day}: group {group}")
            equal(agreements, [agreement], f"{day}: agreement {agreement[0]}, "
                                           f"{agreement[1]} of 3 signed")
            equal(programs, [program], f"{day}: programme {program}")
        else:
            equal((groups, agreements, programs), ([], [], []), f"{day}: no group yet")


@test
def days_of_the_agreement():
    """Sent 19.11, returned and registered 26.11: on time, so R18 is silent."""
    base = demo("2021-11-26")
    agreement = base.show("agreement", 1)
    equal(agreement["sent_on"], "2021-11-19", "the agreement was sent on 19.11.2021")
    equal(agreement["returned_on"], "2021-11-26", "it came back on 26.11.2021")
    equal(agreement["registered_on"], "2021-11-26", "and was registered that day")
    signed = {s["party"]: s["signed_on"] for s in agreement["signatures"]}
    equal(signed, {"EXPERIENCED": "2021-11-22", "DEVELOPING": "2021-11-23",
                   "OPERATOR": "2021-11-24"}, "signed on 22, 23 and 24.11.2021")
    ok(not {"R18", "R18a"} & set(base.rules()), "0 days late: R18 is silent")


@test
def group_as_formed():
    group = demo("2021-11-10").show("group", 1)
    order = demo("2021-11-10").show("order", group["order"])
    equal((order["kind"], order["number"], order["date"]),
          ("ASSIGNMENT", "1-М", "2021-11-10"), "the order of assignment is 1-М of 10.11.2021")
    coordinator = demo("2021-11-10").show("person", group["coordinator"])
    equal(coordinator["title"], "Сорокина Тамара Геннадьевна", "the coordinator is appointed")
    equal(group["formed_on"], "2021-11-10", "the group was formed that day")


@test
def program_as_it_goes():
    program = demo("2021-12-20").show("program", 1)
    days = {"agreed_on": "2021-12-10", "approved_on": "2021-12-17", "sent_on": "2021-12-20",
            "start": "2022-01-01", "end": "2022-12-31"}
    for field, day in days.items():
        equal(program[field], day, f"programme: {field} is {day}")
    half = demo("2021-12-10").copy()
    half.do("undo")
    equal(half.show("program", 1)["state_now"], "DRAFT", "one side agreed: still DRAFT")


@test
def courses():
    """Members trained 6 of 7, one name listed."""
    base = demo("2021-12-15")
    trainings = base.list("trainings")
    trained = [t for t in trainings if t["completed_on"] == "2021-12-15"]
    equal((len(trained), len(trainings)), (6, 7), "6 of 7 members are trained")
    names = [f["title"] for f in base.rules(today="2021-12-16").get("R70", [])]
    equal(names, ["Тихонова Светлана Борисовна"], "one name is listed")


@test
def reports():
    first = {r["kind"]: r["state_now"] for r in demo("2022-12-28").list("reports")}
    equal(first, {"SUMMARY_NOTE": "ISSUED"}, "28.12.2022: the note is issued")
    base = demo("2022-12-30")
    second = {r["kind"]: r["state_now"] for r in base.list("reports")}
    equal(second, {"SUMMARY_NOTE": "ISSUED", "FINAL_REPORT": "SENT"},
          "30.12.2022: the final report is issued and sent")
    final = base.list("reports", "--where", "kind=FINAL_REPORT")[0]
    equal(final["due"], "2023-01-30", "its limit is 30.01.2023")
    equal(final["sent_to"], base.show("group", 1)["coordinator"], "sent to the coordinator")
    last = demo().list("reports", "--where", "kind=FINAL_REPORT")[0]
    equal((last["state_now"], last["accepted_on"]), ("ACCEPTED", "2023-01-10"),
          "10.01.2023: accepted")


main()
