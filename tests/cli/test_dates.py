#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values by date: what was renamed prints as it was called on the paper's day (DOMAIN R101)."""
import re
import subprocess

from cli import (DONE, INPUT, REFUSED, USAGE, code, demo, equal, has, main, new_path, ok, test)

SCHOOL = 3
OLD = "Горнобалыклейская средняя школа"
NEW = "Горнобалыклейский лицей имени Гагарина"


def text_of(path):
    raw = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    text = raw.stdout.decode("utf-8").replace("\u00a0", " ").replace("\u202f", " ")
    text = re.sub(r"(?<=[а-яё])[-\u00ad]\n(?=[а-яё])", "", text)
    return re.sub(r"\s+", " ", text)


def printed(base, *words):
    path = new_path(".pdf")
    base.do("print", *words, "-o", path)
    return path


def renamed():
    base = demo().copy()
    base.today = "2025-10-10"
    base.do("set", "organisation", SCHOOL, f"full_name={NEW}", "short_name=Лицей",
            "--on", "01.09.2025", "--basis", "постановление № 7")
    return base


@test
def renamed_school():
    base = demo("2021-11-19").copy()
    agreement = base.show("agreement", 1)
    issued = printed(base, "agreement", 1, "--issue")
    document = base.list("documents")[-1]["id"]
    base.today = "2025-10-10"
    base.do("set", "organisation", SCHOOL, f"full_name={NEW}", "short_name=Лицей",
            "--on", "01.09.2025", "--basis", "постановление № 7")
    equal(base.show("organisation", SCHOOL)["full_name"], NEW, "R101: lists show today's name")
    again = printed(base, "document", document)
    ok(issued.read_bytes() == again.read_bytes(), "R101: the reprint is the paper as it was")
    text = text_of(printed(base, "agreement", 1))
    has(text, OLD, f"R101: a paper of {agreement['date']} prints the old name")
    ok("лицей" not in text, "R101: and not the new one")
    base.set("agreement", 1, date="2025-10-10")
    text = text_of(printed(base, "agreement", 1))
    has(text, "Горнобалыклейский лицей", "R101: a paper of 10.10.2025 prints the new name")
    ok("Горнобалыклейск" in text and OLD not in text, "R101: in no case the old one")


@test
def kept():
    base = renamed()
    formers = {f["field"]: f for f in base.show("organisation", SCHOOL)["formers"]}
    has(formers["full_name"]["value"], OLD, "the old name is kept")
    equal((formers["full_name"].get("from"), formers["full_name"]["until"]),
          (None, "2025-08-31"), "until the day before")
    equal(formers["full_name"]["basis"], "постановление № 7", "with the basis of the change")
    ok("name_gen" in formers and base.show("organisation", SCHOOL).get("name_gen") is None,
       "its typed cases end with it")
    titles = [h["title"] for h in base.list("history")]
    has(titles[0], "01.09.2025", "the history names the day")
    base.do("undo")
    school = base.show("organisation", SCHOOL)
    ok(OLD in school["full_name"] and school["formers"] == [] and school["name_gen"],
       "one undo takes all of it back")
    base.do("redo")
    equal(base.show("organisation", SCHOOL)["full_name"], NEW, "and redo does it again")


@test
def search():
    base = renamed()
    found = [o["id"] for o in base.list("organisations", "--search", "Горнобалыклейская")]
    equal(found, [SCHOOL], "found by the old name")
    found = [o["id"] for o in base.list("organisations", "--search", "лицей")]
    equal(found, [SCHOOL], "found by the new name")
    base.do("undo")
    equal(base.list("organisations", "--search", "лицей"), [], "undone: not by the new name")


@test
def twice():
    """A change that is recorded late alters only what was valid between the two."""
    base = renamed()
    base.do("set", "organisation", SCHOOL, "short_name=Школа № 5", "--on", "01.09.2024")
    formers = [(f["shown"], f.get("from"), f["until"])
               for f in base.show("organisation", SCHOOL)["formers"]
               if f["field"] == "short_name"]
    equal(sorted(formers, key=lambda f: f[2]),
          [("МКОУ Горнобалыклейская СШ", None, "2024-08-31"),
           ("Школа № 5", "2024-09-01", "2025-08-31")], "the late change lies between")
    equal(base.show("organisation", SCHOOL)["short_name"], "Лицей", "today's value stays")


@test
def people():
    base = demo("2021-11-19").copy()
    base.today = "2025-10-10"
    head = base.show("organisation", SCHOOL)["director"]
    base.do("set", "person", head, "last=Соколова", "post=исполняющий обязанности", "--on",
            "15.01.2024")
    other = base.add("person", last="Новикова", first="Анна", middle="Львовна", sex="f",
                     post="директор")
    base.do("set", "organisation", SCHOOL, f"director={other}", f"signer={other}",
            "signer_basis_gen=приказа № 3", "--on", "01.09.2025")
    text = text_of(printed(base, "agreement", 1))
    has(text, "директора Воронцовой Галины Андреевны", "the head and signer of the paper's day")
    base.set("agreement", 1, date="2024-03-01")
    text = text_of(printed(base, "agreement", 1))
    has(text, "Соколовой Галины Андреевны", "the new surname from its day on")
    base.set("agreement", 1, date="2025-10-10")
    text = text_of(printed(base, "agreement", 1))
    has(text, "Новиковой Анны Львовны", "the new signer")
    has(text, "на основании приказа № 3", "with the basis of the day")
    formers = [f for f in base.show("organisation", SCHOOL)["formers"] if f["field"] == "director"]
    equal(formers[0]["record"], f"person/{head}", "the former head is kept as a person")
    code(base.run("remove", "person", head), REFUSED, "who was head once cannot be removed")


@test
def refused():
    base = demo().copy()
    code(base.run("set", "organisation", SCHOOL, "phone=1", "--on", "01.01.2023"), INPUT,
         "a phone is not kept by date")
    code(base.run("set", "organisation", SCHOOL, "short_name=А", "--on", "01.01.2033"), INPUT,
         "a day to come is refused")
    code(base.run("set", "organisation", SCHOOL, "short_name=А", "--basis", "приказ"), USAGE,
         "a basis needs a day")
    code(base.run("set", "organisation", SCHOOL, "full_name=", "--on", "01.01.2023"), INPUT,
         "a name is needed")


main()
