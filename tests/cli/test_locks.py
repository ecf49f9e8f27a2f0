#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the door refuses whoever knocks: approved words (R83), the scheme (R80), joinings (R98)."""
from cli import DONE, REFUSED, USAGE, code, demo, equal, has, main, new_path, ok, test


def refused(base, words, rule, name, *parts):
    result = base.run(*words)
    code(result, REFUSED, f"{rule} broken: {name} is refused")
    for part in (f"{rule}: ",) + parts:
        has(result.err, part, f"{rule} broken: {name}: it tells “{part}”")


@test
def program():
    base = demo("2021-11-30").copy()
    for field in ("goals=Иное", "end=2022-11-30", "directions=DIR_DEV"):
        code(base.run("set", "program", 1, field), DONE, f"R83 kept: {field} of a draft")
    base = demo("2022-03-15").copy()
    before = base.show("program", 1)["goals"]
    for field in ("goals=Иное", "end=2022-11-30", "directions=DIR_DEV", "period_text=2023 год"):
        refused(base, ("set", "program", 1, field), "R83", field, "Реализуется", "correct-program")
    refused(base, ("set", "activity", 10, "title=Иное"), "R83", "the wording of an activity",
            "Title", "Реализуется")
    refused(base, ("set", "activity", 10, "due=Май 2022 г."), "R83", "its months")
    refused(base, ("remove", "activity", 18), "R83", "the loss of an activity")
    refused(base, ("add", "activity", "program=1", "stage=1", "title=Ещё"), "R83", "a further one")
    refused(base, ("set", "stage", 1, "title=Иной"), "R83", "the title of a stage")
    refused(base, ("remove", "program", 1), "R83", "the loss of the programme")
    equal(base.show("program", 1)["goals"], before, "R83 kept: it is as it was approved")
    for words in (("program", 1, "note=Звонить завучу"), ("activity", 10, "place=Школа")):
        code(base.run("set", *words), DONE, "R83 kept: what is no word of the paper")


@test
def correction():
    """The remedy that is named works: the new version can be written until it is approved."""
    base = demo("2022-06-15").copy()
    base.do("do", "correct-program", 1, "--for", "MUNICIPAL_CURATOR", "--person", 4,
            "correction_reason=Уточнены цели")
    code(base.run("set", "program", 2, "goals=Иное"), DONE, "R83 kept: a version that is written")
    refused(base, ("set", "program", 1, "goals=Иное"), "R83", "the version before", "newer version")
    base.do("do", "reapprove-program", 2, "--for", "MUNICIPAL_CURATOR", "--person", 4)
    refused(base, ("set", "program", 2, "goals=Снова иное"), "R83", "what is approved anew")


@test
def agreed():
    base = demo("2021-12-10").copy()
    refused(base, ("set", "program", 1, "goals=Иное"), "R83", "what both teams agreed on",
            "Согласована", "return-program")
    base.do("do", "return-program", 1, "--for", "MUNICIPAL_CURATOR", "--person", 4,
            "return_remark=Уточните цели")
    code(base.run("set", "program", 1, "goals=Иное"), DONE, "R83 kept: what was returned")


@test
def agreement():
    base = demo("2021-11-19").copy()
    code(base.run("set", "agreement", 1, "place=Дубовка"), DONE, "R83 kept: nobody has signed yet")
    base = demo("2021-11-22").copy()
    refused(base, ("set", "agreement", 1, "place=Дубовка"), "R83", "after one signature",
            "Place", "Подписано не всеми", "cancel-agreement")
    base = demo("2022-03-15").copy()
    refused(base, ("set", "agreement", 1, "end=2023-12-31"), "R83", "in force", "Действует",
            "supplementary agreement")
    refused(base, ("remove", "agreement", 1), "R83", "the loss of it")
    code(base.run("set", "agreement", 1, "note=В папке 3"), DONE, "R83 kept: the office's note")
    base = demo("2022-12-14").copy()
    base.today = "2022-12-20"
    base.do("do", "extend-program", 1, "extension_reason=NEED", "--for", "OPERATOR",
            "extended_until=31.12.2023")
    supplement = [a for a in base.list("agreements") if a["supplements"]]
    equal([a["supplements"] for a in supplement], [1], "R83 kept: steps still change it")
    base.do("print", "agreement", supplement[0]["id"], "-o", new_path(".pdf"))
    result = base.run("print", "agreement", supplement[0]["id"], "--form", "D3", "-o",
                      new_path(".pdf"))
    ok(result.code != DONE, "a supplement is not printed by the agreement's form", result)
    has(result.err, "for other records", "and it is told why")
    base.do("print", "agreement", 1, "-o", new_path(".pdf"))


@test
def report():
    """R83: what is issued is not typed over; its number may still be put in."""
    base = demo("2022-12-30").copy()
    ids = {r["kind"]: r["id"] for r in base.list("reports")}
    note, final = ids["SUMMARY_NOTE"], ids["FINAL_REPORT"]
    for field in ("results=Иное", "conclusions=Иное", "author=9", "as_of=2022-12-01",
                  "criterion1=NO", "kind=SUMMARY_NOTE"):
        refused(base, ("set", "report", final, field), "R83", f"{field} of a sent report",
                "Направлен", "Issue the report anew")
    refused(base, ("set", "report", note, "conclusions="), "R83", "conclusions of an issued note")
    refused(base, ("remove", "report", note), "R83", "the loss of an issued note")
    code(base.run("set", "report", final, "number=5"), DONE, "R83 kept: it had no number yet")
    refused(base, ("set", "report", final, "number=6"), "R83", "another number")
    base.do("do", "accept-report", final, "--for", "COORDINATOR")
    refused(base, ("set", "report", final, "proposals=Иное"), "R83", "an accepted report",
            "It has been accepted")
    draft = base.add("report", kind="SUMMARY_NOTE", program=1, conclusions="Черновик")
    code(base.run("set", "report", draft, "conclusions=Иное"), DONE, "R83 kept: a draft")
    code(base.run("remove", "report", draft), DONE, "R83 kept: a draft may go")


@test
def scheme():
    base = demo("2021-11-30").copy()
    for word in ("scheme=volgograd-mentoring", "scheme_version=1"):
        code(base.run("set", "program", 1, word), USAGE, f"R80 broken: {word} is not typed")
    equal(base.show("program", 1)["scheme"], "dubovka-mentoring", "R80 kept: it is as it was made")


@test
def merger():
    base = demo("2021-11-30").copy()
    twin = base.add("person", last="Лугова", first="Ирина", middle="Денисовна")
    other = base.add("person", last="Лугова", first="Ирина", middle="Денисовна")
    base.do("merge", "person", twin, other)
    joined = base.list("mergers")[0]["id"]
    refused(base, ("remove", "merger", joined), "R98", "to forget a joining", "undo")
    base.do("undo")
    equal(base.list("mergers"), [], "R98 kept: undo parts them")


main()
