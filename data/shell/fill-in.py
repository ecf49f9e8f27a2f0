# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills a manual page or the completion with what a program says of itself.

    fill-in.py PROGRAM TEMPLATE OUTPUT
"""
import os
import re
import subprocess
import sys


def said(program, *words):
    """What it prints; a refusal is an answer too."""
    done = subprocess.run([program, '--base', os.devnull + '/none', *words], text=True,
                          capture_output=True, check=False)
    return done.stdout or done.stderr


def roff(text):
    text = text.replace('\\', '\\e').replace('-', '\\-')
    return re.sub(r"^([.'])", r'\\&\1', text, flags=re.M)


def options(words):
    return sorted(set(re.findall(r'(?<![\w-])--?[a-z][a-z-]*', words)) - {'-'})


class Cli:
    """The commands of nastavnik-cli, each with its arguments, summary and example."""

    def __init__(self, program):
        self.program = program
        self.version = said(program, '--version').split()[-1]
        self.commands = [self.command(name) for name in
                         re.findall(r'^  ([a-z]+) ', said(program, '--help'), re.M)]
        self.exit_codes = said(program, '--help').rstrip().splitlines()[-1]

    def command(self, name):
        usage, summary, example = said(self.program, name, '--help').split('\n\n')[:3]
        return {'name': name, 'arguments': usage.split(' ', 3)[3] if usage.count(' ') > 2 else '',
                'summary': summary, 'example': example.split(': ', 1)[1]}

    def page(self):
        for command in self.commands:
            yield '.TP\n\\fB' + roff(command['name']) + '\\fR ' + roff(command['arguments'])
            summary = command['summary'][0].upper() + command['summary'][1:]
            yield roff(summary) + ('' if summary.endswith('…') else '.')
            yield '.br\n\\fI' + roff(command['example']) + '\\fR'

    def fill(self, word):
        if word == 'VERSION':
            return self.version
        if word == 'PAGE':
            return '\n'.join(self.page())
        if word == 'EXITCODES':
            codes = self.exit_codes.split(': ', 1)[1].rstrip('.').split('; ')
            return '\n'.join('.TP\n.B {}\n{}.'.format(*roff(code).split(' ', 1)) for code in codes)
        if word == 'COMMANDS':
            return ' '.join(command['name'] for command in self.commands)
        if word == 'KINDS':
            return re.search(r'kinds are: (.*)\.', said(self.program, 'list', '?')).group(1)
        if word == 'CHARTS':
            return ' '.join(re.findall(r'^([a-z]+) ', said(self.program, 'chart', '--list'), re.M))
        if word == 'OPTIONS':
            return '\n'.join(f"    {c['name']}) echo '{' '.join(options(c['arguments']))}' ;;"
                             for c in self.commands)
        raise SystemExit(f'fill-in: nothing is known of @{word}@')


class App:
    """The options of nastavnik."""

    def __init__(self, program):
        self.version = subprocess.run([program, '--version'], text=True, check=True,
                                      capture_output=True).stdout.split()[-1]
        self.help = subprocess.run([program, '--help'], text=True, check=True,
                                   capture_output=True).stdout

    def fill(self, word):
        if word == 'VERSION':
            return self.version
        own = self.help.split('Application Options:')[1]
        told = re.findall(r'^  (--\S+) {2,}(.*)$', own, re.M)
        return '\n'.join(f'.TP\n.B {roff(option)}\n{roff(text)}.' for option, text in told
                         if not option.startswith('--display'))


def main():
    program, template, output = sys.argv[1:]
    about = (Cli if program.endswith('-cli') else App)(program)
    with open(template, encoding='utf-8') as file:
        text = re.sub(r'@([A-Z]+)@', lambda found: about.fill(found.group(1)), file.read())
    with open(output, 'w', encoding='utf-8') as file:
        file.write(text)


main()
