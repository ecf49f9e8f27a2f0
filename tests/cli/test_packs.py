# SPDX-License-Identifier: GPL-3.0-or-later
"""Scheme packs: broken ones, the example of the guide, versions side by side (DOMAIN 7, R80)."""
import re
import shutil

import cli
from cli import (Base, DONE, FOLDER, INPUT, REFUSED, ROOT, STORE, USAGE, code, demo, equal, has,
                 main, ok, run, test)

BROKEN = ROOT / "tests/data/broken-packs"
ID = "dubovka-mentoring"
OLD, NEW = "2021.5", "2031.1"
COORDINATOR, RECTOR = 8, 10


def expected():
    """Faults of each broken pack: "file:line" and words."""
    faults = {}
    for line in (BROKEN / "expected.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, place, words = line.split("\t")
            faults.setdefault(name, []).append((place, words))
    return faults


@test
def broken_packs():
    """Every fault is printed with file, line, words and remedy, and nothing else is."""
    faults = expected()
    folders = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())
    equal(sorted(faults), folders, "each broken pack has its expected faults")
    ok(len(folders) >= 20, "there are at least 20 broken packs")
    for name in folders:
        result = run("scheme", "check", BROKEN / name)
        code(result, INPUT, f"{name}: refused")
        found, remedies = [], 0
        for line in result.lines:
            match = re.match(r"(?P<file>/.*\.xml)(:(?P<line>\d+))?: (?P<words>.*)", line)
            if match:
                place = str(match["file"]).removeprefix(f"{BROKEN}/")
                found.append((f"{place}:{match['line'] or 0}", match["words"]))
            elif line.startswith("  → ") and len(line) > 8:
                remedies += 1
        equal(found, faults[name], f"{name}: all its faults")
        equal(remedies, len(found), f"{name}: a remedy each")


@test
def broken_packs_json():
    """The same faults for programs."""
    result = run("scheme", "check", "--json", BROKEN / "limits-contradict")
    code(result, INPUT, "refused in JSON too")
    equal([fault["line"] for fault in result.json], [7, 9, 11], "lines of the contradictions")
    equal(sorted(result.json[0]), ["file", "line", "message", "remedy"], "stable keys")
    has(result.json[0]["message"], "“program.months.min” is 12", "the words name both limits")
    good = run("scheme", "check", "--json", cli.DATA / "schemes")
    code(good, DONE, "the program's own packs are in order")
    equal(good.json, [], "an empty list when nothing is wrong")
    code(run("scheme", "check"), USAGE, "a pack must be named")
    code(run("scheme", "check", BROKEN / "nowhere"), STORE, "a folder that is not there")


@test
def example_of_the_guide():
    """The pack of data/schemes/README.md is in order, word for word."""
    text = (ROOT / "data/schemes/README.md").read_text(encoding="utf-8")
    match = re.search(r"```xml\n<!-- (\S+)/scheme.xml -->\n(.*?)```", text, re.S)
    ok(match is not None, "the guide has an example")
    folder = FOLDER / "guide" / match[1]
    folder.mkdir(parents=True)
    (folder / "scheme.xml").write_text(match[2], encoding="utf-8")
    result = run("scheme", "check", folder)
    code(result, DONE, "the example is in order")
    equal(result.out, "", "no faults are printed", result)
    (folder / "scheme.xml").write_text(match[2].replace('tone="', 'tone="un', 1), encoding="utf-8")
    code(run("scheme", "check", folder), INPUT, "a slip in it is found")


