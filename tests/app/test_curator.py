# SPDX-License-Identifier: GPL-3.0-or-later
"""The curator's job by keyboard: forms a group, prints the agreement, records signatures."""
import json
import re

import harness

ORDER = '1'


def form_group(desk, window):
    """Four pages of the assistant; what the base knows is not typed again."""
    window.press('alt+3', 'ctrl+n')
    window.find('label', 'Who needs help?')
    window.find('list item', 'Песковатская', focused=True)
    window.press('Return')
    window.find('list item', re.compile('Горнобалыклейская.*points'), focused=True)
    window.press('Return')
    window.find('push button', 'Next', focused=True)
    desk.check(window.find('label', 'Сорокина') is not None,
               'the assistant proposes the coordinator')
    window.press('Return')
    window.find_text('Number of the order')
    window.tab_to_entry('Number of the order')
    window.type(ORDER)
    window.find('push button', 'Save the draft')
    desk.check(window.look(('toggle button', 'check box', 'switch'), 'Consent of', checked=True)
               is None, 'the assistant claims no consent that nobody gave')
    window.press('Return', 'space')
    window.tab_to(None, 'Consent of the experienced team')
    window.press('space')
    window.tab_to('push button', 'Form the group')
    window.press('Return')
    window.find('label', 'Group № 1')
    groups = json.loads(desk.cli('list', 'groups', '--json'))
    formed = [group for group in groups if group['state'] == 'FORMED']
    desk.check(len(formed) == 1, 'one group is formed by its two consents and the number of the order')
    # Ctrl+Z takes the group back with all that came with it: it was one action.
    window.press('ctrl+z')
    harness.wait_for('the group to go', lambda: json.loads(desk.cli('list', 'groups', '--json')) == [])
    window.press('ctrl+shift+z')
    harness.wait_for('the group to come', lambda: [
        group['state'] for group in json.loads(desk.cli('list', 'groups', '--json'))] == ['FORMED'])
    desk.check(True, 'one undo takes the group back, one redo forms it again')
    return formed[0]


def print_agreement(desk, window):
    """Ctrl+P, and Enter in the dialog: it prints into the file of last time."""
    window.press('alt+4')
    window.find('list item', re.compile('Горнобалыклейская.*0 of 3 signed'))
    page = window.find('image', 'Page 1 of')
    desk.check('СОГЛАШЕНИЕ' in page.description, 'the page on screen can be read aloud')
    window.press('ctrl+p')
    window.find('dialog', 'Print')
    desk.check(True, 'Ctrl+P opens the print dialog')
    window.press('Return')
    window.gone('dialog', 'Print')
    text = desk.read_pdf(desk.path('agreement.pdf'))
    desk.check('СОГЛАШЕНИЕ' in text and 'Воронцовой Галины Андреевны' in text
               and 'Луговой Ирины Денисовны' in text,
               'what is printed names both directors in the genitive')


def record_signatures(desk, window):
    """S for each step that is awaited, all on one day."""
    # The letter works from wherever the change of section has left the focus.
    window.press('alt+1', 'alt+4')
    window.find('list item', 'of 3 signed')
    window.press('s')
    window.find(None, 'Sent to the parties: done')
    desk.check(True, 'S records that the agreement was sent')
    for number in (1, 2, 3):
        window.press('s')
        window.find('list item', f'{number} of 3 signed')
        desk.check(True, f'S records signature {number} of 3')
    signatures = json.loads(desk.cli('list', 'signatures', '--json'))
    desk.check([one['signed_on'] for one in signatures] == ['2021-11-22'] * 3,
               'the base has three dates')
    window.press('ctrl+z')
    window.find('list item', '2 of 3 signed')
    desk.check(True, 'Ctrl+Z takes the last signature back')
    window.press('ctrl+shift+z')
    window.find('list item', '3 of 3 signed')
    desk.check(True, 'Ctrl+Shift+Z puts it there again')


def start_empty(desk, window):
    """An empty registry: the keys go on working when a new team is given up again."""
    window.press('alt+2')
    window.find('push button', 'Add a team')
    desk.check(window.look('label', 'No team chosen') is None, 'the empty registry says so once')
    window.press('ctrl+n')
    window.find('label', 'New team')
    window.press('Escape')
    window.find('push button', 'Add a team', focused=True)
    desk.check(True, 'giving up a new team leaves the focus on what is on screen')
    window.press('ctrl+n')
    window.settle()
    window.type('School of the hill')
    window.find('label', 'This organisation is new to the base')
    window.tab_to_entry('Territory')
    window.type('Hills')
    window.press('Return')
    window.find('push button', re.compile('Directions.*: add'), focused=True)
    window.press('Insert')
    window.find_text('Leads the working group')
    window.settle()
    window.type('Ivanova Anna')
    window.press('Return')
    window.find_text('Ivanova A.')
    desk.check(len(json.loads(desk.cli('list', 'members', '--json', base='empty.nastavnik'))) == 1,
               'Insert adds a member though the button for it was out of sight')


def test_curator_empty(desk):
    desk.cli('init', '--role', 'MUNICIPAL_CURATOR', base='empty.nastavnik')
    window = desk.open(base=desk.path('empty.nastavnik'), today='2021-11-22')
    start_empty(desk, window)
    desk.check_quiet(window)


def test_curator(desk):
    desk.preset_printer(desk.path('agreement.pdf'))
    window = desk.open(until='2021-11-08', today='2021-11-22')
    form_group(desk, window)
    print_agreement(desk, window)
    record_signatures(desk, window)
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_curator, test_curator_empty)
