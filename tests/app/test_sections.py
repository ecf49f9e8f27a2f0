# SPDX-License-Identifier: GPL-3.0-or-later
"""Every section opens by its key, and whatever takes the focus in it has a name."""
import re

import harness

SECTIONS = ('Today', 'Teams', 'Groups', 'Agreements', 'Programmes', 'Indicators')
# What the bus says of a widget that nobody has named: the name of its class.
NAMELESS = re.compile(r'^((Gtk|Adw|Nst)[A-Z]\w*)?$')
# An entry row keeps its name on the row; its list item is a frame around it. The list of a
# boxed list takes no focus itself.
FRAMES = ('list item', 'list', 'scroll pane', 'panel', 'filler', 'frame', 'tree table')
# The header row of a column view and the button inside of a drop-down belong to GTK.
INNER = ('table row', 'combo box')


def find_nameless(window):
    """Where there is no name a tooltip is read instead: newer GTK makes it the name itself."""
    seen = []

    def look(item, named):
        if (item.role not in FRAMES and item.has('focusable', 'sensitive')
                and item.width != 0 and NAMELESS.match(item.name) and not item.text
                and not item.description):
            seen.append(f'{item.role} «{item.name}» in “{named}”')
        if not NAMELESS.match(item.name):
            named = item.name
        for child in item.children():
            if child.has('visible') and item.role not in INNER and child.role not in INNER[:1]:
                look(child, named)
    for frame in window.root.children():
        look(frame, frame.name)
    return seen


def test_sections(desk):
    window = desk.open(until='2022-07-01')
    for number, name in enumerate(SECTIONS, start=1):
        window.press(f'alt+{number}')
        window.settle(1)
        window.find('label', name)
        desk.check(True, f'Alt+{number} opens “{name}”')
    nameless = find_nameless(window)
    for line in nameless:
        desk.tap.note('no name: ' + line)
    desk.tap.ok(not nameless, 'whatever takes the focus has a name')
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_sections)
