# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of one group by its events, each on its day in the window (DOMAIN 17.2 and 17.4).

Only schools and people are in the base before. Each day the program is started anew on the
same base with the clock of that day. The course of December has a test of its own, training.
"""
import json
import re
import time

import harness

BASE = 'office.nastavnik'
EXPERIENCED = 'Горнобалыклейская'
DEVELOPING = 'Песковатская'
# Latin: xdotool loses letters that need another keyboard layout when the machine is busy.
REASON = 'Quarantine at school'


def find_page(window, name):
    """The part of the window that shows a section: what is looked for is only there."""
    def ask():
        line = [window.root]
        window.root.node.clear_cache()
        while line:
            item = line.pop(0)
            if item.role == 'panel' and item.name == name:
                return item
            line += item.children()
        return None
    return harness.wait_for(f'the section {name}', ask)


def see(page, name, role=None, last=False, **states):
    """The first, or last, thing of the section with such a name."""
    def ask():
        page.node.clear_cache()
        found = None
        for item in page.walk():
            if (harness.matches(name, item.name) and (role is None or item.role == role)
                    and all(item.has(state) == wanted for state, wanted in states.items())):
                found = item
                if not last:
                    break
        return found
    return harness.wait_for(f'{role or "thing"} «{getattr(name, "pattern", name)}»', ask)


def act(window, page, name, last=False):
    """What a screen reader does with a button."""
    from gi.repository import Atspi
    button = see(page, name, 'push button', last, sensitive=True)
    Atspi.Action.do_action(button.node, 0)
    window.settle(0.2)


class Day:
    """The window on one day; it is closed in the evening."""

    def __init__(self, desk, today):
        self.desk = desk
        self.today = today

    def __enter__(self):
        self.window = self.desk.open(base=self.desk.path(BASE), today=self.today)
        return self.window

    def __exit__(self, kind, error, trace):
        if error is None:
            self.window.close()
            if 'CRITICAL' in self.window.read_log() or 'WARNING' in self.window.read_log():
                raise harness.Failed(f'{self.today}: {self.window.read_log()[-600:]}')
            self.desk.windows.remove(self.window)


def read(desk, kind, today):
    return json.loads(desk.cli('--today', today, 'list', kind, '--json'))


def wait_state(desk, kind, today, *wanted):
    """The base has taken what the window did."""
    harness.wait_for(f'{kind} to be {wanted} on {today}', lambda: [
        one['state_now'] for one in read(desk, kind, today)] == list(wanted))


def open_form(window, page, button, entry):
    """A small form of the details, from their end: its button has to be on screen."""
    window.tab_to('push button', re.compile(button), key='shift+Tab', limit=60)
    window.press('Return')
    see(page, entry, 'text')
    window.settle()


def put_forward(window, page, number=None):
    """The order of the education authority; the second team finds it proposed."""
    open_form(window, page, '^Order$', 'Number of the order')
    if number is not None:
        window.type(number)
    act(window, page, 'Record the order')
    window.settle()


def read_orders(desk, day):
    return [(order['number'], order['date'])
            for order in read(desk, 'orders', day) if order['kind'] == 'REGISTRY']


def register_teams(desk):
    for day, step, code, state in (('2021-10-29', 'Подать в реестр', 'SUBMITTED', 'Подана'),
                                   ('2021-11-08', 'Внести в реестр', 'REGISTERED', 'В реестре')):
        with Day(desk, day) as window:
            window.press('alt+2')
            page = find_page(window, 'Teams')
            if code == 'SUBMITTED':
                put_forward(window, page, '387')
            act(window, page, step)
            harness.wait_for('the first team', lambda: code in [
                team['state_now'] for team in read(desk, 'teams', day)])
            window.tab_to(('table row', 'table cell'), re.compile('СШ'))
            window.tab_to(('table row', 'table cell'), DEVELOPING, key='Down', limit=3)
            if code == 'SUBMITTED':
                put_forward(window, page)
            act(window, page, step)
            wait_state(desk, 'teams', day, code, code)
            see(page, re.compile(f'{EXPERIENCED}.*{state}'), 'table row')
            see(page, re.compile(f'{DEVELOPING}.*{state}'), 'table row')
        desk.check(True, f'{day}: both teams are «{state}»')
    orders = {team['registry_order'] for team in read(desk, 'teams', day)}
    desk.check(read_orders(desk, day) == [('387', '2021-10-29')] and len(orders) == 1,
               '29.10.2021: one order of the authority, № 387, puts both forward')


def form_group(desk):
    with Day(desk, '2021-11-10') as window:
        window.press('alt+4')  # opened with nothing in it: it has to take in what comes
        see(find_page(window, 'Agreements'), 'No agreements yet')
        window.press('alt+3', 'ctrl+n')
        page = find_page(window, 'Groups')
        see(page, DEVELOPING, 'list item', focused=True)
        window.press('Return')
        see(page, re.compile(f'{EXPERIENCED}.*points'), 'list item', focused=True)
        window.press('Return')
        see(page, 'Next', 'push button', focused=True)
        window.press('Return')
        see(page, 'Number of the order', 'text')
        window.type('1-M')
        window.press('Return', 'space')
        window.tab_to(('toggle button', 'check box', 'switch'),
                      'Consent of the experienced team')
        window.press('space')
        act(window, page, 'Form the group')
        wait_state(desk, 'groups', '2021-11-10', 'FORMED')
        see(page, 'Group № 1', 'label')
        see(page, 'Сформирована', 'label')
        see(page, re.compile('^Participant$'), 'push button')
        window.press('alt+4')
        see(find_page(window, 'Agreements'), '0 of 3 signed', 'list item')
        desk.check(True, 'agreements, opened empty, show the first one')
    wait_state(desk, 'teams', '2021-11-10', 'ASSIGNED', 'ASSIGNED')
    desk.check(True, '2021-11-10: the group is formed, the teams are in it')
    group = read(desk, 'groups', '2021-11-10')[0]
    desk.check((group['period_start'], group['period_end']) == ('2022-01-01', '2022-12-31'),
               'the assistant proposes the year 2022 as the term')


def count_marks(desk, today):
    return len(read(desk, 'marks', today))


def mark(desk, window, today, *rows):
    """Keys on rows of the plan; each is (number, key) and makes one mark."""
    window.press('alt+5')
    window.tab_to('list item', 'Организационный этап')
    for number, key in rows:
        before = count_marks(desk, today)
        window.tab_to('list item', re.compile(f'^{number}[.] '), key='Down', limit=40)
        window.desk.run('xdotool', 'key', key)
        if key == 'n':
            window.settle(0.6)
            window.type(REASON)
            window.press('Return')
        harness.wait_for(f'the mark of activity {number}',
                         lambda: count_marks(desk, today) > before)


def see_share(desk, window, share, done, today):
    window.press('alt+5')
    page = find_page(window, 'Programmes')
    see(page, f'{share} %', 'label')
    see(page, f'{done} of 18 done', 'label')
    desk.check(True, f'{today}: {done} of 18 activities, {share} %')


def follow_agreement(desk):
    """Each point of its way on the day it came about; between them the first activities."""
    for day, number in (('2021-11-15', 2), ('2021-11-18', 3)):
        with Day(desk, day) as window:
            mark(desk, window, day, (number, 'space'))
    for day, code, words in (('2021-11-19', 'SENT', 'In time: the last day is 19.11.2021'),
                             ('2021-11-22', 'PARTLY_SIGNED', '1 of 3 signed'),
                             ('2021-11-23', 'PARTLY_SIGNED', '2 of 3 signed'),
                             ('2021-11-24', 'SIGNED', '3 of 3 signed')):
        with Day(desk, day) as window:
            window.press('alt+4')
            page = find_page(window, 'Agreements')
            see(page, 'of 3 signed', 'list item')
            window.press('s')
            wait_state(desk, 'agreements', day, code)
            see(page, words)
        desk.check(True, f'{day}: the agreement is {code}: {words}')
    with Day(desk, '2021-11-25') as window:
        mark(desk, window, '2021-11-25', (4, 'space'))
    register_agreement(desk, '2021-11-26')
    with Day(desk, '2021-11-30') as window:
        mark(desk, window, '2021-11-30', (5, 'space'))
        see_share(desk, window, '27,8', 5, '2021-11-30')


def register_agreement(desk, day):
    with Day(desk, day) as window:
        window.press('alt+4')
        page = find_page(window, 'Agreements')
        see(page, '3 of 3 signed', 'list item')
        window.press('s')
        wait_state(desk, 'agreements', day, 'RETURNED')
        see(page, 'In time: the last day is 26.11.2021')
        window.press('s')
        wait_state(desk, 'agreements', day, 'IN_FORCE')
        see(page, 'Действует', 'label')
        window.press('alt+3')
        see(find_page(window, 'Groups'), 'Соглашения действуют', 'label')
        mark(desk, window, day, (1, 'space'))
    desk.check(True, f'{day}: the agreement is in force, 0 days late; the group is bound')


def take_step(desk, day, step, code, state, before=None):
    with Day(desk, day) as window:
        if before is not None:
            before(window)
        window.press('alt+5')
        page = find_page(window, 'Programmes')
        act(window, page, step)
        wait_state(desk, 'programs', day, code)
        see(page, state, 'label')
    desk.check(True, f'{day}: the programme is «{state}»')


def plan_event(window):
    """The dissemination plan; it leaves with the programme."""
    window.press('alt+3')
    page = find_page(window, 'Groups')
    open_form(window, page, '^Event$', 'Event or publication')
    window.type('Open seminar')
    act(window, page, 'Add to the plan')
    see(page, 'not sent')


def approve_programme(desk):
    with Day(desk, '2021-12-10') as window:
        window.press('alt+5')
        page = find_page(window, 'Programmes')
        for number, name in enumerate(('Воронцова', 'Лугова')):
            act(window, page, 'Согласовать')
            entry = see(page, 'Who acted', 'text')
            harness.wait_for(f'{name} to be proposed', lambda: name in entry.text)
            window.tab_to('push button', 'Согласовать', onward=True)
            window.press('Return')
            wait_state(desk, 'programs', '2021-12-10', 'AGREED' if number else 'DRAFT')
        see(page, 'Согласована', 'label')
    desk.check(True, '2021-12-10: both leaders agree, each in a name that is proposed')
    take_step(desk, '2021-12-17', 'Утвердить', 'APPROVED', 'Утверждена', plan_event)
    take_step(desk, '2021-12-20', 'Направить оператору', 'SENT_TO_OPERATOR',
              'Направлена оператору')
    desk.check([(event['title'], event['sent_on'])
                for event in read(desk, 'disseminations', '2021-12-20')]
               == [('Open seminar', '2021-12-20')],
               '2021-12-20: the dissemination plan went to the operator with the programme')
    with Day(desk, '2022-01-01') as window:
        window.press('alt+5')
        see(find_page(window, 'Programmes'), 'Реализуется', 'label')
        window.press('alt+3')
        see(find_page(window, 'Groups'), 'Работает', 'label')
    desk.check(True, '2022-01-01: the programme runs, the group works')


def carry_out(desk):
    for day, rows in (('2022-01-31', ((10, 'n'),)), ('2022-06-15', ((14, 'space'),))):
        with Day(desk, day) as window:
            mark(desk, window, day, *rows)
    with Day(desk, '2022-07-01') as window:
        mark(desk, window, '2022-07-01', (6, 'space'), (7, 'p'), (9, 'space'),
             (9, 'space'), (11, 'space'), (11, 'space'), (12, 'p'), (13, 'space'))
        see_share(desk, window, '33,3', 6, '2022-07-01')
    with Day(desk, '2022-11-24') as window:
        mark(desk, window, '2022-11-24', (15, 'space'))
    with Day(desk, '2022-12-20') as window:
        mark(desk, window, '2022-12-20', (6, 'space'), (7, 'space'), (8, 'space'), (9, 'space'),
             (9, 'space'), (11, 'space'), (12, 'space'), (13, 'space'), (13, 'space'))
    with Day(desk, '2022-12-22') as window:
        mark(desk, window, '2022-12-22', (16, 'space'))


def confirm(desk, window, step):
    """The step under the keyboard, and its form as it is proposed."""
    window.tab_to('push button', step, limit=20)
    window.press('Return')
    window.tab_to('push button', step, onward=True)
    window.press('Return')
    window.settle(0.5)


def write_report(desk, window, page, title, place):
    """The report is prepared and issued; the note wants its conclusions first."""
    act(window, page, re.compile(f'Prepare: .*{title}'))
    for _ in range(place):
        window.tab_to('text', 'Conclusions', limit=160, onward=True)
    window.type('Aims are reached')
    window.press('Tab')
    confirm(desk, window, 'Выпустить отчёт')


def open_details(window):
    window.press('alt+5')
    page = find_page(window, 'Programmes')
    act(window, page, 'General information, steps and reports')
    return page


def report(desk):
    with Day(desk, '2022-12-28') as window:
        write_report(desk, window, open_details(window), 'справка', 1)
        wait_state(desk, 'reports', '2022-12-28', 'ISSUED')
        see_share(desk, window, '88,9', 16, '2022-12-28')
    with Day(desk, '2022-12-30') as window:
        write_report(desk, window, open_details(window), '[Оо]тчёт', 2)
        wait_state(desk, 'reports', '2022-12-30', 'ISSUED', 'ISSUED')
        confirm(desk, window, 'Направить координатору')
        wait_state(desk, 'reports', '2022-12-30', 'ISSUED', 'SENT')
        see_share(desk, window, '94,4', 17, '2022-12-30')
    with Day(desk, '2022-12-31') as window:
        window.press('alt+5')
        see(find_page(window, 'Programmes'), 'Отчёты представлены', 'label')
        window.press('alt+4')
        see(find_page(window, 'Agreements'), 'Завершено', 'label')
    desk.check(True, '2022-12-31: the programme is reported, the agreement has ended')


def close(desk):
    with Day(desk, '2023-01-10') as window:
        act(window, open_details(window), 'Принять итоги')
        wait_state(desk, 'programs', '2023-01-10', 'CLOSED')
        window.press('alt+3')
        page = find_page(window, 'Groups')
        see(page, 'Завершена', 'label')
        desk.check(not any(item.name == 'Participant' and item.role == 'push button'
                           for item in page.walk()), 'nobody is added to a closed group')
    wait_state(desk, 'groups', '2023-01-10', 'CLOSED')
    desk.check(True, '2023-01-10: the coordinator accepts, the group is closed')


def test_year(desk):
    desk.make_base('2021-10-28')
    register_teams(desk)
    form_group(desk)
    follow_agreement(desk)
    approve_programme(desk)
    carry_out(desk)
    report(desk)
    close(desk)


if __name__ == '__main__':
    harness.run(test_year)
