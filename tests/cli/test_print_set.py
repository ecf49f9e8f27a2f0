#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole print set of the worked example, entry by entry (DOMAIN 17.6), and what it leaves
out: petitions, supplements of each kind, answers to the monitoring, visas (DOCUMENTS 1а, 4а, 14а.8).
"""
import os
import re
import shutil
import subprocess

import cli
from cli import DONE, FOLDER, Base, code, demo, equal, has, main, new_path, ok, test
from papers import replaced

GROUP = ("Воронцова Галина Андреевна", "Степанцова Дарья Игоревна", "Журавина Нина Романовна",
         "Лугова Ирина Денисовна", "Зимина Вера Олеговна", "Крылатова Алла Юрьевна",
         "Тихонова Светлана Борисовна")


def printed(base, kind, record, form, today=None, layout=False):
    """The text of a paper: its words in order, or with @layout its lines."""
    path = new_path(".pdf")
    code(base.run("print", kind, record, "--form", form, "-o", path, today=today), DONE,
         f"print {kind} {record} --form {form}")
    words = ["pdftotext"] + (["-layout"] if layout else []) + [str(path), "-"]
    raw = subprocess.run(words, capture_output=True, check=True).stdout.decode("utf-8")
    raw = raw.replace("\u00a0", " ")
    if layout:
        return raw
    return re.sub(r"\s+", " ", re.sub(r"(?<=[а-яё])[-\u00ad]\n(?=[а-яё])", "", raw))


def numbered(text):
    """The rows of a table, by the number that begins each."""
    return [int(n) for n in re.findall(r"(?m)^ {0,4}(\d{1,2})\. ", text)]


@test
def whole_set():
    """Each entry of 17.6, with its figures."""
    base = demo("2021-10-29")
    equal(numbered(printed(base, "territory", 1, "D1", layout=True)), [1, 2], "D1: two rows, 1., 2.")
    base = demo()
    equal(numbered(printed(base, "office", 1, "D2", layout=True)), [1, 1, 2, 1],
          "D2: two lists, one row in each")
    text = printed(base, "order", 2, "D4a")
    has(text, "1 (одну) менторскую группу и утвердить ее состав", "D4a: one group")
    text = printed(base, "agreement", 1, "D3")
    for side in ("с первой стороны", "со второй стороны", "с третьей стороны"):
        equal(text.count(side), 1, f"D3: a party {side}")
    has(printed(base, "agreement", 1, "D3a"), "Подписано 3 из 3", "D3: the tracking sheet")
    equal(numbered(printed(base, "territory", 1, "D9", layout=True)), [1], "D9: one row")
    text = printed(base, "report", 1, "D6")
    has(text, "Выполнено 16, что составляет 88,9 %; не выполнено 2, или 11,1 %", "D6: 88,9 / 11,1")
    text = printed(base, "report", 2, "D7")
    has(text, "Выполнено 17, или 94,4 %; не выполнено 1, или 5,6 %", "D7: 94,4 / 5,6")
    has(text, "Рекомендуем: завершить менторство.", "D7: what is recommended")
    text = printed(base, "group", 1, "D8")
    equal([name for name in GROUP if name in text], list(GROUP), "D8: seven people")
    equal(numbered(printed(base, "group", 1, "D11", layout=True)), [1, 2], "D11: two items")
    text = printed(base, "course", 1, "D12")
    equal([text.count(name) for name in GROUP], [1] * 7, "D12: seven names")
    has(text, "Обучено 6 из 7, 85,7 %", "D12: six trained")
    text = printed(base, "office", 1, "D10", today="2021-12-31", layout=True)
    ok(re.search(r"Дубовский +Школа +нет +2 +2 +–", text),
       "D10: the district has two organisations in 2021", text)


@test
def program():
    """D5: eight rows, inner tables of four and three, three stages, eighteen rows."""
    text = printed(demo(), "program", 1, "D5", layout=True)
    first, second = text.split("II. План мероприятий")
    equal([n for n in numbered(first) if n < 9], list(range(1, 9)), "D5: eight rows")
    five, six = re.split(r"(?m)^ {0,4}6\. ", first.split("Состав рабочей группы", 1)[1])
    for inner, number, side in ((five, 4, "developing"), (six, 3, "experienced")):
        rows = re.findall(r"8 \(900\) 000.00.\d\d", inner.split("тел.")[0])
        equal(len(rows), number, f"D5: {number} people of the {side} team", inner)
    equal(len(re.findall(r"(?m)^ *I{1,3}\. [А-Я][а-я]+ этап \(", second)), 3, "D5: three stages")
    equal(numbered(second), list(range(1, 19)), "D5: eighteen rows")


@test
def percents():
    """C25: one decimal and a comma, in every report."""
    base = demo()
    for kind, record, form in (("report", 1, "D6"), ("report", 2, "D7"), ("office", 1, "D10"),
                               ("course", 1, "D12"), ("territory", 1, "D9")):
        text = printed(base, kind, record, form)
        found = re.findall(r"\d[\d,]*(?= ?%)", text)
        ok(found and all(re.fullmatch(r"\d{1,3},\d", share) for share in found),
           f"{form}: shares have one decimal", found)


@test
def no_data():
    """D10: what nobody has entered is said to be missing, and hinders nothing."""
    path = new_path(".pdf")
    result = demo().run("print", "office", 1, "--form", "D10", "-o", path)
    ok("Доля" not in result.err, "D10: indicators that nobody entered are no gaps", result.err)
    text = printed(demo(), "office", 1, "D10")
    ok(text.count("нет данных") > 8, "D10: and the paper says so")


@test
def monitoring():
    """D25, D25a: answers, and their sum."""
    base = demo().copy()
    base.set("territory", 1, **{"x-M1-MEASURES": 1, "x-M1-TERMS": 0, "x-M2-PEOPLE": 1,
                                "has_concept": 1})
    text = printed(base, "territory", 1, "D25", layout=True)
    ok(re.search(r" да +нет$", text, re.M), "D25: yes and no stand in their columns", text)
    text = printed(base, "office", 1, "D25a", layout=True)
    row = next(line for line in text.splitlines() if re.match(r" *1\. ", line))
    equal(row.split()[-5:], ["+", "–", "+", "+", "3"], "D25a: three times yes", row)
    equal(text.count("Муниципалитет"), 1, "D25a: a heading over two rows stands once")


def own_pack(name, **limits):
    """The demonstration by a regulation with other limits."""
    folder = FOLDER / name
    shutil.copytree(cli.DATA, folder)
    path = folder / "schemes" / "dubovka-mentoring" / "scheme.xml"
    text = path.read_text()
    for key, value in limits.items():
        text = re.sub(rf'<limit key="{key}" value="[^"]*"/>', "", text)
        text = text.replace("<limits>", f'<limits>\n    <limit key="{key}" value="{value}"/>', 1)
    path.write_text(text)
    base = Base(new_path(), "2023-01-10")
    os.environ["NASTAVNIK_DATADIR"], cli.DATA, usual = str(folder), folder, cli.DATA
    try:
        base.do("init", "--demo", "dubovka")
    finally:
        os.environ["NASTAVNIK_DATADIR"], cli.DATA = str(usual), usual
    return base


@test
def bases():
    """D4e: the memo, the motivated request and the petition are worded for who writes them."""
    base = replaced()
    words = {"MEMO": ("СЛУЖЕБНАЯ ЗАПИСКА", "прошу рассмотреть вопрос о замене участника", 2),
             "REQUEST": ("МОТИВИРОВАННАЯ ПРОСЬБА", "прошу заменить участника", 8),
             "CURATOR_PETITION": ("ХОДАТАЙСТВО", "ходатайствую о замене участника", 4)}
    for kind, (title, request, author) in words.items():
        record = base.add("basis", kind=kind, date="2022-06-01", group=1, author=author,
                          text="Школа закрывается на ремонт")
        text = printed(base, "basis", record, "D4e")
        for phrase in (title, request, "по 31 декабря 2022 г.", "Школа закрывается на ремонт."):
            has(text, phrase, f"D4e {kind}: «{phrase}»")
    ok("Заместитель начальника отдела по образованию Л.С. Гордеева" in text,
       "D4e: who works in a department is not told its name twice", text)


@test
def visas():
    """An order has its visas on a page of their own, to be printed on its back, when they are
    wanted; numbers of pages go on as without them."""
    plain = printed(demo(), "order", 2, "D4a")
    ok("СОГЛАСОВАНО" not in plain, "no visas unless they are wanted")
    base = own_pack("visas", **{"order.visas": 2})
    pages = printed(base, "order", 2, "D4a", layout=True).split("\f")
    equal(len(pages), 5, "D4a: one page more than three")
    ok("Состав менторских групп" in pages[2] and re.match(r"\s*3\s", pages[2]),
       "D4a: the appendix is page 3 as before", pages[2])
    equal(pages[3].count("(подпись)"), 2, "D4a: two visas")
    ok(not re.match(r"\s*4\s", pages[3]), "D4a: their page has no number")


@test
def gaps():
    """What is missing is told in words, also what is derived from other records."""
    base = cli.empty("2022-01-10")
    base.add("group", number=1)
    result = base.run("print", "group", 1, "--form", "D8", "-o", new_path(".pdf"))
    has(result.err, "Not filled in: № 1: Experienced team", "no team: it is named")
    ok("experienced-teams" not in result.err, "not by the name of a template's field", result.err)
    order = base.add("order", kind="ASSIGNMENT")
    result = base.run("print", "order", order, "-o", new_path(".pdf"))
    for label in ("Coordinator", "Day by which agreements are made", "Mentoring groups"):
        has(result.err, f": {label}\n", f"D4a: the missing field is called {label}")


@test
def typed_texts():
    """16.4, items 1 and 6: typed texts are not mended, what looks wrong in them is told."""
    base = demo().copy()
    ok("spaces" not in base.run("print", "report", 2, "-o", new_path(".pdf")).err,
       "nothing is told of texts in order")
    memo = base.add("basis", kind="MEMO", date="2022-06-01", group=1, author=2,
                    text="Школа  закрывается , «на ремонт")
    said = base.run("print", "basis", memo, "-o", new_path(".pdf")).err
    for words in ("Two spaces together", "A space before a comma", "mark without its pair"):
        has(said, words, f"told: {words}")
    ok("Two spaces" not in base.run("print", "program", 1, "-o", new_path(".pdf")).err,
       "rows of the regulation stand as they are")


main()
