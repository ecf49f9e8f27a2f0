# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists by keyboard: what is shown is what is saved."""
import csv
import os
import subprocess

import harness


def name_file(window, title, path):
    harness.wait_for('the dialog for the file', lambda: subprocess.run(
        ['xdotool', 'search', '--name', title], capture_output=True, check=False).stdout)
    window.settle(2.5)  # when the folder has been read, its name is selected once more
    window.press('ctrl+a')
    window.type(path)
    window.press('Return')
    harness.wait_for(f'the file {path}', lambda: os.path.exists(path))


def save_list(window, path):
    """Ctrl+Shift+S and the name of the file."""
    window.press('ctrl+shift+s')
    name_file(window, 'Save the list', path)
    window.find('label', 'line saved')


def test_saving(desk):
    window = desk.open('--section', 'teams', until='2022-07-01')
    window.find('label', 'МКОУ Горнобалыклейская СШ')
    window.press('ctrl+f')
    window.type('Песковат')
    window.find('table row', 'МКОУ Песковатская', selected=True)
    path = desk.path('teams.csv')
    save_list(window, path)
    with open(path, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file, delimiter=';'))
    desk.check(len(rows) == 2 and 'Песковатская' in rows[1][1],
               'only the team that is shown is in the file')
    desk.check(rows[0][5].startswith('Управленческая команда'), 'in the columns of the registry form')
    window.press('alt+5')
    window.find('label', 'Programmes')
    path = desk.path('programs.xlsx')
    save_list(window, path)
    with open(path, 'rb') as file:
        desk.check(file.read(2) == b'PK', 'programmes as a file for Excel')
    desk.check_quiet(window)


def test_registry_of_a_year(desk):
    base = desk.make_base('2022-07-01')
    desk.cli('set', 'team', '2', 'year=2022')
    window = desk.open('--section', 'teams', today='2022-07-01', base=base)
    window.find('label', 'МКОУ Горнобалыклейская СШ')
    desk.check(window.look('label', 'Sent to the operator: 2, last on 29.10.2021') is not None,
               'how many were sent to the operator, and when')
    window.press('ctrl+f')
    window.tab_to(None, 'Year of inclusion', onward=True)
    window.press('Return')
    window.settle()
    window.press('Down')
    window.press('Return')
    window.find('label', 'shown 1')
    window.find('label', 'МКОУ Песковатская')
    window.find('label', 'Sent to the operator: 1')
    desk.check(True, 'a year is chosen by keys, and what is said is of that year')
    desk.check_quiet(window)


def test_group_that_is_watched(desk):
    window = desk.open('--section', 'groups', until='2022-07-01')
    window.find('label', 'How the work goes')
    window.find('label', '33,3')  # DOMAIN 17.4
    window.find('label', '№ 1 от 19.11.2021: действует')
    desk.check(True, 'the card of a group tells what the control sheet tells')
    window.tab_to(None, 'History of the group')
    window.press('space')
    window.find('label', 'Группа сформирована')
    desk.check(True, 'and what was done with it')
    window.tab_to('push button', 'Control sheet', key='shift+Tab')
    window.press('Return')
    page = window.find('image', 'Page 1 of')
    desk.check('ЛИСТ КОНТРОЛЯ' in page.description, 'the sheet is there to be printed')
    desk.check_quiet(window)


def test_calendar(desk):
    window = desk.open('--section', 'today', until='2022-07-01')
    window.find('label', 'Dates of the next months')
    window.press('ctrl+e')
    window.find('check box', 'Open in the calendar')
    window.tab_to('check box', 'Open in the calendar')
    window.press('space')
    window.tab_to('push button', 'Save…')
    window.press('Return')
    path = desk.path('deadlines.ics')
    name_file(window, 'Save for the calendar', path)
    window.find('label', 'saved for the calendar')
    with open(path, encoding='utf-8') as file:
        text = file.read()
    desk.check(text.startswith('BEGIN:VCALENDAR') and text.count('BEGIN:VEVENT') > 3,
               'the deadlines are in a file for calendars')
    desk.check_quiet(window)


def test_step_of_a_line(desk):
    base = desk.make_base('2021-11-24')
    window = desk.open('--section', 'today', today='2021-11-25', base=base)
    window.find('label', 'Отметить возврат экземпляра: № 1')
    window.tab_to('push button', 'Отметить возврат экземпляра')
    window.press('Return')
    window.tab_to('push button', 'Отметить возврат экземпляра', onward=True)
    window.press('Return')
    window.gone('label', 'Отметить возврат экземпляра: № 1')
    desk.check('2021-11-25' in desk.cli('show', 'agreement', '1', '--json'),
               'the step that a line waits for is taken in the line')
    desk.check_quiet(window)


harness.run(test_saving, test_registry_of_a_year, test_group_that_is_watched, test_calendar,
            test_step_of_a_line)
