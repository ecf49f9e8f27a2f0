# SPDX-License-Identifier: GPL-3.0-or-later
"""The course of December 2021 by keyboard: who is put down for it and who was there (17.2)."""
import re

import harness
import test_year as year


def train(desk, window, page, day, people):
    """The chosen team is put down for the course; who was there is ticked in its row."""
    before = len(year.read(desk, 'trainings', day))
    year.open_form(window, page, '^Course$', 'Course')
    window.type('Quality course')
    if not before:
        window.tab_to_entry('Hours')
        window.type('18')
    year.act(window, page, 'Put down all members')
    harness.wait_for('the list of the course',
                     lambda: len(year.read(desk, 'trainings', day)) > before)
    window.tab_to('list item', 'Quality course', limit=10)
    window.press('Return')
    for name in people:
        window.tab_to('list item', name, limit=10)
        window.press('space')
        year.see(page, name, 'check box', checked=True)
        window.settle()


def test_training(desk):
    """The course of 18 hours: 6 of 7 people, one team of the two as a whole (K3)."""
    day = '2021-12-15'
    desk.make_base('2021-10-28')
    for team, people, share in (
            (year.EXPERIENCED, ('Воронцова', 'Степанцова', 'Журавина'), 'the whole team'),
            (year.DEVELOPING, ('Лугова', 'Зимина', 'Крылатова'), '3 of 4')):
        with year.Day(desk, day) as window:
            window.press('alt+2')
            page = year.find_page(window, 'Teams')
            if team == year.DEVELOPING:
                window.tab_to(('table row', 'table cell'), re.compile('СШ'))
                window.tab_to(('table row', 'table cell'), team, key='Down', limit=3)
            train(desk, window, page, day, people)
            year.see(page, share)
    courses = year.read(desk, 'courses', day)
    trained = [one for one in year.read(desk, 'trainings', day) if one['completed_on']]
    desk.check([one['hours'] for one in courses] == [18] and len(trained) == 6,
               f'{day}: one course of 18 hours, 6 of 7 people are trained')


if __name__ == '__main__':
    harness.run(test_training)
