# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the window on a display and a bus of its own, presses its keys, reads what it says.

A test is a file of steps:

    def test_programme(desk):
        window = desk.open(until='2022-07-01')
        window.press('alt+5')
        window.find('label', 'Programmes')

    harness.run(test_programme)

Nothing of the person who runs it is touched: home, base, bus and display are new each time.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

BUILD = os.environ.get('G_TEST_BUILDDIR', os.path.join(os.getcwd(), 'build'))
SOURCE = os.environ.get('G_TEST_SRCDIR',
                        os.path.dirname(os.path.dirname(os.path.dirname(__file__))))
PROGRAM = os.environ.get('NASTAVNIK', os.path.join(BUILD, 'src', 'app', 'nastavnik'))
CLI = os.environ.get('NASTAVNIK_CLI', os.path.join(BUILD, 'src', 'cli', 'nastavnik-cli'))
OUT = os.environ.get('NASTAVNIK_TEST_OUT', os.path.join(BUILD, 'tests', 'app', 'failed'))
PATIENCE = 12.0
# Warnings are fatal in the program, not in the library that this process reads the bus with.
PROGRAM_DEBUG = os.environ.pop('G_DEBUG', '')
# What newer versions of AT-SPI call a role, and the name that the tests know.
ROLES = {'button': 'push button'}


class Failed(Exception):
    """What was expected did not come; the message says what."""


