# SPDX-License-Identifier: GPL-3.0-or-later
"""The first run: three answers by keyboard, then the example, or an empty office."""
import re

import harness


def test_example(desk):
    """Without typing a word a person looks at the example."""
    window = desk.open(today='2022-07-01')
    window.find('label', 'Welcome')
    window.tab_to(None, 'Look at an example')
    window.press('space')
    window.tab_to('push button', 'Start working')
    window.press('Return')
    window.find_text('Friday, 1 July 2022')
    desk.check(True, 'the example opens from the first page by keyboard')
    window.press('alt+4')
    row = window.find('list item', re.compile('^Agreement .*Горнобалыклейская'))
    desk.check('Песковатская' in row.name, 'the example has the agreement of the two schools')
    desk.check_quiet(window)


def test_empty(desk):
    """Two names are typed, and the office is there with nothing in it."""
    window = desk.open(today='2021-11-01')
    window.find('label', 'Welcome')
    window.tab_to_entry('Your organisation')
    window.type('School 7')
    window.tab_to_entry('Surname, first name, patronymic')
    window.type('Petrova Anna')
    window.tab_to('push button', 'Start working')
    window.press('Return')
    window.find_text('Monday, 1 November 2021')
    desk.check(True, 'an empty office opens after two names')
    window.press('alt+4')
    window.find_text('No agreements yet')
    window.tab_to('push button', 'Go to the groups')
    desk.check(True, 'the empty section says the next step, and the keyboard comes to it')
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_example, test_empty)
