#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases of names and posts: derived, corrected, remembered, shown (DOCUMENTS 15.5, 15.6)."""
from cli import DONE, USAGE, code, demo, empty, equal, has, main, new_path, ok, run, test

CASES = ("gen", "dat", "acc", "ins", "pre")


def forms(base, person):
    """The forms of a person by the field that a correction goes to."""
    return {form["field"]: form for form in base.do("decline", "person", person, "--json").json}


@test
def names():
    found = run("decline", "Соловей Иван Кузьмич", "Шевчук Ольга Петровна", "--json").json
    equal([found[0][case] for case in CASES],
          ["Соловья Ивана Кузьмича", "Соловью Ивану Кузьмичу", "Соловья Ивана Кузьмича",
           "Соловьём Иваном Кузьмичом", "Соловье Иване Кузьмиче"], "15.1: о Соловье")
    equal(found[0]["sureness"], "check", "15.5: a word with a fluent vowel is looked at")
    equal(found[1]["dat"], "Шевчук Ольге Петровне", "15.1: координатору Шевчук Ольге Петровне")
    equal(found[1]["sureness"], "sure", "15.5: a woman's surname on a consonant is sure")
    line = run("decline", "Иванова Мария Игоревна").out.rstrip("\n").split("\t")
    equal(line[:3], ["Иванова Мария Игоревна", "Ивановой Марии Игоревны",
                     "Ивановой Марии Игоревне"], "a line has the cases in order")
    equal(line[-1], "sure", "and how far they can be relied on")


@test
def no_sex():
    found = run("decline", "Шевчук Саша", "--json").json[0]
    equal((found["gen"], found["sureness"]), ("Шевчук Саша", "ask"),
          "15.2: without a sex the nominative, and a question")
    found = run("decline", "--sex", "m", "Шевчук Саша", "--json").json[0]
    equal(found["gen"], "Шевчука Саши", "15.2: the sex is told")


@test
def usage():
    code(run("decline"), USAGE, "decline without a name")
    code(run("decline", "--sex", "x", "Иванов"), USAGE, "decline with an odd sex")


@test
def posts():
    found = run("decline", "--post", "старший методист", "смотритель маяка", "--json").json
    equal(found[0]["ins"], "старшим методистом", "15.6: старшим методистом")
    equal((found[1]["gen"], found[1]["sureness"]), ("смотритель маяка", "ask"),
          "15.6: no guess for an unknown post")


@test
def corrections():
    """What is typed for a person overrides the rules, with its day."""
    base = empty("2025-12-01")
    person = base.add("person", last="Заяц", first="Иван", middle="Ильич", sex="m",
                      post="директор")
    found = forms(base, person)
    equal((found["fio_gen"]["text"], found["fio_gen"]["sureness"], found["fio_gen"]["typed"]),
          ("Зайца Ивана Ильича", "ask", False), "15.4: family habit is asked")
    equal(found["post_gen"]["text"], "директора", "the post has its forms too")
    base.set("person", person, fio_gen="Заяца Ивана Ильича")
    found = forms(base, person)
    equal((found["fio_gen"]["text"], found["fio_gen"]["sureness"], found["fio_gen"]["typed"]),
          ("Заяца Ивана Ильича", "sure", True), "15.5: what is typed counts")
    equal(found["fio_dat"]["typed"], False, "for its own case only")
    equal(base.show("person", person)["cases_typed_on"], "2025-12-01", "15.5: with the day")
    base.do("undo")
    shown = base.show("person", person)
    equal((shown.get("fio_gen"), shown.get("cases_typed_on")), (None, None),
          "undo takes back the form and its day")


@test
def remembered():
    """An unknown post is asked once (15.6)."""
    base = empty("2025-12-01")
    first = base.add("person", last="Ким", sex="m", post="смотритель маяка")
    second = base.add("person", last="Пак", sex="m", post="Смотритель маяка")
    equal(forms(base, second)["post_dat"]["sureness"], "ask", "15.6: nobody has told yet")
    base.set("person", first, post_dat="смотрителю маяка")
    found = forms(base, second)["post_dat"]
    equal((found["text"], found["sureness"], found["typed"]),
          ("Смотрителю маяка", "sure", False), "15.6: a colleague's post is remembered")
    equal(forms(base, second)["post_ins"]["sureness"], "ask", "15.6: for that case only")
    base.set("person", first, post_dat="смотрителю при маяке", **{"cases_typed_on": ""})
    equal(forms(base, second)["post_dat"]["text"], "Смотрителю при маяке", "the newest counts")


@test
def in_print():
    """A doubtful form is told with the field that its correction goes to (15.5)."""
    base = demo().copy()
    agreement = base.show("agreement", 1)
    school = base.show("organisation", base.show("team", agreement["developing"])["organisation"])
    director = school["director"]
    base.set("person", director, last="Соловей", first="Айгуль")
    result = base.do("print", "agreement", 1, "-o", new_path(".pdf"))
    has(result.err, "Look at the form “Соловей Айгуль Денисовны”", "15.5: a form to look at")
    has(result.err, f"(person {director}, fio_gen)", "15.5: and where it is corrected")
    base.set("person", director, fio_gen="Соловей Айгули Денисовны")
    result = base.do("print", "agreement", 1, "-o", new_path(".pdf"))
    ok("Соловей" not in result.err, "15.5: what is typed is not asked again", result)
    code(result, DONE, "the document is made")


if __name__ == "__main__":
    main()
