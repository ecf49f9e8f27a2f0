# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job of each section by keyboard, in an office as large as a region.

One start of the program does them all; what was done is read from the base.
"""
import json
import re

import harness

DAY = '2024-11-20'
ROW = ('list item', 'table row', 'table cell')
WORDS = 'Checked by phone'


def read(desk, *words):
    return json.loads(desk.cli('--today', DAY, 'list', *words, '--json'))


def get_section(desk):
    """The state of the window's action: on the bus of a large section one would look for long."""
    told = desk.run('gdbus', 'call', '--session', '--dest', 'io.github.nastavnik.Nastavnik',
                    '--object-path', '/io/github/nastavnik/Nastavnik/window/1',
                    '--method', 'org.gtk.Actions.Describe', 'section')
    return re.findall(r"'(\w+)'", told)[-1]


def hear_out(window):
    """Takes in what the bus has still to tell of what was done before."""
    from gi.repository import GLib
    context = GLib.MainContext.default()
    quiet = 0
    while quiet < 5:
        quiet += 1
        while context.iteration(False):
            quiet = 0
        window.settle(0.1)


def tab_until(desk, window, role=None, name='', key='Tab', limit=40):
    """As tab_to, by what the bus tells alone: to look through this much would take minutes."""
    seen = []
    hear_out(window)
    for _ in range(limit):
        item = desk.focus.after(
            lambda: desk.run('xdotool', 'key', '--clearmodifiers', key))
        if item is None:
            continue
        seen.append(str(item))
        if (role is None or item.role in role) and harness.matches(name, item.name):
            window.settle(0.3)
            return item
    raise harness.Failed(f'{key} never came to «{name}», only to:\n  ' + '\n  '.join(seen))


def press_to(desk, window, keys, name):
    """Presses keys one right after the other; the keyboard comes to that name."""
    def ask():
        desk.focus.listen(0.2)
        return desk.focus.item is not None and harness.matches(name, desk.focus.item.name)
    hear_out(window)
    desk.focus.item = None
    desk.run('xdotool', 'key', '--clearmodifiers', *keys.split())
    harness.wait_for(f'the keyboard to come to «{getattr(name, "pattern", name)}»', ask)


def go_to_row(desk, window, key, name):
    """Opens a section and comes to its first row of that name, not to one of the sidebar."""
    window.press(key)
    return tab_until(desk, window, ROW, name)


def do_today(desk, window):
    """The first line of the worst office leads to what is late."""
    first = go_to_row(desk, window, 'alt+1', re.compile('район|управление'))
    window.press('Return')
    window.settle()
    line = tab_until(desk, window, ROW, key='Down', limit=3)
    desk.check(line.name != first.name, 'Today: an office unfolds to its lines')
    window.press('Return')
    harness.wait_for('another section', lambda: get_section(desk) in (
        'teams', 'groups', 'agreements', 'programs'))
    desk.check(True, 'Today: a line opens what is late in its section')


def do_teams(desk, window):
    window.press('alt+2', 'ctrl+f')
    window.type('17')
    window.settle(0.6)
    tab_until(desk, window, ('table row', 'table cell'), '17')
    window.press('Return')
    tab_until(desk, window, ('text',), 'Difficulties')
    window.press('ctrl+a')
    window.type(WORDS)
    window.press('Tab')
    harness.wait_for('the words', lambda: len(
        read(desk, 'teams', '--where', f'difficulties={WORDS}')) == 1)
    desk.check(True, 'Teams: a team is found by its number and its words written')


def do_groups(desk, window):
    before = len(read(desk, 'groups', '--where', 'state=FORMED'))
    # Ctrl+N is for the section that comes, though the other one has not yet faded out.
    press_to(desk, window, 'alt+3 ctrl+n', re.compile('[«№]'))
    press_to(desk, window, 'Return', 'points')
    press_to(desk, window, 'Return', 'Next')
    window.press('Return')
    window.settle(0.6)
    window.type('901')
    window.press('Return', 'space')
    tab_until(desk, window, None, 'Consent of the experienced team')
    window.press('space')
    tab_until(desk, window, ('push button',), 'Form the group')
    window.press('Return')
    harness.wait_for('the group', lambda: len(
        read(desk, 'groups', '--where', 'state=FORMED')) == before + 1)
    desk.check(True, 'Groups: the assistant forms a group of two registered teams')


def count_signed(desk):
    return len(read(desk, 'signatures', '--where', f'signed_on={DAY}'))


def do_agreements(desk, window):
    go_to_row(desk, window, 'alt+4', re.compile('signed|sent'))
    window.press('s')
    harness.wait_for('a signature of this day', lambda: count_signed(desk) == 1)
    desk.check(True, 'Agreements: S records a signature')


def do_programmes(desk, window):
    before = len(read(desk, 'marks'))
    go_to_row(desk, window, 'alt+5', re.compile('[«№]'))
    window.press('Return')
    tab_until(desk, window, ROW, re.compile(r'^\d+[.] '))
    window.press('space')
    harness.wait_for('one more mark', lambda: len(read(desk, 'marks')) == before + 1)
    desk.check(True, 'Programmes: the space bar marks an activity')


def do_indicators(desk, window):
    window.press('alt+6')
    window.settle(1)
    # GTK 4.8 gives the focus of a drop-down to the nameless button inside of it.
    tab_until(desk, window, None, re.compile('^(GtkToggleButton|Year|2024)$'))
    window.press('Return')
    window.settle()
    window.press('Home', 'Return')
    # All 35 programmes of that year stood at 5 of 18 activities.
    tab_until(desk, window, ROW, '27,8')
    desk.check(True, 'Indicators: another year is chosen')
    window.press('ctrl+t')
    tab_until(desk, window, ('table row', 'table cell', 'column header'))
    desk.check(True, 'Indicators: Ctrl+T shows the table')


def test_region(desk):
    base = desk.path('office.nastavnik')
    desk.cli('--today', DAY, 'init', '--demo', 'region')
    window = desk.open(base=base, today=DAY)
    for do in (do_today, do_teams, do_groups, do_agreements, do_programmes, do_indicators):
        do(desk, window)
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_region)
