# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages tell of every command and render cleanly; the completion answers in bash.

    test_shell.py NASTAVNIK-CLI COMPLETION PAGE…
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

PROGRAM, COMPLETION, *PAGES = map(os.path.abspath, sys.argv[1:])
count = failed = 0


def ok(passed, what):
    global count, failed
    count += 1
    failed += not passed
    print(f"{'ok' if passed else 'not ok'} {count} - {what}")


def cli(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True).stdout


def complete(line, folder):
    """What bash would offer after this line, whose last word is still being typed."""
    words = shlex.split(line) + ([''] if line.endswith(' ') else [])
    words[0] = PROGRAM
    script = (f'. {shlex.quote(COMPLETION)}; COMP_WORDS=({shlex.join(words)}); '
              f'COMP_CWORD={len(words) - 1}; _nastavnik_cli; printf "%s\\n" "${{COMPREPLY[@]}}"')
    done = subprocess.run(['bash', '--norc', '-c', script], cwd=folder, text=True, check=False,
                          capture_output=True)
    if done.stderr:
        print('# ' + done.stderr)
    return done.stdout.split()


def pages():
    commands = re.findall(r'^  ([a-z]+) ', cli('--help'), re.M)
    for page in PAGES:
        name = os.path.basename(page)
        text = open(page, encoding='utf-8').read()
        ok('@' not in text, f'{name} is filled in')
        if name.startswith('nastavnik-cli'):
            told = re.findall(r'^\\fB([a-z]+)\\fR', text, re.M)
            ok(len(commands) > 20 and told == commands, f'{name} tells of each command of --help')
        if shutil.which('groff'):
            done = subprocess.run(['groff', '-K', 'utf8', '-man', '-T', 'utf8', '-wall', '-z', page],
                                  capture_output=True, text=True, check=False)
            ok(done.returncode == 0 and done.stderr == '', f'{name} renders cleanly {done.stderr}')
        if shutil.which('mandoc'):
            done = subprocess.run(['mandoc', '-T', 'lint', '-W', 'warning', page],
                                  capture_output=True, text=True, check=False)
            ok(done.returncode == 0, f'mandoc has nothing to say of {name} {done.stdout}')
    return commands


def completion(commands):
    with tempfile.TemporaryDirectory() as folder:
        base = os.path.join(folder, 'office.nastavnik')
        cli('--base', base, 'init', '--demo', 'dubovka')
        os.mkdir(os.path.join(folder, 'on a shelf'))
        offered = complete('nastavnik-cli ', folder)
        ok(set(commands) <= set(offered) and '--base' in offered, 'all commands at first')
        for line, answer in (
                ('nastavnik-cli dead', ['deadlines']),
                ('nastavnik-cli --ba', ['--base']),
                ('nastavnik-cli --base office.nastavnik --today 2022-07-01 dead', ['deadlines']),
                ('nastavnik-cli list tea', ['teams']),
                ('nastavnik-cli list hist', ['history']),
                ('nastavnik-cli chart time', ['timeline']),
                ('nastavnik-cli chart timeline --ta', ['--table']),
                ('nastavnik-cli print agreement 1 --form', ['--form', '--format']),
                ('nastavnik-cli print agreement 1 --format d', ['docx']),
                ('nastavnik-cli print --all peo', ['people']),
                ('nastavnik-cli print agreement 1 -o off', ['office.nastavnik']),
                ('nastavnik-cli restore off', ['office.nastavnik']),
                ('nastavnik-cli --base off', ['office.nastavnik']),
                ('nastavnik-cli restore on', ['on', 'a', 'shelf']),
                ('nastavnik-cli deadlines --until ', []),
                ('nastavnik-cli check --', ['--full', '--help']),
                ('nastavnik-cli --base office.nastavnik do sign-', ['sign-agreement']),
                ('nastavnik-cli --base office.nastavnik print agreement 1 --form D3', ['D3'])):
            got = complete(line, folder)
            ok(set(answer) == set(got) if 'D3' not in answer and 'sign' not in line
               else set(answer) <= set(got), f'«{line}» offers {answer}, got {got}')


completion(pages())
print(f'1..{count}')
sys.exit(1 if failed else 0)
