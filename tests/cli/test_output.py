#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole outputs, letter for letter: what a person sees in the terminal."""
from cli import DONE, demo, empty, equal, main, run, test

FINDINGS = """\
R22 [warning] № 1
  Программа утверждена 17.12.2021, её 12 месяцев истекают 16.12.2022, а период заканчивается \
31.12.2022 – на 15 дн. позже.
  → Закончите программу до 16.12.2022 или оформите продление.
  Алгоритм, п. 5

R31a [warning] Организационный этап
  Этап «Организационный этап» (ноябрь 2021 г.) выходит за период программы \
(январь – декабрь 2022 г.).
  → Уточните срок этапа. Организационный этап может пройти до начала периода.
  Программа, раздел II

R31a [warning] Практический этап
  Этап «Практический этап» (декабрь 2021 г. – ноябрь 2022 г.) выходит за период программы \
(январь – декабрь 2022 г.).
  → Уточните срок этапа. Организационный этап может пройти до начала периода.
  Программа, раздел II

R31 [warning] Заключение 3-х стороннего соглашения
  Мероприятие 1: срок «Октябрь-ноябрь 2021 г.» выходит за пределы этапа «Организационный этап» \
(ноябрь 2021 г.).
  → Уточните срок или перенесите мероприятие в другой этап.
  Программа, раздел II

R31 [warning] Практикум-семинар «Актуализация локальной документации»
  Мероприятие 8: срок «Декабрь 2022 г.» выходит за пределы этапа «Практический этап» \
(декабрь 2021 г. – ноябрь 2022 г.).
  → Уточните срок или перенесите мероприятие в другой этап.
  Программа, раздел II

R31 [warning] Лаборатория управленческого мастерства
  Мероприятие 9: срок «Декабрь 2021 г., апрель, сентябрь, декабрь 2022 г.» выходит за пределы \
этапа «Практический этап» (декабрь 2021 г. – ноябрь 2022 г.).
  → Уточните срок или перенесите мероприятие в другой этап.
  Программа, раздел II
"""

SIGNATURE = """\
Signature 1: МКОУ Горнобалыклейская СШ
  Agreement (agreement): № 1
  Party (party): Опытная организация
  Organisation (organisation): МКОУ Горнобалыклейская СШ
  Signatory (person): Воронцова Галина Андреевна
  Signed on (signed_on): 22.11.2021
  Way (way): На бумаге
"""

TRAININGS = """\
id  Training                     Completed on
1   Воронцова Галина Андреевна   15.12.2021
2   Степанцова Дарья Игоревна    15.12.2021
3   Журавина Нина Романовна      15.12.2021
4   Лугова Ирина Денисовна       15.12.2021
5   Зимина Вера Олеговна         15.12.2021
6   Крылатова Алла Юрьевна       15.12.2021
7   Тихонова Светлана Борисовна
"""

HELP = """\
Usage: nastavnik-cli init [--scheme ID]… [--role CODE] [--name TEXT] [--demo NAME [--until DATE]]

makes a new base; an existing one is not overwritten

Example: nastavnik-cli --base office.nastavnik init --role MUNICIPAL_CURATOR

Exit codes: 0 done; 1 refused by a rule; 2 wrong usage; 3 the input is unreadable or invalid, \
nothing was changed; 4 the base or a file could not be read or written.
"""

PERSON = """\
[
  {
    "id": 1,
    "uuid": "UUID",
    "title": "Ёлкина Анна",
    "last": "Ёлкина",
    "first": "Анна",
    "middle": null,
    "sex": "f",
    "post": "учитель \\"начальных\\" классов",
    "organisation": null,
    "phone": null,
    "mobile": null,
    "email": null,
    "birth_date": "1980-03-05",
    "platform_email": null,
    "platform_registered_on": null,
    "platform_joined_on": null,
    "head_since": null,
    "reserve_since": null,
    "fio_gen": null,
    "fio_dat": null,
    "fio_acc": null,
    "fio_ins": null,
    "fio_pre": null,
    "post_gen": null,
    "post_dat": null,
    "post_acc": null,
    "post_ins": null,
    "post_pre": null,
    "cases_typed_on": null,
    "note": "строка\\nдругая"
  }
]
"""


def stripped(text):
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


@test
def findings():
    result = demo("2021-12-20").do("rules", "program", 1)
    equal(result.out.replace("\u00a0", " "), FINDINGS, "rules program 1")
    equal(result.err, "", "and nothing on standard error")


@test
def record():
    equal(demo("2021-12-20").do("show", "signature", 1).out, SIGNATURE, "show signature 1")


@test
def table_of_what_belongs():
    out = stripped(demo("2021-12-20").do("show", "course", 1).out)
    equal(out.split("\n\n", 1)[1], demo_trainings(), "show course 1: its people")


def demo_trainings():
    """The course is the same for all, but it is not the title, so it has a column."""
    head, *rows = TRAININGS.splitlines()
    course = "Эффективность управления качеством образова…"
    lines = [f"{head[:33]}{'Course':<44}  {head[33:]}"]
    lines += [f"{row[:33]:<33}{course}  {row[33:]}" for row in rows]
    return stripped("\n".join(lines))


@test
def help_of_a_command():
    equal(run("init", "--help").out, HELP, "init --help")


@test
def json_of_a_person():
    base = empty("2022-03-01")
    result = base.run("add", "person", "last=Ёлкина", "first=Анна", "sex=f",
                      "post=учитель \"начальных\" классов", "birth_date=05.03.1980",
                      "note=строка\nдругая")
    equal((result.code, result.out), (DONE, "1\n"), "add person")
    uuid = base.show("person", 1)["uuid"]
    equal(base.do("list", "people", "--json").out, PERSON.replace("UUID", uuid),
          "list people --json")


@test
def steps():
    out = demo("2021-12-20").do("do", "--list", "agreement", 1).lines
    equal(out[0], "+ agreement  end-agreement: Завершить соглашение", "the possible step first")
    equal(out[1], "– agreement  send-agreement: Направить организациям", "then the others")
    equal(out[2:4], ["    asks: number? date?", "    guards: R16 R96"], "with what they ask")


main()
