# SPDX-License-Identifier: GPL-3.0-or-later
"""The office itself by keyboard: reminders, the organisation's card, duplicates, school years."""
import json
import os
import re
import signal
import sys

import harness

# Stands in for the desktop: writes down what is shown, and clicks it when it gets a signal.
DESKTOP = '''
import json, signal, sys
from gi.repository import Gio, GLib
XML = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""
def say(words):
    with open(sys.argv[1], "a", encoding="utf-8") as log:
        log.write(json.dumps(words, ensure_ascii=False) + "\\n")
def call(bus, sender, path, interface, method, arguments, invocation):
    if method == "Notify":
        say(["shown", arguments.unpack()[3], arguments.unpack()[4]])
        invocation.return_value(GLib.Variant("(u)", (1,)))
    else:
        say(["withdrawn"])
        invocation.return_value(None)
def click(*unused):
    bus.emit_signal(None, "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
                    "ActionInvoked", GLib.Variant("(us)", (1, "default")))
    return True
bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
bus.register_object("/org/freedesktop/Notifications",
                    Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], call, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.Notifications", 0,
                               lambda *unused: say(["ready"]), None)
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, click)
GLib.MainLoop().run()
'''


def choose(window, item):
    """An item of the main menu, from the keyboard."""
    window.press('F10')
    roles = ('menu item', 'check menu item')
    window.find(roles, item)
    window.tab_to(roles, item, key='Down', limit=20)
    window.press('Return')


