# SPDX-License-Identifier: GPL-3.0-or-later
"""A programme by keyboard: its corrections, its earlier versions, its fields, its reports."""
import json
import os
import re
import shutil

import harness


def open_row(window, stage, number):
    """Walks from the heading of a stage down to a row of the plan and opens it."""
    window.tab_to('list item', stage)
    for _ in range(14):
        if window.focused().name.startswith(number + '. '):
            break
        window.press('Down')
    window.find('list item', re.compile('^' + re.escape(number) + r'\. '), focused=True)


def correct(window, reason):
    """From the open plan of an approved programme to its next version."""
    window.tab_to('push button', 'Скорректировать')
    window.press('space')
    window.find('text', 'Reason of the correction', focused=True)
    window.type(reason)
    window.tab_to('push button', 'Скорректировать')
    window.press('space')
    window.find_text('not approved yet')


def list_activities(desk, program):
    return json.loads(desk.cli('list', 'activities', '--where', f'program={program}', '--json'))


def postpone(desk, window):
    open_row(window, 'Организационный этап', '8')
    window.press('m')
    window.settle()
    window.type('31.08.2022')
    window.press('Return')
    window.find('list item', re.compile('^8. .*Postponed'))
    desk.check(True, 'M marks an activity as postponed and asks for the new date')
    window.tab_to('list item', re.compile('^8. '), key='shift+Tab')
    window.press('ctrl+z')
    window.find('list item', re.compile('^8. .*Ahead'))


def add_activity(desk, window):
    """What is typed after adding goes into the title and marks nothing."""
    correct(window, 'Quarantine')
    open_row(window, 'Практический этап', '8')
    window.press('Return')
    window.tab_to('push button', 'Add an activity below')
    window.press('space')
    window.find('list item', re.compile('^9. New activity'))
    window.settle(1.0)
    window.type('npm Excursion')
    window.press('ctrl+Return')
    window.find('list item', re.compile('^9. npm Excursion – Ahead'))
    added = [row for row in list_activities(desk, 2) if row['title'] == 'npm Excursion']
    desk.check(len(added) == 1, 'what is typed after adding an activity is its title')
    desk.check(not [mark for mark in json.loads(desk.cli('list', 'marks', '--json'))
                    if mark['activity'] == added[0]['id']], 'and its letters mark nothing')


def word_schedule(desk, window):
    """A schedule that is not understood is told once, with an example."""
    window.find('list item', re.compile('^9. npm Excursion'))
    window.tab_to_entry('Due')
    window.type('some day')
    window.press('Return')
    window.find_text('«декабрь 2022 г.»')
    row = window.look('list item', re.compile('^9. npm Excursion'))
    desk.check(row is not None, 'a schedule that tells no time is answered with an example')
    desk.check(window.look('label', 'не указан срок исполнения') is None,
               'and not a second time as missing')
    window.press('ctrl+a')
    window.type('12.09.2022')
    window.press('Return')
    harness.wait_for('the schedule in the base', lambda: [
        row for row in list_activities(desk, 2)
        if row['title'] == 'npm Excursion' and row['due'] and '2022-09-12' in str(row['due'])])
    desk.check(True, 'a date is taken')


def test_programs_correction(desk):
    window = desk.open(until='2022-07-01')
    window.press('alt+5')
    window.find('label', '33,3 %')
    postpone(desk, window)
    add_activity(desk, window)
    word_schedule(desk, window)
    desk.check_quiet(window)


def open_details(window):
    window.tab_to(('toggle button', 'push button'), 'General information', key='shift+Tab')
    window.press('space')
    window.find('label', 'Who takes part')


