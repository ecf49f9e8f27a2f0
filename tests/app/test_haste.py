# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys that come faster than the window can slide its toasts."""
import time

import harness


def test_haste(desk):
    """Undo and redo faster than their toasts slide in: libadwaita 1.2 crashed on it."""
    window = desk.open(until='2021-11-24')
    window.press('alt+4')
    window.find('list item', '3 of 3 signed')
    for pause in (0, 0.05, 0.15, 0.3):
        for _ in range(5):
            for key in ('ctrl+z', 'ctrl+shift+z'):
                desk.run('xdotool', 'key', '--clearmodifiers', key)
                time.sleep(pause)
    window.settle(1)
    window.press('ctrl+z')
    window.find('list item', '2 of 3 signed')
    desk.check(window.process.poll() is None, 'forty hasty undos and redos leave the program whole')
    desk.check_quiet(window)


if __name__ == '__main__':
    harness.run(test_haste)
