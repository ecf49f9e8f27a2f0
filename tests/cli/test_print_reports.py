#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports, consents, certificates and the calendar as they are printed (DOMAIN 17.6; DOCUMENTS
7, 11, 12, 14, 14а.8, 14а.9; C1, C24, C25, C27)."""
import re
import subprocess

from cli import code, demo, equal, has, main, new_path, ok, test, DONE

SCHOOL = ("Муниципальное бюджетное общеобразовательное учреждение „Средняя общеобразовательная "
          "школа № 12 имени П.П. Заречного“ Верхнезареченского района Приречной области")
UPRIGHT, ACROSS = "595 x 842", "842 x 595"


def printed(base, kind, record, form, today=None):
    """The PDF, its text on one line, and the sizes of its pages."""
    path = new_path(".pdf")
    code(base.run("print", kind, record, "--form", form, "-o", path, today=today), DONE,
         f"print {kind} {record} --form {form}")
    raw = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    text = raw.decode("utf-8").replace("\u00a0", " ")
    text = re.sub(r"(?<=[а-яё])[-\u00ad]\n(?=[а-яё])", "", text)
    info = subprocess.run(["pdfinfo", "-l", "-1", str(path)], capture_output=True, check=True)
    sizes = [f"{float(w):.0f} x {float(h):.0f}"
             for w, h in re.findall(r"size: +([\d.]+) x ([\d.]+)", info.stdout.decode())]
    text = re.sub(r"\s+", " ", text)
    ok(not re.search(r"[{}⟦⟧]|None|null|, ,|\(\)", text), f"{form}: nothing is left unfilled")
    return path, text, sizes


def images(path):
    out = subprocess.run(["pdfimages", "-list", str(path)], capture_output=True, check=True)
    return out.stdout.decode().splitlines()[2:]


@test
def final_report():
    """D7: 94,4 and 5,6 percent; the totals are the sums of the stages (C25)."""
    _, text, sizes = printed(demo(), "report", 2, "D7", today="2023-03-01")
    for phrase in ("ИТОГОВЫЙ ОТЧЕТ", "(менторская группа № 1)", "Специалисту ВГАПО",
                   "Т.Г. Сорокиной", "Выполнено 17, или 94,4 %; не выполнено 1, или 5,6 %",
                   "мероприятие 10 (карантин в школе)", "Изменений и замен не было.",
                   "Программа выполнена частично.", "Г.А. Воронцова", "И.Д. Лугова",
                   "«10» января 2023 г."):
        has(text, phrase, f"D7: «{phrase}»")
    rows = re.findall(r"(?:этап|Итого) (\d+) (\d+) (\d+) (\d+,\d %)", text)
    numbers = [[int(n) for n in row[:3]] for row in rows]
    equal(len(rows), 4, "D7: three stages and their sum", text)
    equal([sum(column) for column in zip(*numbers[:3])], numbers[3], "D7: the sums are right")
    equal(rows[3][3], "94,4 %", "D7: the share of the sum")
    equal(set(sizes), {UPRIGHT}, "D7: all pages are upright")


@test
def coverage():
    """D10: two organisations in 2021, the plan as typed, the note, charts as vectors."""
    path, text, sizes = printed(demo(), "office", 1, "D10", today="2021-12-31")
    for phrase in ("за 2021 год", "2021 10 70 70 2 2 2,9 % 2,9 %", "2022 20 140 210",
                   "2024 20 140 460*", "Сумма годовых планов – 490", "Дубовский муниципальный",
                   "Рисунок 1 – Охват организаций", "Рисунок 2 – Менторские группы",
                   "О подсчете.", "П.И. Савельев"):
        has(text, phrase, f"D10: «{phrase}»")
    equal(text.count("Сумма годовых планов"), 1, "D10: a note only where the plan does not add up")
    equal(sizes.count(ACROSS), 1, "D10: one page across", sizes)
    equal(sizes[-1], ACROSS, "D10: the last one")
    equal(images(path), [], "D10: no chart is a raster")
    _, later, _ = printed(demo(), "office", 1, "D10", today="2022-10-05")
    has(later, "2022 20 140 210 0 2 0,0 % 1,0 %", "D10: an organisation counts once, in its year")
    has(later, "IV кв. 2022", "D10: a chart of quarters")


@test
def monitoring():
    base = demo().copy()
    _, text, sizes = printed(base, "territory", 1, "D25")
    has(text, "Наличие системы назначения руководителей", "D25: the measures")
    equal(sizes, [UPRIGHT], "D25: one page")
    base.set("territory", 1, has_concept="1")
    ok(re.search(r"\bда\b", printed(base, "territory", 1, "D25")[1]), "D25: the document is there")
    _, text, sizes = printed(base, "office", 1, "D25a")
    has(text, "M6 – принятие мер", "D25a: six measures")
    equal(sizes, [ACROSS], "D25a: a page across")


@test
def calendar():
    """D26: overdue rows first, then by day; an empty one says so."""
    _, text, _ = printed(demo(), "office", 1, "D26", today="2022-07-01")
    has(text, "просрочено на 198 дней", "D26: overdue, with the days")
    ok(text.index("15.12.2021") < text.index("31.12.2021"), "D26: by day")
    _, text, _ = printed(demo(), "person", 5, "D26", today="2022-12-05")
    for phrase in ("Воронцова Галина Андреевна", "осталось 26 дней", "менторская группа № 1"):
        has(text, phrase, f"D26 of a person: «{phrase}»")
    _, text, _ = printed(demo(), "person", 5, "D26", today="2024-12-05")
    has(text, "Сведений нет", "D26: nothing to remind of")


@test
def consents():
    """C27: one page of its own, six points, nothing that the program would have to know."""
    base = demo().copy()
    for long in (False, True):
        if long:
            equal(len(SCHOOL), 160, "the long name has 160 letters")
            for organisation in range(1, 5):
                base.set("organisation", organisation, full_name=SCHOOL, name_dat="")
        for form in ("D29", "D29b", "D29c"):
            _, text, sizes = printed(base, "person", 5, form)
            equal(sizes, [UPRIGHT], f"{form}: one page")
            for number in range(1, 7):
                has(text, f" {number}. ", f"{form}: point {number}")
            has(text, "зарегистрированная по адресу", f"{form}: agrees with the sex")
            ok("распространение" not in text, f"{form}: no text of the other consent")
            if long:
                has(text.replace("«", "„").replace("»", "“"), SCHOOL, f"{form}: the whole name")
        _, text, sizes = printed(base, "person", 5, "D29a")
        equal(sizes, [UPRIGHT], "D29a: one page")
        has(text, "Разрешаю к распространению (да/нет)", "D29a: the table")
        ok("обработка смешанная" not in text, "D29a: no text of the other consent")
    fields = base.show("person", 5)
    ok(not any("passport" in field or "doc_" in field for field in fields),
       "no field of a passport is kept", sorted(fields))


@test
def certificates():
    _, text, sizes = printed(demo(), "member", 1, "D30")
    for phrase in ("СЕРТИФИКАТ", "Воронцова Галина Андреевна", "приняла участие",
                   "в качестве члена опытной управленческой команды",
                   "с 1 января 2022 г. по 31 декабря 2022 г.", "М.П.", "г. Волгоград"):
        has(text, phrase, f"D30: «{phrase}»")
    equal(sizes, [ACROSS], "D30: one page across")
    has(printed(demo(), "group", 1, "D30")[1], "координатора менторской группы № 1",
        "D30 of a group: its coordinator")
    _, text, sizes = printed(demo(), "member", 1, "D30a")
    for phrase in ("Воронцовой Галине Андреевне", "Уважаемая Галина Андреевна!",
                   "за щедро переданный опыт", "«управление качеством образования»",
                   "выполнена на 94,4 %"):
        has(text, phrase, f"D30a: «{phrase}»")
    equal(sizes, [UPRIGHT], "D30a: one page")
    _, early, _ = printed(demo("2022-07-01"), "member", 1, "D30a")
    ok("выполнена на" not in early, "D30a: less than half done is not told")


main()
