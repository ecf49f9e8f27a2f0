#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printed documents: what stands in them, numbers, freezing, files (DOMAIN 17.6)."""
import hashlib
import re
import subprocess

from cli import (DONE, FOLDER, REFUSED, STORE, USAGE, code, demo, equal, has, main, new_path, ok,
                 test)


def text_of(path):
    """The text of a PDF on one line, with the words that were broken at line ends joined."""
    raw = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    text = raw.stdout.decode("utf-8").replace("\u00a0", " ").replace("\u202f", " ")
    text = re.sub(r"(?<=[а-яё])[-\u00ad]\n(?=[а-яё])", "", text)
    return re.sub(r"\s+", " ", text)


def printed(base, *words, today=None):
    path = new_path(".pdf")
    result = base.run("print", *words, "-o", path, today=today)
    code(result, DONE, f"print {' '.join(map(str, words))}")
    ok(path.exists() and path.read_bytes().startswith(b"%PDF-"), "it is a PDF")
    return path


@test
def forms():
    lines = demo().do("print", "--list").lines
    forms = {line.split()[0]: line.split()[1] for line in lines}
    for form, kind in {"D3": "agreement", "D5": "program", "D6": "report"}.items():
        equal(forms.get(form), kind, f"print --list: {form} is printed from a {kind}")
    ok(all(len(re.split(r"  +", line)) >= 3 for line in lines),
       "print --list: code, kind and title on each line")
    only = [line.split()[0] for line in demo().do("print", "--list", "agreements").lines]
    ok("D3" in only and "D5" not in only, "print --list KIND: its forms only")


@test
def agreement():
    """D3: three parties, with the signatories in the genitive."""
    base = demo()
    text = text_of(printed(base, "agreement", 1))
    for phrase in ("в лице директора Воронцовой Галины Андреевны, действующего на основании "
                   "Устава",
                   "в лице директора Луговой Ирины Денисовны, действующего на основании Устава",
                   "в лице ректора Савельева Павла Ильича, действующего на основании Устава",
                   "управление качеством образования", "№ 1",
                   "12 (двенадцать) месяцев", "3 (трех) экземплярах",
                   "Муниципальное казенное общеобразовательное учреждение Горнобалыклейская "
                   "средняя школа Дубовского муниципального района Волгоградской области",
                   "Муниципальное казенное общеобразовательное учреждение Песковатская "
                   "средняя школа Дубовского муниципального района Волгоградской области"):
        has(text, phrase, f"D3: «{phrase[:60]}»")
    for number in ("3400000303", "3400000404", "3400000101"):
        has(text, number, f"D3: ИНН {number} of a party")
    ok(not re.search(r"[{}]|None|NULL|\(null\)|⟦", text), "D3: nothing is left unfilled")


@test
def program():
    """D5: eight rows, teams of 4 and 3 people, 3 stages, 18 rows."""
    text = text_of(printed(demo(), "program", 1))
    for phrase in ("ПРОГРАММА МЕНТОРСКОГО СОПРОВОЖДЕНИЯ", "УТВЕРЖДАЮ", "«17» декабря 2021 г.",
                   "2022 год", "Сорокина Тамара Геннадьевна, специалист ВГАПО",
                   "Гордеева Лидия Степановна", "I. Общие сведения", "II. План мероприятий",
                   "I. Организационный этап", "II. Практический этап",
                   "III. Заключительный этап"):
        has(text, phrase, f"D5: «{phrase}»")
    for name in ("Лугова Ирина", "Зимина Вера", "Крылатова Алла", "Тихонова Светлана",
                 "Воронцова Галина", "Степанцова Дарья", "Журавина Нина"):
        has(text, name, f"D5: {name} of a working group")
    rows = [int(n) for n in re.findall(r"(?<![\d.])(\d{1,2})\.(?= )", text)]
    ok(set(range(1, 19)) <= set(rows), "D5: rows 1 to 18", sorted(set(rows)))
    has(text, "8. Муниципальный куратор", "D5: eight rows of section I")


@test
def note():
    """D6: 88,9 and 11,1 percent on the day of the note."""
    text = text_of(printed(demo("2022-12-28"), "report", 1))
    for phrase in ("ИНФОРМАЦИОННАЯ СПРАВКА", "18 (восемнадцать) мероприятий",
                   "Выполнено 16, что составляет 88,9 %", "не выполнено 2, или 11,1 %",
                   "Карантин в школе", "Срок не наступил", "Цели программы достигнуты",
                   "И.Д. Лугова"):
        has(text, phrase, f"D6: «{phrase}»")
    later = text_of(printed(demo(), "report", 1, today="2023-03-01"))
    has(later, "88,9 %", "D6 printed later: as of the day of the note")
    ok("94,4" not in later, "D6 printed later: not the percent of a later day")
    forms = [line.split()[0] for line in demo().do("print", "--list").lines]
    if "D7" in forms:
        text = text_of(printed(demo(), "report", 2, "--form", "D7"))
        has(text, "94,4 %", "D7: 94,4 percent on the day of the final report")
        has(text, "5,6 %", "D7: 5,6 percent not done")
    draft = text_of(printed(demo("2022-07-01"), "program", 1, "--form", "D6"))
    # Six rows are done, and the note counts its own row 17 (R92).
    has(draft, "Выполнено 7, что составляет 38,9 %", "a note drafted on 01.07.2022: 7 of 18")
    has(draft, "не выполнено 11, или 61,1 %", "and 61,1 percent not done")


