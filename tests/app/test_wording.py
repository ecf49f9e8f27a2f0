# SPDX-License-Identifier: GPL-3.0-or-later
"""An office words a paper by keyboard: form, place, words, a field, the paper beside, and back."""
import json
import re

import harness

FORM = 'D3a'
PLACE = 'p.2'


def read(desk):
    rows = json.loads(desk.cli('wording', 'list', FORM, '--json'))
    return {row['node']: row for row in rows}


def test_wording(desk):
    window = desk.open(until='2021-12-31')
    before = read(desk)
    window.press('F10')
    window.find('menu item', 'Wording of documents…')
    window.tab_to('menu item', 'Wording of documents…', key='Down', limit=20)
    window.press('Return')
    window.tab_to('list item', 'Лист учета подписания соглашения. Original wording', key='Down')
    window.find_text('Shown with: Agreement')
    window.press('Return')
    window.tab_to('list item', re.compile(r'^Подписано \[.*\] из \[3\]\.'), key='Down')
    desk.check(True, 'fields have the names that people know')
    window.press('Return')
    window.press('ctrl+End')
    window.type(' More words.')
    window.find_text('Against the original:')
    desk.check(read(desk) == before, 'nothing is kept while somebody types')
    window.tab_to(('push button', 'toggle button'), 'Insert a field')
    window.press('Return')
    window.find('list item', 'Coordinator: Post')
    window.type('Coordinator: Post')
    window.settle(0.5)
    window.press('Return')
    shown = window.find('text', 'Wording', focused=True).text
    window.press('BackSpace')
    left = window.look('text', 'Wording').text
    desk.check('Post' in shown and 'Coordinator' not in left, 'a field goes as a whole')
    window.press('ctrl+Return')
    kept = harness.wait_for('the words', lambda: read(desk) != before and read(desk))
    desk.check(kept[PLACE]['text'] == before[PLACE]['text'] + ' More words.',
               'Ctrl+Return keeps what was typed, the fields as they were')
    desk.check([node for node in kept if kept[node] != before[node]] == [PLACE],
               'and nothing else')
    window.find_text('Version 1 of our wording · 1 place changed')
    window.press('Escape', 'ctrl+z')
    harness.wait_for('the original', lambda: read(desk) == before)
    desk.check(True, 'Ctrl+Z takes it back')
    window.press('Return', 'ctrl+End')
    window.type(' {nothing}')
    window.find_text('the template knows no “nothing”')
    window.press('Escape', 'Escape')
    desk.check(read(desk) == before, 'Escape leaves out what cannot be printed')
    window.press('Return', 'ctrl+End')
    window.type(' Again.')
    window.press('ctrl+Return')
    harness.wait_for('the words', lambda: read(desk)[PLACE]['state'] == 'changed')
    window.tab_to('push button', 'Restore the original')
    window.press('Return')
    harness.wait_for('the original', lambda: read(desk) == before)
    desk.check(True, 'and the original comes back')
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_wording)
