# SPDX-License-Identifier: GPL-3.0-or-later
"""The director's job by keyboard: marks an activity done, sees the share change, undoes, prints."""
import json
import re

import harness

# Latin: xdotool loses letters that need another keyboard layout when the machine is busy.
RESULT = 'Seminar held, 12 people'


def read_share(window, share, done, count=18):
    """The share of the programme, as its page tells it (DOMAIN 17.4)."""
    window.find('label', f'{share} %')
    window.find('label', f'{done} of {count} done')


def open_programme(desk, window):
    window.press('alt+5')
    read_share(window, '33,3', 6)
    desk.check(True, 'on 01.07.2022 the programme is at 33,3 %')
    window.tab_to('list item', 'Организационный этап')
    for _ in range(12):
        if window.focused().name.startswith('8. '):
            break
        window.press('Down')
    row = window.find('list item', re.compile('^8. .*Ahead'), focused=True)
    desk.check(row is not None, 'arrows walk to activity 8, which is ahead')


def mark_done(desk, window):
    window.press('space')
    window.find('list item', re.compile('^8. .*Done'))
    read_share(window, '38,9', 7)
    desk.check(True, 'Space marks it done, the share becomes 38,9 %')
    window.press('Return')
    window.tab_to('text', 'Result')
    window.type(RESULT)
    window.press('Return')
    marks = harness.wait_for('the result in the base', lambda: [
        mark for mark in json.loads(desk.cli('list', 'marks', '--json'))
        if mark['result'] == RESULT])
    desk.check(len(marks) == 1 and marks[0]['date'] == '2022-07-01',
               'the result that was typed is kept with the day')


def take_back(desk, window):
    # In an entry Ctrl+Z takes back letters, so first out of it.
    window.tab_to('list item', re.compile('^8. '), key='shift+Tab')
    window.press('ctrl+z')
    window.press('ctrl+z')
    read_share(window, '33,3', 6)
    window.find('list item', re.compile('^8. .*Ahead'))
    desk.check(True, 'Ctrl+Z takes the result and the mark back: 33,3 % again')
    window.press('ctrl+shift+z')
    read_share(window, '38,9', 7)
    desk.check(True, 'Ctrl+Shift+Z marks it done again: 38,9 %')


def put_right(desk, window):
    """What was marked done by mistake is marked not done: the newer mark counts."""
    window.press('n')
    window.find('text', 'Reason', focused=True)
    window.type('Quarantine')
    window.press('Return')
    window.find('list item', re.compile('^8. .*Not done'))
    read_share(window, '33,3', 6)
    desk.check(True, 'a later mark puts an earlier one right')
    window.tab_to('list item', re.compile('^8. '), key='shift+Tab')
    window.press('ctrl+z')
    read_share(window, '38,9', 7)


def correct(desk, window):
    """A correction opens the plan: wording and activities change until it is approved again."""
    window.find('list item', re.compile('^7. .*Partly'))
    window.find_text('2 times')
    desk.check(True, 'meetings without dates are counted')
    window.tab_to('push button', 'Скорректировать')
    window.press('space')
    window.find('text', 'Reason of the correction', focused=True)
    window.type('Quarantine')
    window.tab_to('push button', 'Скорректировать')
    window.press('space')
    window.find_text('version 2, not approved yet')
    desk.check(True, 'the header tells that the new version is not approved yet')
    window.tab_to('list item', 'Практический этап')
    for _ in range(12):
        if window.focused().name.startswith('8. '):
            break
        window.press('Down')
    window.press('Return')
    window.tab_to('push button', 'Add an activity below')
    window.press('space')
    window.find('list item', re.compile('^9. New activity'))
    read_share(window, '36,8', 7, 19)
    desk.check(True, 'an activity is added to the new version')
    window.find('text', 'Title', focused=True)
    desk.check(True, 'and its title is under the focus')
    window.press('ctrl+z')
    read_share(window, '38,9', 7)
    desk.check(True, 'Ctrl+Z takes it out again')


def print_programme(desk, window):
    # The first time shows the pages, so that nothing is printed unseen.
    window.press('ctrl+p')
    page = window.find('image', 'Page 1 of')
    desk.check('ПРОГРАММА' in page.description, 'Ctrl+P shows the pages, and they can be read aloud')
    window.press('ctrl+p')
    window.find('dialog', 'Print')
    desk.check(True, 'Ctrl+P again opens the print dialog')
    window.press('Return')
    window.gone('dialog', 'Print')
    text = desk.read_pdf(desk.path('programme.pdf'))
    desk.check('менторского сопровождения' in text.lower() and 'Горнобалыклейская' in text,
               'what is printed is the programme of the two schools')
    desk.check('Практикум-семинар' in text and 'День самоуправления' in text,
               'and it has the activities of the plan')


def test_director(desk):
    desk.preset_printer(desk.path('programme.pdf'))
    window = desk.open(until='2022-07-01')
    open_programme(desk, window)
    mark_done(desk, window)
    take_back(desk, window)
    put_right(desk, window)
    correct(desk, window)
    print_programme(desk, window)
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_director)
