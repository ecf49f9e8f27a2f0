# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop starts the program through the bus: alone, and with a file."""
import os
import signal
import subprocess

import harness

APP = 'io.github.nastavnik.Nastavnik'


class Started:
    """A program that the bus has started, as the window of the harness wants it."""

    returncode = None

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        return None if os.path.exists(f'/proc/{self.pid}') else 0

    def terminate(self):
        os.kill(self.pid, signal.SIGTERM)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)

    def wait(self, timeout=10):
        try:
            harness.wait_for('the program to end', lambda: self.poll() is not None, timeout)
        except harness.Failed as late:
            raise subprocess.TimeoutExpired('nastavnik', timeout) from late


def ask_bus(desk, method, *arguments):
    return desk.run('gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus',
                    '--object-path', '/org/freedesktop/DBus',
                    '--method', 'org.freedesktop.DBus.' + method, *arguments)


def announce(desk):
    """Lays the service file, as it is installed, where the bus looks."""
    folder = os.path.join(os.environ['XDG_DATA_HOME'], 'dbus-1', 'services')
    os.makedirs(folder, exist_ok=True)
    made = os.path.join(harness.BUILD, 'data', APP + '.service')
    with open(made, encoding='utf-8') as file:
        lines = file.read().splitlines()
    with open(os.path.join(folder, APP + '.service'), 'w', encoding='utf-8') as file:
        for line in lines:
            if line.startswith('Exec='):
                line = f'Exec={harness.PROGRAM} ' + line.split(' ', 1)[1]
            file.write(line + '\n')
    ask_bus(desk, 'ReloadConfig')


def launch(desk, *files):
    desk.run('gapplication', 'launch', APP, *files)
    pid = int(ask_bus(desk, 'GetConnectionUnixProcessID', APP).split()[1].rstrip(',)'))
    log = desk.path('bus.log')
    open(log, 'a', encoding='utf-8').close()
    window = harness.Window(desk, Started(pid), log)
    desk.windows.append(window)
    return window


def test_alone(desk):
    announce(desk)
    window = launch(desk)
    window.find('frame', 'Nastavnik')
    desk.check(True, 'the program comes when the bus is asked for it')
    pid = window.process.pid
    again = launch(desk)
    desk.check(again.process.pid == pid and
                sum(item.role == 'frame' for item in again.root.children()) == 1,
                'asked again it is the same window')


def test_with_a_file(desk):
    announce(desk)
    base = desk.make_base('2022-07-01')
    window = launch(desk, base)
    window.find_text('Сорокина Т.Г.')
    desk.check(True, 'a file given to the bus is opened')


if __name__ == '__main__':
    harness.run(test_alone, test_with_a_file)
