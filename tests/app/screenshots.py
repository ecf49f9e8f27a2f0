# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of each section, light and dark, in Russian, at 1366x768.

    screenshots.py [--out DIR] [--until DATE] [--base FILE] [--language LOCALE] [SECTION…]

The base is the demonstration as it stood on DATE, or a copy of FILE on that day. Needs the built program (G_TEST_BUILDDIR,
default ./build) and the generated locale.
"""
import argparse
import os
import shutil
import subprocess
import sys

import harness

SECTIONS = ['today', 'teams', 'groups', 'agreements', 'programs', 'indicators']
# The day on which a section has most to show.
DAYS = {'agreements': '2021-11-24', 'groups': '2021-11-24'}


def take(section, dark, options):
    day = options.until or DAYS.get(section, '2022-07-01')
    name = f'{options.prefix}{section}-{"dark" if dark else "light"}'
    desk = harness.Desk(name, size=options.size, language=options.language, dark=dark)
    path = os.path.join(options.out, name + '.png')
    with desk:
        if options.base:
            copy = shutil.copy(options.base, desk.path('office.nastavnik'))
            window = desk.open('--section', section, base=copy, today=day)
        else:
            window = desk.open('--section', section, until=day)
        window.settle(1.5)
        window.shoot(path)
        print(path, flush=True)
        complaints = window.read_log().strip()
        if complaints:
            print(complaints, file=sys.stderr)
    return 'taken' if desk.tap.failed == 0 else 'not taken'


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--out', default='out')
    parser.add_argument('--until', help='day of the demonstration (default: by section)')
    parser.add_argument('--base', help='a base to look at, which nobody has open')
    parser.add_argument('--prefix', default='', help='before the names of the pictures')
    parser.add_argument('--language', default='ru_RU.UTF-8')
    parser.add_argument('--size', default='1366x768')
    parser.add_argument('--scheme', choices=['light', 'dark', 'both'], default='both')
    parser.add_argument('sections', nargs='*', metavar='SECTION', default=[])
    options = parser.parse_args()
    options.out = os.path.abspath(options.out)
    os.makedirs(options.out, exist_ok=True)
    known = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=False).stdout
    wanted = options.language.lower().replace('-', '')
    if wanted not in known.lower().replace('-', ''):
        sys.exit(f'screenshots: the locale {options.language} is not generated (see localedef)')

    good = True
    for section in options.sections or SECTIONS:
        for dark in (False, True):
            if options.scheme in ('both', 'dark' if dark else 'light'):
                good &= harness.apart(lambda: take(section, dark, options)) == 'taken'
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
