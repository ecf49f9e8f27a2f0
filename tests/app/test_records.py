# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group has besides its papers, by keyboard: a practice is entered and taken back."""
import harness
import test_year as year

DAY = '2022-03-24'
TITLE = 'Passport of control'


def open_group(window):
    window.press('alt+3')
    return year.find_page(window, 'Groups')


def test_practice(desk):
    """Entered by Enter in the form, gone after undo, here again after redo."""
    desk.make_base(DAY)
    with year.Day(desk, DAY) as window:
        page = open_group(window)
        year.open_form(window, page, '^Practice$', 'Title')
        window.type(TITLE)
        window.press('Return')
        harness.wait_for('the practice', lambda: year.read(desk, 'practices', DAY))
        practice = year.read(desk, 'practices', DAY)[0]
        desk.check(practice['title'] == TITLE and practice['group'] == 1,
                   'the practice belongs to the group')
        year.see(page, TITLE)
        window.press('ctrl+z')
        harness.wait_for('the practice to go', lambda: not year.read(desk, 'practices', DAY))
        year.see(page, 'No practice has been entered.')
        window.press('ctrl+shift+z')
        harness.wait_for('the practice again', lambda: year.read(desk, 'practices', DAY))
        desk.check(True, 'taken back and done again')


def test_diagnostics(desk):
    """Entry 50, exit 64: the card says +14."""
    desk.make_base(DAY)
    for number, (point, value) in enumerate((('ENTRY', '50'), ('EXIT', '64')), 1):
        desk.cli('--today', DAY, 'add', 'survey', 'group=1', 'title=Диагностика',
                 'kind=COMPETENCES', f'point={point}', f'date={DAY}')
        desk.cli('--today', DAY, 'add', 'answer', f'survey={number}', 'direction=DIR_QUALITY',
                 f'value={value}')
    with year.Day(desk, DAY) as window:
        page = open_group(window)
        year.see(page, '50 → 64')
        year.see(page, '+14')
        desk.check(True, 'entry and exit stand side by side with their change')


if __name__ == '__main__':
    harness.run(test_practice, test_diagnostics)
