#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An office words a form as it likes: by place, with a version, past newer packs (ARCHITECTURE)."""
import gzip
import hashlib
import shutil
import subprocess
import zipfile

import cli
from cli import (Base, DONE, FOLDER, INPUT, ROOT, USAGE, code, copies, demo, equal, has, main, new_path,
                 ok, test)

DAY = "2021-12-31"
PLACE = "p.5"
BEGINS = "1.5. Соглашение не предусматривает взаимных денежных расчетов."
OWN = "1.5. Расчётов нет. Это знает {exp-signer.fio}."


def office():
    return demo(DAY).copy()


def places(base, form="D3"):
    return {row["node"]: row for row in base.do("wording", "list", form, "--json").json}


def forms(base):
    return {row["form"]: row for row in base.do("wording", "list", "--json").json}


def printed(base, *words, form="D3"):
    path = new_path(".pdf")
    base.do("print", "agreement", 1, "--form", form, *words, "-o", path)
    text = subprocess.run(["pdftotext", "-nopgbrk", path, "-"], capture_output=True, check=True)
    return " ".join(text.stdout.decode("utf-8").replace("\u00a0", " ").split())


@test
def one_place():
    """Kept by place, printed in all three formats, versions rise, undone and restored."""
    base = office()
    before = places(base)
    has(before[PLACE]["text"], BEGINS, "a place has the words of the pack")
    equal({row["state"] for row in before.values()}, {"original"}, "all are those of the pack")
    equal(forms(base)["D3"]["version"], 0, "and the form has no version of its own")
    first = printed(base)
    base.do("wording", "set", "D3", PLACE, OWN)
    after = places(base)
    equal((after[PLACE]["state"], after[PLACE]["text"]), ("changed", OWN), "it is kept")
    equal([node for node in after if after[node] != before[node]], [PLACE], "nothing else is")
    equal(forms(base)["D3"]["version"], 1, "version 1")
    text = printed(base)
    has(text, "1.5. Расчётов нет. Это знает Воронцова Галина Андреевна.", "it is printed")
    ok(BEGINS not in text, "instead of the other")
    for ending, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
        path = new_path("." + ending)
        base.do("print", "agreement", 1, "--form", "D3", "-o", path)
        with zipfile.ZipFile(path) as packed:
            has(packed.read(part).decode("utf-8"), "Расчётов", f"in {ending} too")
    folder = new_path("")
    base.do("print", "--all", "agreement", "--form", "D3", "--blanks", "-o", folder)
    files = list(folder.iterdir())
    text = subprocess.run(["pdftotext", files[0], "-"], capture_output=True, check=True).stdout
    has(text.decode("utf-8"), "Расчётов", "and in a batch")
    base.do("wording", "set", "D3", "h.1", "1. О чём это соглашение")
    equal(forms(base)["D3"]["version"], 2, "version 2")
    base.do("undo")
    equal(forms(base)["D3"]["version"], 1, "undone")
    base.do("wording", "restore", "D3", PLACE)
    equal(forms(base)["D3"]["version"], 2, "what is restored is a version, too")
    equal(printed(base), first, "and prints what it did at first")
    base.do("wording", "set", "D3", PLACE, before[PLACE]["text"])
    equal(forms(base)["D3"]["version"], 2, "the pack's own words are no change")
    equal(len(base.list("wordings")), 1, "one record for one place")


@test
def sorts_of_places():
    base = office()
    base.do("wording", "set", "D3", "ends.1@left", "город {agreement.place}")
    base.do("wording", "set", "D3", "use.parties.1/p.3", "Стороны <b>договорились</b><br/>так:")
    base.do("wording", "set", "D3", "p.2", "--leave-out")
    text = printed(base)
    has(text, "город г. Волгоград", "words in an attribute")
    has(text, "Стороны договорились так:", "a paragraph that forms share, in this form")
    ok("1.2. Менторство" not in text, "a paragraph that is left out")
    equal(places(base)["p.2"]["state"], "left-out", "the list says so")
    equal(places(base, "D27")["use.parties.1/p.3"]["state"], "original", "other forms are not")
    base.do("wording", "restore", "D3")
    equal(forms(base)["D3"]["changed"], 0, "all restored at once")
    has(printed(base), "1.2. Менторство", "it is there again")


@test
def refused():
    base = office()
    for words, part in (
            ("слово <b>ещё", "<b>"), ("{exp.nothing}", "“nothing”"),
            ("{nobody.fio}", "“nobody”"), ("{exp.full_name|strange}", "“strange”"),
            ("{exp.full_name", "closing brace"), ("<table columns='5'/>", "<table>"),
            ("а</p><p>б", "end the paragraph"),
            ("<if test='nobody'>а</if>", "“nobody”"), ("", "empty"), ("я" * 20000, "too long")):
        result = base.run("wording", "set", "D3", PLACE, words)
        code(result, INPUT, f"refused: {words[:30]}")
        has(result.err, part, "what is wrong")
        has(result.err, f"form D3, “{PLACE}”", "and where")
    code(base.run("wording", "set", "D3", "ends.1@left", "<b>а</b>"), INPUT, "no marks there")
    code(base.run("wording", "set", "D3", "title.1", "--leave-out"), INPUT, "a title stays")
    code(base.run("wording", "set", "D3", "p.999", "а"), INPUT, "no such place")
    code(base.run("wording", "list", "D999"), USAGE, "no such form")
    code(base.run("wording", "sing"), USAGE, "no such word")
    code(base.run("set", "wording", 1, "text=а"), INPUT, "there is nothing to type over")
    equal((len(base.list("wordings")), forms(base)["D3"]["version"]), (0, 0), "nothing changed")


