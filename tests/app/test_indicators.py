#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Indicators by keyboard: from a number to its records, a typed value, what if."""
import re

import harness
import test_year as year

DAY = '2022-07-01'


def open_what_if(window):
    window.press('alt+6')
    page = year.find_page(window, 'Indicators')
    window.settle()
    window.tab_to('push button', re.compile('^What if'))
    window.press('space')
    year.see(page, re.compile('^What if: suppositions, not facts'))
    return page


def test_detail(desk):
    """Enter on a line opens it; a value is typed there with its source."""
    desk.make_base(DAY)
    with year.Day(desk, DAY) as window:
        page = open_what_if(window)
        window.press('space')  # back to the facts, in the table
        window.settle()
        window.tab_to(None, re.compile('^(Programme|Code|Verdict): '), limit=40)
        window.press('Return')
        year.see(page, 'Counted records')
        year.see(page, '6 records')
        desk.check(True, 'P1 opens: six activities are done')
        year.open_form(window, page, '^Enter a value', 'Value')
        window.type('40')
        window.tab_to_entry('Source')
        window.type('Report')
        window.press('Return')
        harness.wait_for('the value', lambda: year.read(desk, 'indicator_values', DAY))
        value = year.read(desk, 'indicator_values', DAY)[0]
        desk.check((value['code'], value['year'], value['value'], value['source'])
                   == ('P1', 2022, '40', 'Report'), 'a value is typed with its source')
        year.see(page, 'entered by hand: 40 (Report)')
        desk.check(True, 'and stands beside the computed one')


def test_bars(desk):
    """The missed target comes first, and leads to what it counted."""
    desk.make_base(DAY)
    with year.Day(desk, DAY) as window:
        window.press('alt+6')
        page = year.find_page(window, 'Indicators')
        row = window.tab_to('list item', re.compile('^Показатель'), limit=20)
        desk.check('%' in row.name, 'a missed target of the plan is the first bar: ' + row.name)
        window.press('Return')
        year.see(page, 'Counted records')
        desk.check(True, 'it opens with what it counted')


def test_what_if(desk):
    """The banner says so, the fact stays before what is supposed, and no fact changes."""
    desk.make_base(DAY)
    desk.cli('--today', DAY, 'add', 'scenario', 'name=More schools')
    desk.cli('--today', DAY, 'add', 'scenario_value', 'scenario=1', 'code=V2', 'year=2022',
             'value=138')
    with year.Day(desk, DAY) as window:
        page = open_what_if(window)
        year.see(page, re.compile('what if: 140'))
        desk.check(True, 'V3 follows: 2 and 138')
        window.press('ctrl+i')
        window.settle()
        desk.check(not [i for i in page.walk() if 'what if' in i.name],
                   'back to the facts: nothing supposed is left')


if __name__ == '__main__':
    harness.run(test_detail, test_bars, test_what_if)
