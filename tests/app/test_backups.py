# SPDX-License-Identifier: GPL-3.0-or-later
"""Kept copies by keyboard: looked into, restored, taken back; kept when the window closes."""
import json
import os
import re

import harness

DAY = '2022-07-01'


def choose(window, name):
    """An item of the main menu, from the keyboard."""
    window.press('F10')
    window.tab_to(('menu item', 'check menu item'), name, key='Down')
    window.press('Return')


def copies(desk):
    return json.loads(desk.cli('backup', '--list', '--json'))


def names(desk):
    return [one['last'] for one in json.loads(desk.cli('list', 'people', '--json'))]


def test_backups(desk):
    base = desk.make_base(DAY)
    window = desk.open(base=base, today=DAY)
    harness.wait_for('the copy of the day', lambda: [
        one['reason'] for one in copies(desk)] == ['day'])
    desk.check(copies(desk)[0]['day'] == DAY, 'what was never copied is copied beside the work')
    desk.cli('--today', DAY, 'add', 'people', 'last=Ветрова', 'first=Инна')
    choose(window, 'Copies of the base')
    window.find('label', 'Kept copies')
    window.tab_to('list item', re.compile('01.07.2022'))
    window.press('Return')
    window.find_text(re.compile('Would be lost'))
    window.find_text(re.compile('Add: Person'))
    desk.check(window.find('push button', 'Restore this copy', focused=True) is not None,
               'a copy tells what restoring it would take away')
    desk.check('Ветрова' in names(desk), 'looking changes nothing')
    window.press('Return')
    harness.wait_for('the state then', lambda: 'Ветрова' not in names(desk))
    button = window.find('push button', 'Take back')
    desk.check([one['reason'] for one in copies(desk)] == ['restore', 'day'],
               'the state before is kept first')
    from gi.repository import Atspi
    Atspi.Action.do_action(button.node, 0)
    harness.wait_for('the state before', lambda: 'Ветрова' in names(desk))
    desk.check(True, 'the message leads back')
    window.settle(1)
    choose(window, 'Copies of the base')
    window.tab_to('list item', re.compile('Keep a copy now'))
    window.press('Return')
    harness.wait_for('a copy by hand', lambda: copies(desk)[0]['reason'] == 'hand')
    desk.check(True, 'a copy is kept when it is wanted')
    desk.check_quiet(window)
    number = copies(desk)[0]['number']
    desk.cli('--today', DAY, 'add', 'people', 'last=Лугова', 'first=Инна')
    window.press('ctrl+q')
    harness.wait_for('the program to end', lambda: window.process.poll() is not None)
    desk.check(copies(desk)[0]['number'] == number + 1 and window.process.returncode == 0,
               'what changed since is copied when the window closes')


def test_damaged(desk):
    """A copy with a changed byte is refused in words; the base stays."""
    base = desk.make_base(DAY)
    desk.cli('--today', DAY, 'backup')
    with open(copies(desk)[0]['path'], 'r+b') as file:
        file.seek(20000)
        file.write(b'spoilt')
    window = desk.open(base=base, today=DAY)
    choose(window, 'Copies of the base')
    window.tab_to('list item', re.compile('01.07.2022'))
    window.press('Return')
    window.find_text('This copy cannot be used')
    window.press('Escape')
    window.find('label', 'Kept copies')
    desk.check(True, 'a damaged copy is told to be one, and Escape leads back')
    desk.check_quiet(window)


def test_moving(desk):
    """The copy of the old computer is opened on a new one, and is what opens from then on."""
    desk.make_base(DAY)
    desk.cli('--today', DAY, 'add', 'people', 'last=Ветрова', 'first=Инна')
    desk.cli('backup', desk.path('carried.nastavnik'))
    for key, folder in (('HOME', 'new'), ('XDG_DATA_HOME', 'new-data'),
                        ('XDG_CONFIG_HOME', 'new-config')):
        os.environ[key] = desk.path(folder)
        os.makedirs(os.environ[key])
    first = desk.open('--today', DAY)
    first.find('label', 'Welcome')
    first.find('push button', 'Open a base from another computer…')
    desk.check(True, 'the new computer asks for a base')
    first.close()
    window = desk.open(desk.path('carried.nastavnik'), today=DAY)
    window.find_text('Friday, 1 July 2022')
    window.close()
    os.remove(desk.path('carried.nastavnik'))
    again = desk.open(today=DAY)
    again.find_text('Friday, 1 July 2022')
    usual = os.path.join('new-data', 'nastavnik', 'office.nastavnik')
    desk.check('Ветрова' in [one['last'] for one in json.loads(
        desk.cli('list', 'people', '--json', base=usual))],
        'what was brought is what the program opens from then on')
    desk.check_quiet(again)


if __name__ == '__main__':
    harness.run(test_backups, test_damaged, test_moving)