@test
def drafts():
    base = demo("2021-11-30")
    first, second = printed(base, "program", 1), printed(base, "program", 1)
    equal(first.read_bytes(), second.read_bytes(), "a draft printed twice is the same")
    equal(base.list("documents"), [], "a draft is not kept")
    result = base.run("print", "program", 1, "-o", new_path(".pdf"))
    equal(result.out, "", "a draft prints nothing on standard output")


@test
def issued():
    """Numbered, frozen and kept; a new issue supersedes the old one."""
    base = demo("2021-11-26").copy()
    path = new_path(".pdf")
    result = base.run("print", "agreement", 1, "--issue", "-o", path)
    code(result, DONE, "print --issue")
    number = int(result.out)
    document = base.show("document", number)
    for field, want in {"subject": "agreement/1", "form": "D3", "number": "1", "version": 1,
                        "date": "2021-11-26", "state": "ISSUED",
                        "scheme": "dubovka-mentoring"}.items():
        equal(document[field], want, f"the issued document: {field}")
    equal(document["pdf"], hashlib.sha256(path.read_bytes()).hexdigest(),
          "it keeps the hash of the PDF")
    ok(document["code"], "it has a printed code")
    ok(document["data"], "it keeps its data")
    again = new_path(".pdf")
    code(base.run("print", "document", number, "-o", again), DONE, "a reprint")
    equal(again.read_bytes(), path.read_bytes(), "the reprint has the same bytes")
    base.set("organisation", 4, full_name="Песковатская школа имени героя")
    base.do("print", "document", number, "-o", again)
    equal(again.read_bytes(), path.read_bytes(), "also when the school has a new name")
    code(base.run("undo", 2), REFUSED, "what is issued is not undone")
    equal(base.show("organisation", 4)["full_name"], "Песковатская школа имени героя",
          "of two actions to undo none is, when the second cannot be")
    code(base.run("print", "agreement", 1, "--issue", "-o", new_path(".pdf")), DONE, "reissue")
    states = {d["version"]: (d["state_now"], d["next"], d["number"])
              for d in base.list("documents")}
    equal(states[1][0], "SUPERSEDED", "the first version is superseded")
    newest = next(d for d in base.list("documents") if d["version"] == 2)
    equal(states[1][1], newest["id"], "and names the next one")
    equal((newest["state_now"], newest["number"]), ("ISSUED", "1"), "version 2 is issued")
    ok(newest["code"] != document["code"], "with a code of its own")
    new = new_path(".pdf")
    base.do("print", "document", newest["id"], "-o", new)
    has(text_of(new), "Песковатская школа имени героя", "the new version has the new name")
    base.do("print", "document", number, "-o", again)
    equal(again.read_bytes(), path.read_bytes(), "the superseded one prints as it was")


@test
def numbers_of_a_form():
    """What has no number of its own gets the next one of the form and year."""
    base = demo("2021-12-20").copy()
    for day, want in (("2021-12-20", "1"), ("2021-12-21", "1")):
        base.do("print", "program", 1, "--issue", "-o", new_path(".pdf"), today=day)
        newest = max(base.list("documents"), key=lambda d: d["version"])
        equal(newest["number"], want, f"D5 issued on {day}: number {want}, a version more")


@test
def files():
    """Written beside and renamed; never a half-made file."""
    base = demo("2021-11-26").copy()
    folder = FOLDER / "prints"
    folder.mkdir()
    path = folder / "agreement.pdf"
    path.write_text("что было")
    old = path.stat().st_ino
    code(base.run("print", "agreement", 1, "-o", path), DONE, "print over a file")
    ok(path.read_bytes().startswith(b"%PDF-"), "the file is replaced")
    ok(path.stat().st_ino != old, "by another file, renamed into its place")
    equal([p.name for p in folder.iterdir()], ["agreement.pdf"], "nothing is left beside it")
    before = path.read_bytes()
    code(base.run("print", "agreement", 1, "--form", "D99", "-o", path), USAGE, "unknown form")
    equal(path.read_bytes(), before, "a refused print leaves the file")
    code(base.run("print", "agreement", 1, "--issue", "-o", FOLDER / "absent" / "x.pdf"), STORE,
         "print --issue where there is no folder")
    equal(base.list("documents"), [], "nothing is issued then")
    code(base.run("print", "agreement", 1, "--issue", "-o", folder), USAGE, "-o names a folder")
    taken = folder / "taken.pdf"
    taken.mkdir()
    code(base.run("print", "agreement", 1, "--issue", "-o", taken), STORE, "-o is a folder")
    equal(base.list("documents"), [], "nothing is issued either")
    code(base.run("print", "document", 1, "--issue", "-o", path), USAGE,
         "an issued document is not issued")


main()
