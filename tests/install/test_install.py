# SPDX-License-Identifier: GPL-3.0-or-later
"""meson install into a folder of its own, and the program works from there.

    test_install.py BUILD-FOLDER MESON
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD, MESON = sys.argv[1:]
APP = 'io.github.nastavnik.Nastavnik'
ICONS = 'share/icons/hicolor/'
EXPECTED = (
    'bin/nastavnik', 'bin/nastavnik-cli',
    f'share/applications/{APP}.desktop', f'share/metainfo/{APP}.metainfo.xml',
    f'share/mime/packages/{APP}.xml', f'share/dbus-1/services/{APP}.service',
    f'{ICONS}scalable/apps/{APP}.svg', f'{ICONS}symbolic/apps/{APP}-symbolic.svg',
    f'{ICONS}scalable/mimetypes/{APP}-base.svg', f'{ICONS}scalable/mimetypes/{APP}-package.svg',
    'share/man/man1/nastavnik.1', 'share/man/man1/nastavnik-cli.1',
    'share/bash-completion/completions/nastavnik-cli', 'share/locale/ru/LC_MESSAGES/nastavnik.mo',
    'share/nastavnik/schemes/pack.rng', 'share/nastavnik/demo/dubovka.xml',
    'share/nastavnik/grammar', 'share/nastavnik/calendars/ru.xml')
count = failed = 0


def ok(passed, what):
    global count, failed
    count += 1
    failed += not passed
    print(f"{'ok' if passed else 'not ok'} {count} - {what}")


def run(command, **environment):
    env = {key: value for key, value in os.environ.items() if not key.startswith('NASTAVNIK_')}
    done = subprocess.run(command, env={**env, **environment}, capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        print('# ' + (done.stderr or done.stdout)[-800:].replace('\n', '\n# '))
    return done


with tempfile.TemporaryDirectory(prefix='nastavnik-install-') as folder:
    done = run([MESON, 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', folder])
    ok(done.returncode == 0, 'meson install goes into DESTDIR')
    found = list(Path(folder).rglob('bin/nastavnik-cli'))
    ok(len(found) == 1, 'the program is in it once')
    prefix = found[0].parents[1] if found else Path(folder)
    for name in EXPECTED:
        ok((prefix / name).exists(), name)
    ok(not list(prefix.rglob('*.a')) and not list(prefix.rglob('test-*')), 'and nothing of the build')

    moved = Path(folder) / 'moved elsewhere'
    prefix.rename(moved)
    home = str(Path(folder) / 'home')
    cli = [str(moved / 'bin' / 'nastavnik-cli'), '--base', str(Path(folder) / 'a.nastavnik')]
    done = run([*cli, 'init', '--demo', 'dubovka'], HOME=home)
    ok(done.returncode == 0, 'moved elsewhere it finds the demonstration')
    paper = Path(folder) / 'agreement.pdf'
    done = run([*cli, 'print', 'agreement', '1', '-o', str(paper)], HOME=home)
    ok(done.returncode == 0 and paper.exists() and paper.read_bytes()[:5] == b'%PDF-',
       'and prints a document')
    russian = run([*cli[:1], '--help'], LC_ALL='ru_RU.UTF-8', LANGUAGE='ru').stdout
    ok('Коды' in russian or 'ru_RU' not in run(['locale', '-a']).stdout, 'and speaks Russian')
print(f'1..{count}')
sys.exit(1 if failed else 0)