def newer_data():
    """The data with the Dubovka pack in a newer version."""
    data = FOLDER / "newer-data"
    if data.exists():
        return data
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("ui", "icons", "*.in"))
    pack = data / "schemes" / ID

    def edit(name, *pairs):
        path = pack / name
        text = path.read_text(encoding="utf-8")
        for before, after in pairs:
            assert text.count(before) == 1, (before, text.count(before))
            text = text.replace(before, after)
        path.write_text(text, encoding="utf-8")

    scheme = (pack / "scheme.xml").read_text(encoding="utf-8")
    equal(re.search(r'<scheme id="[^"]*" version="([^"]*)"', scheme)[1], OLD,
          "the installed version is the one that this test knows")
    edit("scheme.xml", (f'id="{ID}" version="{OLD}"', f'id="{ID}" version="{NEW}"'),
         ('code="DIR_QUALITY" title="управление качеством образования"',
          'code="DIR_QUALITY" title="управление качеством"'),
         ('<limit key="program.months.max" value="12"/>',
          '<limit key="program.months.max" value="10"/>\n<limit key="new.limit" value="1"/>'),
         ('<text key="regulation.short">Положение</text>', ""))
    edit("plan.xml", ("<title>Заключение 3-х стороннего соглашения</title>",
                      "<title>Подписание соглашения</title>"))
    edit("rules.xml", ("Период с {start} по {end} – это {months} мес., а менторство длится от {min} "
                       "до {max} месяцев.", "Срок {months} мес. не от {min} до {max}."))
    beneath = "../volgograd-mentoring"
    edit(f"{beneath}/scheme.xml", (f'version="{OLD}"', f'version="{NEW}"'))
    edit(f"{beneath}/documents/program.xml", ("ПРОГРАММА МЕНТОРСКОГО СОПРОВОЖДЕНИЯ</title>",
                                              "ПРОГРАММА НАСТАВНИЧЕСТВА</title>"))
    return data


class NewerData:
    """While the newer pack is installed."""

    def __enter__(self):
        self.before, cli.DATA = cli.DATA, newer_data()

    def __exit__(self, *_):
        cli.DATA = self.before


def versions(base):
    return {row["version"]: (row["programs"], row["newest"])
            for row in base.do("schemes", "versions", "--json").json}


def printed(base, program):
    """The text of the programme as printed now."""
    path = cli.new_path(".pdf")
    base.do("print", "program", program, "--form", "D5", "-o", path)
    return path.read_bytes()


@test
def side_by_side():
    """R80: an old programme keeps its version, a new one takes the newest."""
    with NewerData():
        code(run("scheme", "check", newer_data() / "schemes"), DONE, "the newer pack is in order")
    base = demo("2021-12-20").copy()
    before = base.show("program", 1)
    equal(versions(base), {OLD: (1, True)}, "one version before")
    rules = base.do("rules", "program", 1, "--json").json
    text = base.do("show", "program", 1).out
    with NewerData():
        equal(versions(base), {OLD: (1, False), NEW: (0, True)}, "the newer one joins it")
        equal(base.show("program", 1), before, "the programme shows what it showed")
        equal(base.do("rules", "program", 1, "--json").json, rules, "and is judged as it was")
        has(base.do("show", "program", 1).out, "управление качеством образования",
            "its direction is worded as it was")
        has(base.do("show", "group", 1).out, "управление качеством\n",
            "what is no programme is worded as the newest version says")
    equal(base.do("show", "program", 1).out, text, "an older program works with it still")
    later = demo("2021-11-09").copy()
    later.today = "2021-11-10"
    with NewerData():
        later.do("do", "form-group", 1, "number=1-М", f"coordinator={COORDINATOR}", "--for",
                 "RECTOR", "--person", RECTOR)
        program = later.show("program", 1)
        equal((program["scheme"], program["scheme_version"]), (ID, NEW),
              "a new programme takes the newest")
        titles = [row["title"] for row in later.list("activities")]
        ok("Подписание соглашения" in titles, "and its plan", titles)
        equal(versions(later), {OLD: (0, False), NEW: (1, True)}, "one programme follows it")


@test
def faulty_newer_version():
    """A newer pack with faults is left alone: the office works with what it has."""
    base = demo("2021-12-20").copy()
    data = FOLDER / "faulty-data"
    shutil.copytree(newer_data(), data)
    path = data / "schemes" / ID / "plan.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("<stage ", "<stadium ", 1),
                    encoding="utf-8")
    before, cli.DATA = cli.DATA, data
    try:
        code(base.run("show", "program", 1), DONE, "the office opens")
        equal(versions(base), {OLD: (1, True)}, "the faulty version is not taken")
        code(Base(cli.new_path(), "2022-01-01").run("init"), INPUT, "a new office refuses it")
    finally:
        cli.DATA = before


