# SPDX-License-Identifier: GPL-3.0-or-later
"""Bases with the papers that the demonstration does not come to."""
from cli import demo


def replaced():
    """The developing team was replaced on 01.06.2022."""
    base = demo("2022-05-19").copy()
    base.today = "2022-06-01"
    person = base.add("person", last="Петрова", first="Анна", middle="Сергеевна", sex="f",
                      post="директор")
    teams = []
    for role, name in (("DEVELOPING", "Давыдовская средняя школа"),
                       ("EXPERIENCED", "Школа в пару")):
        school = base.add("organisation", full_name=name, kind="SCHOOL", territory=1,
                          director=person, phone="(84458) 0-00-09", email="new@example.org")
        teams.append(base.add("team", organisation=school, role=role, year=2022,
                              directions="управление качеством образования"))
        base.add("member", team=teams[-1], person=person, roles="LEADER")
    base.do("do", "submit-team", teams[0], "--for", "MUNICIPAL_CURATOR")
    base.do("do", "register-team", teams[0], "--for", "OPERATOR")
    base.do("do", "replace-team", 1, "number=7-М", f"team={teams[0]}", "ground=REQUEST",
            "text=Школа просит освободить ее", "consent_on=2022-06-01", "--for", "RECTOR")
    return base


def dissolved():
    """As replaced(), and then the group's work is ended by an order."""
    base = replaced()
    base.add("order", kind="TERMINATION", group=1, number="8-М", date="2022-06-01",
             text="команды выполнили все")
    return base


def extended():
    """The programme goes on for half a year."""
    base = demo("2022-12-14").copy()
    base.today = "2022-12-20"
    base.do("do", "extend-program", 1, "extended_until=30.06.2023", "extension_reason=REQUEST",
            "--for", "OPERATOR")
    return base