@test
def issued():
    """An issued paper keeps its version and its PDF, whatever is worded later."""
    base = office()
    printed(base, "--issue")
    base.do("wording", "set", "D3", PLACE, OWN)
    printed(base, "--issue")
    documents = base.list("documents")
    equal([row["template_version"] for row in documents], [None, 1],
          "the wording's version stands with the paper")
    base.do("wording", "set", "D3", PLACE, "1.5. Расчёты возможны.")
    base.do("wording", "restore", "D3")
    again = base.list("documents")
    equal([(row["template_version"], row["pdf"]) for row in again],
          [(row["template_version"], row["pdf"]) for row in documents], "and stays")
    path = new_path(".pdf")
    base.do("print", "document", again[1]["id"], "-o", path)
    equal(hashlib.sha256(path.read_bytes()).hexdigest(), documents[1]["pdf"],
          "a reprint is the paper itself")
    fresh = office()
    fresh.do("wording", "set", "D3", PLACE, OWN)
    printed(fresh, "--issue")
    equal(fresh.list("documents")[-1]["template_version"], 1, "version 1 has left the house")
    record = fresh.list("wordings")[0]["id"]
    fresh.do("remove", "wording", record)
    fresh.do("wording", "set", "D3", PLACE, "1.5. Иначе.")
    equal(forms(fresh)["D3"]["version"], 2, "no version stands for two wordings")


def newer_data():
    """The data with a template in a newer version: moved, worded anew, and one thing gone."""
    data = FOLDER / "newer-wording"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("ui", "icons", "*.in"))
    for name in ("dubovka-mentoring", "volgograd-mentoring"):
        path = data / "schemes" / name / "scheme.xml"
        text = path.read_text(encoding="utf-8")
        start = text.index('version="', text.index("<scheme ")) + len('version="')
        path.write_text(text[:start] + "2031.1" + text[text.index('"', start):],
                        encoding="utf-8")
    path = data / "schemes" / "volgograd-mentoring" / "documents" / "agreement.xml"
    text = path.read_text(encoding="utf-8")
    for before, after in (
            ("<h>1. Предмет Соглашения</h>", "<h>1. Предмет Соглашения</h>\n<p>Новый абзац.</p>"),
            ("<p>1.3. На время", '<p id="group" needs="group.number">1.3. На время'),
            ("взаимных денежных расчетов. Каждая", "никаких взаимных расчетов. Каждая"),
            ("<h>6. Конфиденциальность</h>", "")):
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")
    return data


@test
def newer_pack():
    base = office()
    base.do("wording", "set", "D3", "p.4", "1.4. Программа у нас своя.")
    base.do("wording", "set", "D3", PLACE, OWN)
    base.do("wording", "set", "D3", "h.6", "6. Тайна")
    base.do("wording", "set", "D3", "p.3", "1.3. Группа № {group.number}.")
    try:
        before, cli.DATA = cli.DATA, newer_data()
        rows = places(base)
        equal((rows[PLACE]["text"], rows[PLACE]["state"]),
              ("1.4. Программа у нас своя.", "changed"), "what has moved is found by its words")
        equal((rows["p.6"]["text"], rows["p.6"]["state"]), (OWN, "outdated"),
              "a place that the pack words anew keeps our words")
        shown = base.do("wording", "show", "D3", "p.6")
        has(shown.out, "The original has changed: compare", "and that is told")
        has(shown.out, "никаких взаимных", "with the new words of the pack")
        equal((rows["h.6"]["state"], rows["lost.h.6"]["state"]), ("original", "lost"),
              "a place that is gone is told")
        equal(rows["#group"]["text"], "1.3. Группа № {group.number}.", "a place with a name now")
        result = base.run("wording", "set", "D3", "#group", "1.3. Группа.")
        code(result, INPUT, "a field that the pack needs is not taken away")
        has(result.err, "{group.number}", "and is named")
        code(base.run("wording", "set", "D3", "#group", "--leave-out"), INPUT, "nor left out")
        summary = forms(base)["D3"]
        equal((summary["changed"], summary["outdated"], summary["lost"]), (3, 1, 1), "in the list")
        text = printed(base)
        has(text, "1.5. Расчётов нет.", "ours is printed")
        ok("Тайна" not in text, "what has no place is not")
        base.do("wording", "set", "D3", "p.6", OWN)
        equal(places(base)["p.6"]["state"], "changed", "compared and kept")
        base.do("wording", "restore", "D3")
        has(printed(base), "никаких взаимных", "restored: the pack's new words")
    finally:
        cli.DATA = before


@test
def older_base():
    """A base of version 1 gets the table."""
    path = new_path()
    path.write_bytes(gzip.decompress((ROOT / "tests/data/office-v1.nastavnik.gz").read_bytes()))
    base = Base(path, "2023-02-01")
    base.do("wording", "set", "D3", PLACE, OWN)
    ok(copies(path) == ["migration"], "a copy of it is kept")
    equal(forms(base)["D3"]["version"], 1, "words are kept in it")
    code(base.run("check", "--full"), DONE, "the base is sound")


main()
