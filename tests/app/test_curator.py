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
    window.tab_to('push button', 'Form the group')
    window.press('Return')
    window.find('label', 'Group № 1')
    groups = json.loads(desk.cli('list', 'groups', '--json'))
    formed = [group for group in groups if group['state'] == 'FORMED']
    desk.check(len(formed) == 1, 'one group is formed by five keys and the number of the order')
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
    window.tab_to('list item', 'of 3 signed')
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


def test_curator(desk):
    desk.preset_printer(desk.path('agreement.pdf'))
    window = desk.open(until='2021-11-08', today='2021-11-22')
    form_group(desk, window)
    print_agreement(desk, window)
    record_signatures(desk, window)
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_curator)
