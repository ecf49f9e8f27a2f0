#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printed documents: what stands in them, numbers, freezing, files (DOMAIN 17.6)."""
import hashlib
import re
import subprocess

from cli import (DONE, FOLDER, INPUT, REFUSED, STORE, USAGE, code, demo, equal, has, main, new_path,
                 ok, test)
from papers import extended, replaced


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
    every = {"D1": "territory", "D2": "office", "D3a": "agreement", "D4a": "order", "D4b": "order",
             "D4e": "basis", "D8": "group", "D8a": "group", "D9": "territory", "D11": "group",
             "D12": "course", "D27": "agreement"}
    equal({form: forms.get(form) for form in every}, every, "print --list: the set of 17.6")


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


def pages_of(path):
    """Text of each page as it is laid out, and whether the page is across."""
    info = subprocess.run(["pdfinfo", "-l", "99", str(path)], capture_output=True, check=True)
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info.stdout.decode())
    return [float(width) > float(height) for width, height in sizes]


def table_rows(text, last, dot=True):
    """Whether the numbers of rows run from 1 to the last one."""
    found = {int(n) for n in re.findall(r"(?<![\d.№])(?<!№ )(\d{1,2})" + (r"\." if dot else "") +
                                        r"(?= )", text)}
    return set(range(1, last + 1)) <= found and last + 1 not in found


EXPERIENCED = "Горнобалыклейская средняя школа Дубовского муниципального района"
DEVELOPING = "Песковатская средняя школа Дубовского муниципального района"
PEOPLE = {"experienced": ("Воронцова Галина", "Степанцова Дарья", "Журавина Нина"),
          "developing": ("Лугова Ирина", "Зимина Вера", "Крылатова Алла", "Тихонова Светлана")}


@test
def registry_form():
    """D1 of 29.10.2021: two rows, 1. and 2.; across."""
    path = printed(demo("2021-10-29"), "territory", 1, "--form", "D1")
    text = text_of(path)
    for phrase in ("Приложение № 2 к приказу отдела по образованию от 29.10.2021 № 387",
                   "Информация об участниках менторской группы (опытной и развивающейся",
                   "Дубовский муниципальный район", "Воронцова Галина Андреевна",
                   "Лугова Ирина Денисовна", "gornobalykley@example.org",
                   "peskovatka@example.org", "– управление качеством образования.",
                   "об участниках 2 (двух) менторских групп",
                   "об участниках 1 (одной) менторской группы", "А.П. Мельников"):
        has(text, phrase, f"D1: «{phrase[:60]}»")
    ok(table_rows(text, 2), "D1: rows 1. and 2. and no more", text)
    equal(pages_of(path), [True], "D1: one page across")


@test
def registers():
    """D2: a row in each list; D9: one row; both across."""
    path = printed(demo("2022-07-01"), "office", 1, "--form", "D2")
    text = text_of(path)
    first, second = text.split("2. Развивающиеся управленческие команды")
    has(first, "Воронцова", "D2: the experienced team in the first list")
    has(second, "Лугова", "D2: the developing team in the second list")
    ok(table_rows(first.split("1. Опытные")[1], 1) and table_rows(second, 1),
       "D2: each list has one row", text)
    has(text, "по состоянию на 01.07.2022", "D2: the day")
    ok("900" not in text, "D2: no phones of people (R85)")
    equal(pages_of(path), [True], "D2: across")
    path = printed(demo("2022-07-01"), "territory", 1, "--form", "D9")
    text = text_of(path)
    ok(table_rows(text, 1), "D9: one row", text)
    for phrase in ("33,3 %", "30.01.2023", "19.11.2021", "17.12.2021", "20.12.2021",
                   "Л.С. Гордеева"):
        has(text, phrase, f"D9: «{phrase}»")
    equal(pages_of(path), [True], "D9: across")


@test
def signing():
    """D3: the tracking sheet, 3 of 3."""
    text = text_of(printed(demo("2021-11-26"), "agreement", 1, "--form", "D3a"))
    for phrase in ("ЛИСТ УЧЕТА ПОДПИСАНИЯ СОГЛАШЕНИЯ", "Подписано 3 из 3", "22.11.2021",
                   "23.11.2021", "24.11.2021", "Направлено 19.11.2021", "Возвращено 26.11.2021",
                   "Т.Г. Сорокина"):
        has(text, phrase, f"D3a: «{phrase}»")
    early = text_of(printed(demo("2021-11-23"), "agreement", 1, "--form", "D3a"))
    has(early, "Подписано 2 из 3", "D3a: two of three on 23.11.2021")