class Tap:
    """Counts steps and prints them as the Test Anything Protocol."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def ok(self, passed, what):
        self.count += 1
        self.failed += not passed
        print(f"{'ok' if passed else 'not ok'} {self.count} - {what}", flush=True)

    def note(self, text):
        """On standard error too, which is what a test runner shows of a failed test."""
        for line in str(text).splitlines():
            print('# ' + line, flush=True)
            print('# ' + line, file=sys.stderr, flush=True)

    def done(self):
        print(f'1..{self.count}', flush=True)
        return 1 if self.failed else 0


def wait_for(what, ask, patience=PATIENCE):
    """Asks again and again until the answer is true; gives the answer."""
    end = time.monotonic() + patience
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failed(f'waited {patience:.0f} s in vain for {what}')
        time.sleep(0.1)


def plain(text):
    """No-break spaces as spaces: a test reads words, not typography."""
    return (text or '').replace('\u00a0', ' ').replace('\u202f', ' ')


def matches(pattern, text):
    """A string is found as it is, a compiled pattern by search."""
    if hasattr(pattern, 'search'):
        return bool(pattern.search(plain(text)))
    return pattern in plain(text)


class Item:
    """One thing of the window as the accessibility bus shows it."""

    def __init__(self, node):
        self.node = node

    def _read(self, ask, otherwise):
        try:
            return ask()
        except Exception:  # it is gone meanwhile
            return otherwise

    @property
    def role(self):
        role = self._read(self.node.get_role_name, '')
        if role == 'toggle button' and self._is_in_menu_button():
            role = 'push button'
        return ROLES.get(role, role)

    def _is_in_menu_button(self):
        """Newer GTK gives the focus of a menu button to the toggle button inside of it."""
        parent = self.parent()
        return (parent is not None and parent.role == 'push button' and self.name != ''
                and parent.name == self.name)

    @property
    def name(self):
        return plain(self._read(self.node.get_name, ''))

    @property
    def description(self):
        return plain(self._read(self.node.get_description, ''))

    @property
    def text(self):
        from gi.repository import Atspi

        def ask():
            length = Atspi.Text.get_character_count(self.node)
            return Atspi.Text.get_text(self.node, 0, length)
        return plain(self._read(ask, ''))

    def has(self, *states):
        from gi.repository import Atspi
        held = self._read(self.node.get_state_set, None)
        return held is not None and all(
            held.contains(getattr(Atspi.StateType, state.upper())) for state in states)

    @property
    def width(self):
        """In pixels; 0 as long as it has never been on screen, None for what has no place."""
        from gi.repository import Atspi
        extents = self._read(
            lambda: Atspi.Component.get_extents(self.node, Atspi.CoordType.WINDOW), None)
        if extents is None or 'GtkStackPage' in self.name or self.role == 'application':
            return None
        return extents.width

    def children(self):
        count = self._read(self.node.get_child_count, 0)
        for position in range(count):
            child = self._read(lambda: self.node.get_child_at_index(position), None)
            if child is not None:
                yield Item(child)

    def walk(self, hidden=False):
        """Itself and everything in it; what is not on screen is left out."""
        yield self
        for child in self.children():
            if hidden or child.has('visible') or child.role in ('application', 'frame', 'dialog'):
                yield from child.walk(hidden)

    def parent(self):
        node = self._read(self.node.get_parent, None)
        return Item(node) if node is not None else None

    def __str__(self):
        return f'{self.role} «{self.name}»' + (f' ({self.description})' if self.description else '')


class Focus:
    """What has the keyboard, as the bus tells it: walking the whole window would last longer."""

    def __init__(self):
        from gi.repository import Atspi
        self.item = None
        self.count = 0
        self.listener = Atspi.EventListener.new(self._came)
        self.listener.register('object:state-changed:focused')

    def _came(self, event):
        if event.detail1:
            self.item = Item(event.source)
            self.count += 1

    def listen(self, seconds):
        """Takes in what the bus tells within that time, or sooner when it has told of a focus."""
        from gi.repository import GLib
        context = GLib.MainContext.default()
        before = self.count
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not context.iteration(False):
                if self.count > before:
                    break
                time.sleep(0.01)

    def after(self, press):
        """What has the keyboard after a key; None when nothing told that it has it now."""
        self.listen(0.02)
        self.item = None
        press()
        self.listen(0.5)
        self.listen(0.06)  # a row hands the focus on to what is in it
        return self.item if self.item is not None and self.item.has('focused') else None


class Window:
    """The running program."""

    def __init__(self, desk, process, log):
        self.desk = desk
        self.process = process
        self.log = log
        self.root = wait_for('the program on the accessibility bus', self._find_root, 30)
        wait_for('the window', lambda: any(
            item.role in ('frame', 'window') for item in self.root.children()), 30)
        self.settle()

    def _find_root(self):
        from gi.repository import Atspi
        if self.process.poll() is not None:
            raise Failed(f'the program ended with {self.process.returncode}:\n{self.read_log()}')
        desktop = Atspi.get_desktop(0)
        for position in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(position)
            if child is not None and child.get_process_id() == self.process.pid:
                return Item(child)
        return None

    def read_log(self):
        with open(self.log, encoding='utf-8', errors='replace') as log:
            return log.read()

    def settle(self, seconds=0.4):
        time.sleep(seconds)

    def items(self, hidden=False):
        from gi.repository import GLib
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        self.root.node.clear_cache()
        return self.root.walk(hidden)

    def look(self, role, name=None, **states):
        """The first thing of a role (None: any) and name that is on screen now, or None."""
        for item in self.items():
            if role is not None and item.role not in (role if isinstance(role, tuple) else (role,)):
                continue
            if name is not None and not matches(name, item.name):
                continue
            if all(item.has(state) == wanted for state, wanted in states.items()):
                return item
        return None

    def find(self, role, name=None, patience=PATIENCE, **states):
        shown = getattr(name, 'pattern', name)
        return wait_for(f'{role} «{shown}» {states or ""}',
                        lambda: self.look(role, name, **states), patience)

    def find_text(self, text, patience=PATIENCE):
        """Any name, description or text that has these words."""
        def ask():
            for item in self.items():
                if (matches(text, item.name) or matches(text, item.description)
                        or matches(text, item.text)):
                    return item
            return None
        return wait_for(f'the words «{getattr(text, "pattern", text)}»', ask, patience)

    # A page of a stack that is not shown stays on the bus of GTK 4.8 and says that it is
    # visible: what has gone is told by what has come instead, or by a dialog that has closed.
    def gone(self, role, name, patience=PATIENCE):
        wait_for(f'{role} «{name}» to go', lambda: self.look(role, name) is None, patience)

    def focused(self):
        for item in self.items():
            if item.has('focused') and item.role not in ('frame', 'application'):
                return item
        return None

    def press(self, *keys):
        for key in keys:
            self.desk.run('xdotool', 'key', '--clearmodifiers', key)
            time.sleep(0.12)
        self.settle(0.25)

    def type(self, text):
        self.desk.run('xdotool', 'type', '--delay', '25', text)
        self.settle(0.25)

    def tab_to(self, role, name=None, key='Tab', limit=80, onward=False, **states):
        """Presses Tab until the focus is on it, as a person without a mouse does.

        Onward: what has the keyboard now is not meant, though its name may be the same.
        """
        seen = []
        item = None if onward else self.focused()
        for _ in range(limit + 1):
            if item is not None:
                seen.append(str(item))
                if ((role is None or item.role in (role if isinstance(role, tuple) else (role,)))
                        and (name is None or matches(name, item.name))
                        and all(item.has(state) == wanted for state, wanted in states.items())):
                    self.settle(0.3)  # it may still be scrolled into view
                    return item
            item = self.desk.focus.after(
                lambda: self.desk.run('xdotool', 'key', '--clearmodifiers', key)) or self.focused()
        raise Failed(f'{key} never came to {role} «{getattr(name, "pattern", name)}», only to:\n  '
                     + '\n  '.join(seen))

    def tab_to_entry(self, name, limit=80):
        """Presses Tab until what is typed comes to the entry row of that name.

        In libadwaita 1.2 an entry row does not tell the bus that it has the focus, but it
        selects its text when the focus comes; an empty one is found out by a letter. Newer
        ones simply tell.
        """
        from gi.repository import Atspi
        for _ in range(limit):
            self.press('Tab')
            item = self.focused()
            if item is not None and item.role == 'text' and matches(name, item.name):
                return item
            if item is not None:
                continue
            entry = self.look('text', name)
            if entry is None:
                raise Failed(f'there is no entry row «{name}»')
            if entry.text:
                if Atspi.Text.get_n_selections(entry.node) > 0:
                    return entry
                continue
            self.press('x')
            if self.look('text', name).text == 'x':
                self.press('BackSpace')
                return self.look('text', name)
            self.press('BackSpace')
        raise Failed(f'Tab never came to the entry row «{name}»')

    def dump(self):
        lines = []

        def write(item, depth):
            words = item.text
            lines.append('  ' * depth + str(item) + (f' “{words[:80]}”' if words else '')
                         + (' *' if item.has('focused') else ''))
            for child in item.children():
                if child.has('visible') or depth == 0:
                    write(child, depth + 1)
        write(self.root, 0)
        return '\n'.join(lines)

    def shoot(self, path):
        os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
        self.desk.run('import', '-window', 'root', path)

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


class Desk:
    """A display, a bus and a home for one test."""

    def __init__(self, name, size='1366x768', language=None, dark=False, tap=None):
        self.name = name
        self.size = size
        self.language = language
        self.dark = dark
        self.started = []
        self.windows = []
        self.tap = tap or Tap()

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix='nastavnik-test-')
        try:
            self._prepare_environment()
            self._start_display()
            self._start_bus()
            self.focus = Focus()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, kind, error, trace):
        if error is not None and isinstance(error, Failed):
            self.tap.ok(False, str(error).splitlines()[0])
            self.tap.note(error)
            self._keep_evidence()
        for window in self.windows:
            window.close()
        self._stop()
        return isinstance(error, Failed)

    def _prepare_environment(self):
        env = os.environ
        for key, folder in (('HOME', ''), ('XDG_DATA_HOME', 'data'), ('XDG_CONFIG_HOME', 'config'),
                            ('XDG_CACHE_HOME', 'cache'), ('XDG_RUNTIME_DIR', 'run')):
            path = os.path.join(self.home, folder)
            os.makedirs(path, mode=0o700, exist_ok=True)
            env[key] = path
        for key in ('WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS',
                    'GTK_THEME', 'LANGUAGE', 'LC_MESSAGES', 'LANG'):
            env.pop(key, None)
        env.update(GDK_BACKEND='x11', GSK_RENDERER='cairo', GSETTINGS_BACKEND='memory',
                   NO_AT_BRIDGE='0', GTK_A11Y='atspi', ADW_DISABLE_PORTAL='1',
                   LC_ALL=self.language or 'C.UTF-8')
        env.setdefault('NASTAVNIK_DATADIR', os.path.join(SOURCE, 'data'))
        env.setdefault('NASTAVNIK_LOCALEDIR', os.path.join(BUILD, 'po'))
        env['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark' if self.dark else 'prefer-light'
        self._choose_font()

    def _choose_font(self):
        """The font of a GNOME desktop, whatever others this machine happens to have."""
        folder = os.path.join(os.environ['XDG_CONFIG_HOME'], 'gtk-4.0')
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, 'settings.ini'), 'w', encoding='utf-8') as settings:
            settings.write('[Settings]\ngtk-font-name=Cantarell 11\n')

    def _spawn(self, *command, **extra):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, **extra)
        self.started.append(process)
        return process

    def _start_display(self):
        read, write = os.pipe()
        # Without -noreset the display starts anew whenever its last client has gone, and whoever
        # comes at that moment, window manager or program, is turned away or breaks off.
        self._spawn('Xvfb', '-displayfd', str(write), '-screen', '0', f'{self.size}x24', '-nolisten',
                    'tcp', '-noreset', pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise Failed('Xvfb found no free display')
        os.environ['DISPLAY'] = ':' + number
        # Both layouts at once: typing Cyrillic must not remap keys while a program listens.
        subprocess.run(['setxkbmap', '-layout', 'us,ru'], check=False, stderr=subprocess.DEVNULL)
        self._spawn('openbox', stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        wait_for('the window manager', lambda: subprocess.run(
            ['xdotool', 'get_num_desktops'], capture_output=True, check=False).returncode == 0)

    def _start_bus(self):
        bus = self._spawn('dbus-daemon', '--session', '--nofork', '--print-address',
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().decode().strip()
        for folder in ('/usr/libexec', '/usr/lib/at-spi2-core', '/usr/lib'):
            launcher = os.path.join(folder, 'at-spi-bus-launcher')
            if os.path.exists(launcher):
                break
        else:
            raise Failed('there is no at-spi-bus-launcher (package at-spi2-core)')
        self._spawn(launcher, '--launch-immediately', stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL)
        wait_for('the accessibility bus', self._enable_accessibility)

    def _enable_accessibility(self):
        return subprocess.run(
            ['gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path',
             '/org/a11y/bus', '--method', 'org.freedesktop.DBus.Properties.Set',
             'org.a11y.Status', 'IsEnabled', '<true>'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0

    def _stop(self):
        for process in reversed(self.started):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def _keep_evidence(self):
        for number, window in enumerate(self.windows):
            if window.process.poll() is not None:
                self.tap.note(f'the program ended with {window.process.returncode}')
            else:
                path = os.path.join(OUT, f'{self.name}-{number}.png')
                window.shoot(path)
                self.tap.note(f'screenshot: {path}')
                self.tap.note(window.dump())
            self.tap.note(window.read_log()[-4000:])

    def run(self, *command, **extra):
        done = subprocess.run(command, capture_output=True, text=True, check=False, **extra)
        if done.returncode != 0:
            raise Failed(f'{" ".join(command)}: {done.returncode}\n{done.stderr or done.stdout}')
        return done.stdout

    def path(self, name):
        return os.path.join(self.home, name)

    def cli(self, *arguments, base='office.nastavnik'):
        return self.run(CLI, '--base', self.path(base), *arguments)

    def make_base(self, until, demo='dubovka', name='office.nastavnik'):
        """A demonstration office as it stood on the evening of a day."""
        self.run(CLI, '--base', self.path(name), '--today', until, 'init', '--demo', demo,
                 '--until', until)
        return self.path(name)

    def _remember_size(self):
        folder = os.path.join(os.environ['XDG_CONFIG_HOME'], 'nastavnik')
        os.makedirs(folder, exist_ok=True)
        width, height = self.size.split('x')
        with open(os.path.join(folder, 'window.ini'), 'w', encoding='utf-8') as state:
            state.write(f'[window]\nwidth={width}\nheight={height}\nmaximized=true\n')

    def preset_printer(self, path):
        """The print dialog offers to print into this file, as it would after the first time."""
        folder = os.path.join(os.environ['XDG_CONFIG_HOME'], 'nastavnik')
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, 'print.ini'), 'w', encoding='utf-8') as settings:
            settings.write('[Print Settings]\nprinter=Print to File\noutput-file-format=pdf\n'
                           f'output-uri=file://{path}\n')

    def read_pdf(self, path):
        """The words of a PDF in reading order, spaces and line ends as one space."""
        wait_for(f'the file {os.path.basename(path)}',
                 lambda: os.path.exists(path) and os.path.getsize(path) > 0)
        return re.sub(r'\s+', ' ', plain(self.run('pdftotext', '-layout', path, '-')))

    def open(self, *arguments, until=None, today=None, base=None):
        """Starts the program, on a demonstration base when `until` is given."""
        command = [PROGRAM, *arguments]
        self._remember_size()
        if today or until:
            command += ['--today', today or until]
        if until:
            base = self.make_base(until)
        if base:
            command += ['--in-place', base]
        # Out of the way, so that no tooltip lies over what a screenshot shows.
        self.run('xdotool', 'mousemove', *self.size.split('x'))
        window = self._start(command, 'program') or self._start(command, 'again')
        if window is None:
            raise Failed('the program broke off twice at its start')
        self.windows.append(window)
        return window

    def _start(self, command, name):
        """None if a library complained before the window came.

        Complaints are fatal here, and display and bus are as young as the program: GTK may find
        one of them not ready. What is wrong with the program itself comes again.
        """
        log = self.path(f'{name}-{len(self.windows)}.log')
        with open(log, 'wb') as sink:
            process = self._spawn(*command, stdout=sink, stderr=sink,
                                  env={**os.environ, 'G_DEBUG': PROGRAM_DEBUG})
        try:
            return Window(self, process, log)
        except Failed as failure:
            if process.poll() != -signal.SIGTRAP:
                raise
            self.tap.note(failure)
            return None

    def check(self, passed, what):
        """A step that must hold: its failure ends the test."""
        if not passed:
            raise Failed(what)
        self.tap.ok(True, what)

    def check_quiet(self, window):
        """The program complained about nothing on its standard error."""
        complaints = re.findall(r'.*(?:WARNING|CRITICAL|ERROR) \*\*.*|.*-(?:WARNING|CRITICAL).*',
                                window.read_log())
        if complaints:
            self.tap.note('\n'.join(complaints))
        self.tap.ok(not complaints, 'the program said nothing on its standard error')


def apart(function):
    """Calls it in a process of its own and gives what it gives, a text; None if it broke off.

    The accessibility library keeps the first bus that it has seen in a process.
    """
    read, write = os.pipe()  # not inherited by programs that the child starts
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        code = 1
        try:
            import gi
            gi.require_version('Atspi', '2.0')
            os.write(write, function().encode())
            code = 0
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    os.close(write)
    answer = None
    try:
        with os.fdopen(read) as pipe:
            answer = pipe.read()
        os.waitpid(child, 0)
    finally:
        try:
            os.killpg(child, signal.SIGTERM)  # what a test that broke off has left behind
        except ProcessLookupError:
            pass
    return answer or None


def run(*tests, **options):
    """Runs each test function with a desk of its own; ends with the exit code of all."""
    tap = Tap()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    if shutil.which('Xvfb') is None:
        print('1..0 # SKIP there is no Xvfb, so no window can be shown')
        sys.exit(0)
    for test in tests:
        def one():
            wanted = {**options, **getattr(test, 'desk', {})}  # a test may ask for another desk
            with Desk(test.__name__.replace('test_', ''), tap=tap, **wanted) as desk:
                test(desk)
            return f'{tap.count} {tap.failed}'
        answer = apart(one)
        if answer:
            tap.count, tap.failed = (int(number) for number in answer.split())
        else:
            tap.ok(False, f'{test.__name__} broke off')
    sys.exit(tap.done())