def read_log(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8') as log:
        return [json.loads(line) for line in log]


def test_reminders(desk):
    log = desk.path('desktop.log')
    desktop = desk._spawn(sys.executable, '-c', DESKTOP, log)
    harness.wait_for('the desktop', lambda: read_log(log))
    base = desk.make_base('2021-12-31')
    window = desk.open('--remind', '--section', 'teams', base=base, today='2021-12-31')
    shown = harness.wait_for('the reminder', lambda: [
        line for line in read_log(log) if line[0] == 'shown'])
    desk.check(len(shown) == 1 and 'Отчёт об охвате' in shown[0][2],
               'one notification tells what is due for this office')
    desktop.send_signal(signal.SIGUSR1)
    window.find('list item', 'Today', selected=True)
    desk.check(window.look('label', 'Today') is not None, 'its click opens Today')
    window.find_text('Отчёт об охвате')
    desk.check(True, 'Today lists the deadline')
    window.close()
    again = desk.open('--remind', base=base, today='2021-12-31')
    again.settle(2)
    desk.check(len([line for line in read_log(log) if line[0] == 'shown']) == 1,
               'the same day is not told twice')
    again.close()
    later = desk.open('--remind', base=base, today='2022-01-01')
    harness.wait_for('the next reminder', lambda: len(
        [line for line in read_log(log) if line[0] == 'shown']) == 2)
    desk.check('was due 31.12.2021' in read_log(log)[-1][2],
               'on the next day it is told that it is late')
    choose(later, 'Remind of deadlines')
    harness.wait_for('the withdrawal', lambda: ['withdrawn'] in read_log(log))
    desk.check(True, 'switched off in the menu, it is withdrawn')
    desk.check_quiet(later)


def test_quiet(desk):
    log = desk.path('desktop.log')
    desk._spawn(sys.executable, '-c', DESKTOP, log)
    harness.wait_for('the desktop', lambda: read_log(log))
    window = desk.open(until='2021-12-31')
    window.settle(2)
    desk.check(read_log(log) == [['ready']], 'a day that was given reminds nobody')
    desk.check_quiet(window)


def test_renaming(desk):
    """A school gets another name from a day on; the old one stays known."""
    window = desk.open(until='2022-07-01')
    window.press('alt+2')
    window.find('label', 'Горнобалыклейская')
    # Backwards: the card's button is near the end of the window.
    window.tab_to('push button', 'Whole card', key='shift+Tab')
    window.press('Return')
    window.find('label', 'Names')
    window.tab_to(('push button', 'toggle button'), 'Names: change from a day on')
    window.press('Return')
    window.find('label', 'Change from this day')
    window.type('Lyceum')
    # What stands in the entries on the way there must not be typed over.
    window.tab_to('push button', 'Calendar')
    window.press('Tab')
    window.type('Order 7')
    window.tab_to('push button', 'Change from this day')
    window.press('Return')
    window.find_text('Earlier')
    window.find_text(re.compile('Full name · until 30.06.2022 · Order 7'))
    desk.check(True, 'the card lists the name that it had until the day before')
    names = json.loads(desk.cli('list', 'organisations', '--json'))
    desk.check(any(one['full_name'] == 'Lyceum' for one in names),
               'the base has the new name')
    former = json.loads(desk.cli('list', 'formers', '--json'))
    desk.check(('full_name', '2022-06-30', 'Order 7') in [
        (one['field'], one['until'], one['basis']) for one in former],
               'and the old one with its basis')
    window.press('ctrl+z')
    harness.wait_for('the old name', lambda: not json.loads(
        desk.cli('list', 'formers', '--json')))
    desk.check(True, 'Ctrl+Z takes all of it back at once')
    window.press('Escape')
    window.find('push button', 'Whole card', focused=True)
    desk.check(True, 'Escape leads back to where the keyboard was')
    choose(window, 'Our organisation')
    window.find_text('ГАУ ДПО «ВГАПО»')
    desk.check(window.look('label', 'Our organisation') is not None,
               "the menu leads to the office's own card")
    desk.check_quiet(window)


def test_duplicates(desk):
    """A person entered twice becomes one, with the value that is chosen."""
    base = desk.make_base('2022-07-01')
    desk.cli('add', 'people', 'last=Лугова', 'first=Ирина', 'middle=Денисовна',
             'post=Заведующая', 'mobile=+7 900 000-00-00')
    before = len(json.loads(desk.cli('list', 'people', '--json')))
    window = desk.open(base=base, today='2022-07-01')
    choose(window, 'Find duplicates')
    window.find('list item', re.compile('Лугова.*Лугова'), focused=True)
    window.press('Return')
    choice = ('radio button', 'check box')
    window.find(choice, 'Post: директор', focused=True)
    window.press('Right')
    window.find(choice, 'Post: Заведующая', focused=True)
    window.press('space')
    window.find(choice, 'Post: Заведующая', checked=True)
    window.tab_to('push button', 'Make one card of the two')
    window.press('Return')
    window.find('label', 'No duplicates')
    people = json.loads(desk.cli('list', 'people', '--json'))
    joined = [one for one in people if one['last'] == 'Лугова']
    desk.check(len(people) == before - 1 and len(joined) == 1
               and joined[0]['post'] == 'Заведующая', 'one card is left, with the chosen post')
    window.press('ctrl+z')
    window.find('list item', re.compile('Лугова.*Лугова'))
    desk.check(len(json.loads(desk.cli('list', 'people', '--json'))) == before,
               'Ctrl+Z parts them again')
    desk.check_quiet(window)


def test_year(desk):
    """A school year is closed with its teams carried on, and opened again with a ground."""
    window = desk.open(until='2022-07-01')
    choose(window, 'School year')
    window.find('label', 'School year 2021/22')
    told = window.find('label', re.compile('go(es)? on into 2022/23'))
    carried = int(re.search(r'(\d+) team', told.name).group(1))
    teams = len(json.loads(desk.cli('list', 'teams', '--json')))
    window.find('push button', 'Закрыть учебный год', focused=True)
    window.press('Return')
    window.find_text('Closed on 01.07.2022')
    after = json.loads(desk.cli('list', 'teams', '--json'))
    desk.check(carried > 0 and len(after) == teams + carried,
               'as many teams are carried as was said')
    window.tab_to(('push button', 'toggle button'), 'Открыть учебный год снова')
    window.press('Return')
    window.find('text', None)
    window.settle()
    window.type('A wrong report')
    window.tab_to('push button', 'Открыть учебный год снова')
    window.press('Return')
    window.find_text('Opened again on 01.07.2022: A wrong report')
    years = json.loads(desk.cli('list', 'years', '--json'))
    desk.check([one['state'] for one in years if one['number'] == '2021/22'] == ['OPEN'],
               'with a ground it is opened again')
    desk.check_quiet(window)


def test_numbering(desk):
    """Orders are numbered by a pattern, from another number, and by hand; each can be undone."""
    base = desk.make_base('2022-07-01')
    for number in ('1', '4'):
        desk.cli('add', 'order', 'kind=ASSIGNMENT', 'issuer=1', 'number=' + number,
                 'date=2022-03-01')
    window = desk.open(base=base, today='2022-07-01')

    def settings():
        return [(one['paper'], one['year'], one['pattern'], one['first'], one['by_hand'])
                for one in json.loads(desk.cli('list', 'series', '--json'))]
    choose(window, 'Numbering')
    window.find_text('Next number: 5')
    window.find_text('Missing: 2–3')
    desk.check(True, 'the page tells the next order and what is missing')
    window.find_text('ГОСТ Р 7.0.97-2025')
    desk.check(True, 'the standard of papers that holds is shown though nobody has chosen it')
    window.tab_to_entry('Order: Pattern of the number')
    window.press('ctrl+a')
    window.type('{nn}-M')
    window.press('Return')
    window.find_text('Next number: 05-M')
    window.tab_to_entry('Order: Begin or go on with the number')
    window.type('20')
    window.press('Return')
    window.find_text('Next number: 20-M')
    desk.check(settings() == [('order', 2022, '{nn}-M', 20, None)], 'the base has both')
    # In the entry itself Ctrl+Z is about what is being typed.
    window.tab_to(('check box', 'switch'), 'Agreement: Number automatically')
    window.press('ctrl+z')
    window.find_text('Next number: 05-M')
    desk.check(settings() == [('order', 2022, '{nn}-M', None, None)], 'Ctrl+Z takes one back')
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_reminders, test_quiet, test_renaming, test_duplicates, test_year,
                test_numbering)
