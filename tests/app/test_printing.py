# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers by keyboard: looked at, put right, saved, sent by mail, and many printed at once."""
import glob
import os
import re
import signal
import subprocess
import sys

import harness

# Answers for the desktop: writes down what a letter would have been, and what is in its file.
PORTAL = '''
import os, sys
from gi.repository import Gio, GLib
XML = """<node><interface name='org.freedesktop.portal.Email'><method name='ComposeEmail'>
<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>
</method></interface></node>"""

def called(bus, sender, path, interface, method, parameters, invocation):
    _parent, options = parameters.unpack()
    fds = invocation.get_message().get_unix_fd_list()
    fd = fds.get(options['attachment_fds'][0])
    name = os.path.basename(os.readlink(f'/proc/self/fd/{fd}'))
    head = os.pread(fd, 5, 0).decode()
    with open(sys.argv[1] + '.part', 'w', encoding='utf-8') as log:
        log.write('\\n'.join([head, name, options['subject'], options['body']]))
    os.rename(sys.argv[1] + '.part', sys.argv[1])
    request = f"{path}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
    invocation.return_value(GLib.Variant('(o)', (request,)))
    bus.emit_signal(sender, request, 'org.freedesktop.portal.Request', 'Response',
                    GLib.Variant('(ua{sv})', (0, {})))

def acquired(bus, _name):
    node = Gio.DBusNodeInfo.new_for_xml(XML)
    bus.register_object('/org/freedesktop/portal/desktop', node.interfaces[0], called, None, None)

Gio.bus_own_name(Gio.BusType.SESSION, 'org.freedesktop.portal.Desktop', 0, acquired,
                 lambda *_: print('ready', flush=True), None)
GLib.MainLoop().run()
'''


def choose(desk, window, row, pattern, limit=40):
    """Opens a combo row that has the focus and goes down to a line of it."""
    window.press('Return')
    item = window.focused()
    for _ in range(limit):
        # In GTK 4.8 the lines of such a list have no names of their own, but labels.
        if item is not None and any(harness.matches(pattern, part.name) for part in item.walk()):
            window.press('Return')
            return
        item = desk.focus.after(
            lambda: desk.run('xdotool', 'key', '--clearmodifiers', 'Down')) or window.focused()
    raise harness.Failed(f'{row} has no line «{pattern}»')


def wait_for_chooser(window, title):
    """GTK's own dialog for files is no child of the program on the bus of 4.8."""
    harness.wait_for(f'the dialog «{title}»', lambda: subprocess.run(
        ['xdotool', 'search', '--name', title], capture_output=True, check=False).stdout)
    window.settle(1)


def read_percent(window):
    return int(re.search(r'(\d+) %', window.find(None, 'Size of the pages').name).group(1))


def look_at_pages(desk, window):
    """Zoom, the next page, small pages at the side: all by keys."""
    window.press('alt+4')
    page = window.find('image', 'Page 1 of')
    desk.check('СОГЛАШЕНИЕ' in page.description, 'the page on screen can be read aloud')
    window.tab_to('image', 'Page 1 of', key='shift+Tab')
    fit = read_percent(window)
    window.press('ctrl+plus')
    harness.wait_for('larger pages', lambda: read_percent(window) > fit)
    window.press('ctrl+0')
    harness.wait_for('the width', lambda: read_percent(window) == fit)
    desk.check(True, 'Ctrl+plus and Ctrl+0 change the size of the pages and tell it')
    window.press('Next')
    window.find('label', '2 of')
    window.press('ctrl+m')
    window.find('list item', 'Page 2', focused=True)
    window.press('Down')
    window.find('label', '3 of')
    desk.check(window.look('list item', 'Page 3', selected=True) is not None,
               'the small pages mark the page that is seen and lead to another')
    window.press('ctrl+m')


def put_case_right(desk, window):
    """A form that may be wrong is typed once, at the paper, and kept with the person."""
    window.tab_to('push button', 'Check the case: Швеца Павла Ильича', key='shift+Tab')
    window.press('Return')
    window.find('label', 'Genitive of “Швец Павел Ильич”')
    window.press('ctrl+a')
    window.type('Shvetsa Pavla')
    window.press('Return')
    harness.wait_for('the page with the right form', lambda: 'Shvetsa' in window.find(
        'image', 'Page 1 of').description)
    desk.check('Shvetsa Pavla' in desk.cli('show', 'person', '1', '--json'),
               'the right form is printed at once and kept with the person')
    desk.check(window.look(None, 'Check the case') is None, 'and nobody asks again')
    window.press('ctrl+z')
    window.find('push button', 'Check the case: Швеца Павла Ильича')
    desk.check(True, 'Ctrl+Z takes the correction back')


def use_menu(desk, window, item):
    window.tab_to('push button', 'More about the document', key='shift+Tab')
    window.press('Return')
    window.find('menu item', item)
    for _ in range(12):
        focused = desk.focus.after(lambda: desk.run('xdotool', 'key', 'Down'))
        if focused is not None and harness.matches(item, focused.name):
            break
    window.press('Return')


