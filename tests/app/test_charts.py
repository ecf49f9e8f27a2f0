# SPDX-License-Identifier: GPL-3.0-or-later
"""A chart is read by keyboard: mark by mark, and as its table."""
import re

import harness


def test_charts(desk):
    window = desk.open(until='2022-07-01')
    window.press('alt+6')
    window.settle(1)
    chart = window.tab_to('image', re.compile('2021: plan 70, fact 2'))
    desk.check('fact 2' in chart.description and chart.description.startswith('2021'),
               'the first year is told at once')
    window.press('Right')
    desk.check(chart.description.startswith('2022: plan 210, fact 2'), 'Right goes to the next year')
    window.press('End')
    desk.check(chart.description == '2024: plan 460', 'End goes to the last one')
    window.press('Right', 'Home')
    desk.check(chart.description.startswith('2021'), 'Home goes back')
    window.press('alt+Left')
    window.settle(1)
    chart = window.find('image', re.compile('2021: plan 70, fact 2'))
    desk.check('2022: plan 210;' in chart.name, 'Alt and an arrow still change the year')
    window.press('alt+Right')
    window.settle(1)
    window.tab_to('image', re.compile('2021: plan 70, fact 2'))
    window.press('Tab', 'space')
    window.find('label', 'Share of the plan')
    window.find('label', '460*')
    desk.check(True, 'the table unfolds')
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_charts)