def test_programs_versions(desk):
    """What is approved is read; the version before is kept beside the one that follows it."""
    base = desk.make_base('2022-07-01')
    window = desk.open(base=base, today='2022-07-01')
    window.press('alt+5')
    window.find('label', '33,3 %')
    open_details(window)
    window.find_text('The approved programme is not changed')
    desk.check(window.look('text', 'Goals') is None, 'goals of an approved programme are read')
    desk.cli('--today', '2022-07-01', 'do', 'correct-program', '1', 'correction_reason=Quarantine',
             '--for', 'MUNICIPAL_CURATOR')
    desk.check(json.loads(desk.cli('show', 'program', '2', '--json'))['reapproved_on'] is None,
               'a correction by the curator waits for its approval')
    window.close()
    window = desk.open(base=base, today='2022-07-01')
    window.press('alt+5')
    window.find_text('version 2, not approved yet')
    open_details(window)
    window.find('text', 'Goals')
    desk.check(window.look('text', 'Starts on') is None, 'the period is not corrected')
    window.find_text('Replaced on 01.07.2022: Quarantine')
    desk.check(True, 'the version before tells when and why it was replaced')
    desk.check_quiet(window)


def make_newer(desk):
    """The same regulation in a newer version, with another title of an activity."""
    data = desk.path('newer')
    shutil.copytree(os.environ['NASTAVNIK_DATADIR'], data)
    scheme = os.path.join(data, 'schemes', 'dubovka-mentoring', 'scheme.xml')
    with open(scheme, encoding='utf-8') as file:
        text = file.read()
    with open(scheme, 'w', encoding='utf-8') as file:
        file.write(re.sub(r'(<scheme id="dubovka-mentoring" version=")[^"]+', r'\g<1>2022.9', text))
    rules = os.path.join(data, 'schemes', 'dubovka-mentoring', 'rules.xml')
    with open(rules, encoding='utf-8') as file:
        text = file.read()
    with open(rules, 'w', encoding='utf-8') as file:
        file.write(text.replace('number="R30a" level="warning"', 'number="R30a" level="error"'))
    return data


def test_programs_regulation(desk):
    base = desk.make_base('2022-07-01')
    before = os.environ['NASTAVNIK_DATADIR']
    os.environ['NASTAVNIK_DATADIR'] = make_newer(desk)
    window = desk.open(base=base, today='2022-07-01')
    window.press('alt+5')
    window.find('label', '33,3 %')
    open_details(window)
    way = window.tab_to(None, 'Move to the new version of the regulation', limit=120)
    window.press('space')
    window.find_text('Version 2022.9: 1 difference')
    desk.check(way is not None, 'a newer version of the regulation is offered with what differs')
    window.tab_to('push button', 'Move to version 2022.9')
    window.press('space')
    harness.wait_for('the programme in the new version', lambda: json.loads(
        desk.cli('show', 'program', '1', '--json'))['scheme_version'] == '2022.9')
    window.find_text('Version 2022.9 of the rules')
    desk.check(True, 'the programme moves to it')
    desk.check_quiet(window)
    os.environ['NASTAVNIK_DATADIR'] = before


def test_programs_shortcuts(desk):
    window = desk.open(until='2022-07-01')
    window.press('F10')
    window.find('menu item', 'Keyboard shortcuts')
    desk.check(True, 'F10 opens the menu')
    window.press('Escape', 'ctrl+question')
    # libatspi crashes when it reads the bus after this window: it must open and close, no more.
    window.settle(1.5)
    window.press('Escape')
    desk.check(window.process.poll() is None, 'the shortcuts window opens and closes')
    desk.check_quiet(window)


def test_programs_blanks(desk):
    """What will be printed as a blank is named by what it belongs to."""
    window = desk.open(until='2021-11-17')
    window.press('alt+5')
    window.find_text('Горнобалыклейская')
    window.press('ctrl+p')
    window.find_text('A blank will be printed')
    window.find_text('(Agreement)')
    desk.check(window.look('label', 'без номера:') is None,
               'a blank of an agreement without a number is that of the agreement')
    desk.check_quiet(window)


def test_programs_narrow(desk):
    """360 px is the narrowest window: every section fits into it."""
    window = desk.open(until='2022-07-01')
    for key, title in (('alt+5', 'Горнобалыклейская'), ('alt+6', 'Indicators')):
        window.press(key)
        window.find_text(title)
        frame = window.find('frame')
        desk.check(frame.width <= 360, f'“{title}” fits into 360 px')
    desk.check_quiet(window)


test_programs_narrow.desk = {'size': '360x720'}

if __name__ == '__main__':
    harness.run(test_programs_correction, test_programs_versions, test_programs_regulation,
                test_programs_shortcuts, test_programs_blanks, test_programs_narrow)