@test
def order():
    """D4a: the group, its coordinator, the days of the region, the appendix."""
    path = printed(demo("2021-11-10"), "order", 2)
    text = text_of(path)
    for phrase in ("ПРИКАЗ", "10 ноября 2021 г.", "№ 1-М", "ПРИКАЗЫВАЮ:",
                   "с 1 января 2022 г. по 31 декабря 2022 г. 1 (одну) менторскую группу",
                   "Сорокину Тамару Геннадьевну, специалиста ВГАПО", "Координатору (Сорокиной Т.Г.)",
                   "в срок до 26 ноября 2021 г.", "в срок до 20 декабря 2021 г.",
                   "в течение 30 (тридцати) дней", "оставляю за собой", "П.И. Савельев",
                   "С приказом ознакомлены", "Сорокина Т.Г.",
                   "Приложение № 1 к приказу ГАУ ДПО «ВГАПО» от 10.11.2021 № 1-М",
                   "Состав менторских групп"):
        has(text, phrase, f"D4a: «{phrase}»")
    has(text.split("Состав менторских групп")[1], "Лугова Ирина Денисовна",
        "D4a: the appendix names the leaders")
    ok(not any(pages_of(path)), "D4a: upright")
    later = text_of(printed(demo(), "order", 2, today="2023-03-01"))
    equal(later, text, "D4a says the same whenever it is printed")


@test
def replacement():
    """D4b, D4e: who leaves, who enters, the period stays."""
    base = replaced()
    order = max(o["id"] for o in base.list("orders"))
    text = text_of(printed(base, "order", order))
    for phrase in ("О замене участника менторской группы № 1",
                   "мотивированной письменной просьбой развивающейся управленческой команды",
                   "утвержденной приказом от 10.11.2021 № 1-М, развивающуюся",
                   "управленческую команду организации: Давыдовская средняя школа, руководитель "
                   "команды – Петрова Анна Сергеевна, директор",
                   "оставить без изменения: по 31 декабря 2022 г.",
                   "Координатору Сорокиной Тамаре Геннадьевне",
                   "подписание нового соглашения",
                   "Основание: служебная записка координатора Сорокиной Тамары Геннадьевны от "
                   "01.06.2022"):
        has(text, phrase, f"D4b: «{phrase[:60]}»")
    has(text.split("2. Включить")[0], DEVELOPING, "D4b: who leaves")
    memo = base.list("bases")[0]["id"]
    text = text_of(printed(base, "basis", memo))
    for phrase in ("Ректору ГАУ ДПО «ВГАПО» П.И. Савельеву", "СЛУЖЕБНАЯ ЗАПИСКА",
                   "Школа просит освободить ее", "Т.Г. Сорокина"):
        has(text, phrase, f"D4e: «{phrase}»")
    code(base.run("print", "order", order, "--form", "D4a", "-o", new_path(".pdf")), USAGE,
         "D4a is not for an order on replacement")


@test
def supplement():
    """D27: an extension; the agreement's own form is not for it."""
    base = extended()
    number = max(a["id"] for a in base.list("agreements"))
    text = text_of(printed(base, "agreement", number))
    for phrase in ("ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ",
                   "к Соглашению о менторстве от 19 ноября 2021 г. № 1",
                   "Продлить срок менторства, установленный пунктом 8.1",
                   "на 6 (шесть) месяцев, по 30 июня 2023 г. включительно",
                   "Остальные условия Соглашения остаются без изменений",
                   "3 (трех) экземплярах", "Г.А. Воронцова", "И.Д. Лугова", "П.И. Савельев"):
        has(text, phrase, f"D27: «{phrase}»")
    for inn in ("3400000303", "3400000404", "3400000101"):
        has(text, inn, f"D27: ИНН {inn} of a party (C14)")
    for form, record in (("D3", number), ("D27", 1)):
        code(base.run("print", "agreement", record, "--form", form, "-o", new_path(".pdf")), USAGE,
             f"{form} is not for this agreement")