@test
def compared():
    """What differs: added, removed, changed old -> new."""
    base = demo("2021-12-20").copy()
    code(base.run("schemes", "compare", ID, OLD, NEW), INPUT, "a version that nobody keeps")
    code(base.run("schemes", "compare", ID, OLD), USAGE, "two versions are named")
    with NewerData():
        rows = base.do("schemes", "compare", ID, OLD, NEW, "--json").json
        found = {(row["part"], row["code"]): row for row in rows}
        equal(sorted((row["part"], row["change"]) for row in rows),
              [("activity", "changed"), ("catalogue", "changed"), ("document", "changed"),
               ("limit", "added"), ("limit", "changed"), ("rule", "changed"), ("text", "removed")],
              "exactly what was edited")
        limit = found["limit", "program.months.max"]
        equal((limit["before"], limit["after"]), ("12", "10"), "a limit, old and new")
        equal(found["limit", "new.limit"]["before"], None, "an added limit has no old value")
        equal((found["text", "regulation.short"]["before"], found["text", "regulation.short"]["after"]),
              ("Положение", None), "a removed text")
        has(found["activity", "1"]["after"], "Подписание соглашения", "a row of the plan")
        equal(found["catalogue", "DIR_QUALITY"]["group"], "direction", "the catalogue is named")
        has(found["rule", "R21"]["before"], "Период с {start}", "a rule's words")
        lines = base.do("schemes", "compare", ID, OLD, NEW).lines
        ok("~ limit program.months.max: 12 → 10" in lines, "in words", lines)
        ok("+ limit new.limit: 1" in lines and "- text regulation.short: Положение" in lines,
           "added and removed in words", lines)
        back = base.do("schemes", "compare", ID, NEW, OLD, "--json").json
        equal(len(back), len(rows), "the other way round as many")
        equal(base.do("schemes", "compare", ID, OLD, OLD, "--json").json, [], "the same: nothing")


@test
def moved():
    """A programme moves as one change that is undone."""
    base, done = demo("2021-12-20").copy(), demo().copy()
    code(base.run("schemes", "move", 1), REFUSED, "there is no newer version to move to")
    code(base.run("set", "program", 1, "scheme_version=1"), USAGE, "R80: it is moved, not typed")
    with NewerData():
        code(base.run("schemes", "move", 1, "2099.1"), INPUT, "nor one that nobody keeps")
        before = base.show("program", 1)
        rows = base.list("activities")
        print_before = printed(base, 1)
        base.do("schemes", "move", 1, NEW)
        equal(base.show("program", 1)["scheme_version"], NEW, "the programme follows the newer one")
        equal(base.list("activities"), rows, "its plan stays as people agreed it")
        has(base.do("show", "program", 1).out, "управление качеством\n", "worded anew")
        months = [f["text"] for f in base.rules("program", 1).get("R21", [])]
        equal(months, ["Срок 12 мес. не от 3 до 10."], "judged by the newer limit and words")
        ok(printed(base, 1) != print_before, "its draft is printed by the newer template")
        code(base.run("schemes", "move", 1, NEW), REFUSED, "it is there already")
        base.do("undo")
        equal(base.show("program", 1), before, "one undo brings it back")
        base.do("redo")
        equal(versions(base), {OLD: (0, False), NEW: (1, True)}, "one redo moves it again")
        result = done.run("schemes", "move", 1, NEW)
        code(result, REFUSED, "a finished programme stays")
        has(result.err, "its report accepted", "and why")


@test
def issued_papers_stay():
    """R80, R82: a paper issued before shows what it showed, after the move too."""
    base = demo("2021-12-20").copy()
    base.do("print", "program", 1, "--form", "D5", "--issue", "-o", cli.new_path(".pdf"))
    papers = base.list("documents")
    ok(papers, "a paper has been issued")
    with NewerData():
        base.do("schemes", "move", 1, NEW)
        equal(base.list("documents"), papers, "issued papers are what they were")
        equal({row["scheme_version"] for row in papers}, {OLD}, "with their own version")


main()