def save_for_word(desk, window):
    path = desk.path('agreement.docx')
    window.press('alt+4')
    window.tab_to('image', 'Page 1 of')
    use_menu(desk, window, 'Word')
    wait_for_chooser(window, 'Save for Word')
    window.press('ctrl+a')
    window.type(path)
    window.press('Return')
    harness.wait_for('the file for Word', lambda: os.path.exists(path))
    with open(path, 'rb') as file:
        desk.check(file.read(2) == b'PK', 'the document is saved for Word')


def send_by_mail(desk, window):
    log = desk.path('letter')
    window.tab_to('image', 'Page 1 of')
    use_menu(desk, window, 'e-mail')
    window.find('label', 'attach it to a letter yourself')
    desk.check(True, 'without a portal the program says what to do')
    portal = subprocess.Popen([sys.executable, '-c', PORTAL, log], stdout=subprocess.PIPE)
    desk.started.append(portal)
    portal.stdout.readline()
    window.tab_to('image', 'Page 1 of')
    use_menu(desk, window, 'e-mail')
    harness.wait_for('the letter', lambda: os.path.exists(log))
    with open(log, encoding='utf-8') as letter:
        head, name, subject = letter.read().split('\n')[:3]
    desk.check(head == '%PDF-' and name.endswith('.pdf'), 'the portal gets the PDF itself')
    desk.check('Соглашение' in subject, 'and the letter is called as the document')


def print_copies(desk, window):
    """Three parties, three copies: the dialog proposes them, each a whole paper."""
    window.press('ctrl+p')
    window.find('dialog', 'Print')
    window.press('Return')
    window.gone('dialog', 'Print')
    desk.read_pdf(desk.path('agreement.pdf'))
    pages = int(re.search(r'Pages:\s+(\d+)',
                          desk.run('pdfinfo', desk.path('agreement.pdf'))).group(1))
    text = desk.run('pdftotext', desk.path('agreement.pdf'), '-')
    desk.check(pages % 3 == 0 and text.count('СОГЛАШЕНИЕ О МЕНТОРСТВЕ') == 3,
               'an agreement prints in three copies')


def test_printing_one(desk):
    desk.make_base('2021-11-22')
    desk.cli('set', 'person', '1', 'last=Швец')
    desk.preset_printer(desk.path('agreement.pdf'))
    window = desk.open(base=desk.path('office.nastavnik'), today='2021-11-22')
    look_at_pages(desk, window)
    put_case_right(desk, window)
    save_for_word(desk, window)
    send_by_mail(desk, window)
    print_copies(desk, window)
    desk.check_quiet(window)


def see_whole_window(desk, window):
    """The papers of a group, with the window for themselves."""
    window.press('alt+3', 'ctrl+p')
    window.find('image', 'Page 1 of', focused=True)
    wide = read_percent(window)
    window.press('ctrl+9')
    harness.wait_for('the whole page', lambda: 0 < read_percent(window) < wide)
    desk.check(True, 'Ctrl+P shows the papers of a group, Ctrl+9 a whole page of them')
    window.press('Escape')


def start_consents(desk, window, folder):
    window.press('ctrl+shift+p')
    window.find('combo box', 'Document', focused=True)
    choose(desk, window, 'Document', 'Согласие на обработку')
    window.tab_to('combo box', 'Where to')
    choose(desk, window, 'Where to', 'A PDF file each')
    window.tab_to('push button', 'Print 11 documents')
    window.press('Return')
    wait_for_chooser(window, 'Folder for the documents')
    window.type(folder)
    window.press('Return')


def test_printing_all(desk):
    """One of eleven lacks something: it is named, one key leads there, the rest is printed."""
    folder = desk.path('papers')
    os.mkdir(folder)
    desk.make_base('2022-07-01')
    desk.cli('set', 'person', '7', 'organisation=')
    window = desk.open(base=desk.path('office.nastavnik'), today='2022-07-01')
    see_whole_window(desk, window)
    start_consents(desk, window, folder)
    window.find('label', 'Done: 10 of 11')
    files = glob.glob(os.path.join(folder, '*.pdf'))
    desk.check(len(files) == 10, 'ten of eleven are made')
    row = window.find('list item', 'Журавина', focused=True)
    desk.check('Organisation' in row.description, 'what is missing is named')
    window.press('Return')
    window.find('label', 'Журавина Нина Романовна')
    window.find_text(re.compile('Organisation'))
    desk.check(True, 'Enter leads to where it is filled in')
    window.press('ctrl+shift+p')
    window.find('label', 'Left out')
    desk.check(True, 'who comes back finds the rest of the list')
    window.press('Escape')
    window.find('label', 'Teams')
    desk.check_quiet(window)


def test_printing_narrow(desk):
    """At 360 px the small pages come over the page when asked for, and everything fits."""
    window = desk.open(until='2022-07-01')
    window.press('alt+3', 'Return', 'ctrl+p')
    window.find('image', 'Page 1 of')
    desk.check(window.find('frame').width <= 360, 'the papers of a group fit into 360 px')
    window.press('Escape', 'ctrl+shift+p')
    window.find('combo box', 'Which of them')
    desk.check(window.find('frame').width <= 360, 'the choice of many papers fits too')
    desk.check_quiet(window)


test_printing_narrow.desk = {'size': '360x640'}

if __name__ == '__main__':
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    harness.run(test_printing_one, test_printing_all, test_printing_narrow)