@test
def working_groups():
    """D8 with contacts, D8a without any (C28)."""
    base = demo("2022-07-01")
    text = text_of(printed(base, "group", 1, "--form", "D8"))
    public = text_of(printed(base, "group", 1, "--form", "D8a"))
    for form, said in (("D8", text), ("D8a", public)):
        first, second = said.split("2. Развивающаяся управленческая команда")
        has(first, "1. Опытная управленческая команда", f"{form}: the first block")
        for name in PEOPLE["experienced"]:
            has(first, name, f"{form}: {name} in the first block")
        for name in PEOPLE["developing"]:
            has(second, name, f"{form}: {name} in the second block")
    for phone in range(4, 11):
        has(text, f"8 (900) 000‑00‑{phone:02}".replace("‑", "-"), f"D8: phone {phone}")
    ok(not re.search(r"\(\d{3,5}\)|@", public), "D8a: neither phones nor addresses")


@test
def lists():
    """D11: what is planned; D12: seven names, six trained."""
    base = demo("2022-07-01")
    path = printed(base, "group", 1, "--form", "D11")
    text = text_of(path)
    for phrase in ("«Внутренняя система оценки качества образования»", "24.03.2022",
                   "«Контроль подготовки к ВПР и ГИА»", "17.11.2022", "Семинар", "Мастер-класс",
                   "Г.А. Воронцова", "И.Д. Лугова"):
        has(text, phrase, f"D11: «{phrase}»")
    equal(pages_of(path), [True], "D11: across")
    path = printed(base, "course", 1)
    text = text_of(path)
    for name in PEOPLE["experienced"] + PEOPLE["developing"]:
        has(text, name, f"D12: {name}")
    equal(len(re.findall(r"(?<!не )обучена", text)), 6, "D12: six trained")
    equal(text.count("не обучена"), 1, "D12: one not")
    has(text, "Обучено 6 из 7, 85,7 %", "D12: the foot")
    ok(all(pages_of(path)), "D12: across")


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


def pages_in(path):
    answer = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout.decode()
    return int(re.search(r"^Pages: +(\d+)", answer, re.M)[1])


@test
def all_of_a_kind():
    """print --all: each its own file or one for all; what has gaps is named, the rest is done."""
    base = demo("2022-12-30").copy()
    folder = new_path("")
    written = base.do("print", "--all", "members", "--form", "D30", "-o", folder).lines
    equal(len(written), 7, "a certificate for each of the seven members")
    equal(len(set(written)), 7, "no name twice")
    ok(all(pages_in(path) == 1 for path in written), "each is one page")
    again = base.do("print", "--all", "members", "--form", "D30", "-o", folder).lines
    ok(not set(again) & set(written), "what is there is not overwritten")
    one = new_path(".pdf")
    equal(base.do("print", "--all", "members", "--form", "D30", "--one-file", "-o", one).lines,
          [str(one)], "one file is named")
    equal(pages_in(one), 7, "seven pages in it")
    names = [text_of(path) for path in written]
    whole = text_of(one)
    places = [whole.find(re.search(r"подтверждает, что ([А-ЯЁ]\w+ \w+ \w+)", name)[1])
              for name in names]
    ok(-1 not in places and places == sorted(places), "in the order of the list", places)
    odt = base.do("print", "--all", "members", "--form", "D30", "--format", "odt", "-o",
                  new_path("")).lines
    ok(len(odt) == 7 and all(path.endswith(".odt") for path in odt), "in Writer's format too")


@test
def all_with_gaps():
    base = demo("2022-12-30").copy()
    people = base.list("people")
    someone = next(person["id"] for person in people if "Воронцова" in person["last"])
    base.do("set", "person", someone, "organisation=")
    folder = new_path("")
    result = base.run("print", "--all", "people", "--form", "D29", "-o", folder)
    equal(result.code, INPUT, "one has a gap")
    equal(len(result.lines), len(people) - 1, "all others are printed")
    has(result.err, "not filled in: Воронцова Галина Андреевна: Organisation",
        "whose and which is told")
    blank = base.do("print", "--all", "people", "--form", "D29", "--blanks", "-o", new_path(""))
    equal(len(blank.lines), len(people), "with --blanks all are printed")
    code(base.run("print", "--all", "members", "-o", folder, "--issue"), USAGE, "drafts only")
    code(base.run("print", "--all", "members", "-o", folder, "--one-file", "--format", "docx"),
         USAGE, "one file is a PDF")
    code(base.run("print", "member", 1, "-o", new_path(".pdf"), "--one-file"), USAGE,
         "--one-file without --all")
    code(base.run("print", "--all", "members", "-o", "/proc/nothing"), STORE, "no such folder")


main()
