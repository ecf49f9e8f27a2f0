# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs nastavnik-cli on real bases in a temporary folder and reports in TAP.

The program is the first argument of a test; the environment says where the data are.
Expected values are typed from the tables of the specification, never from the program.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

DONE, REFUSED, USAGE, INPUT, STORE = range(5)
PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "nastavnik-cli"
ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("NASTAVNIK_DATADIR", ROOT / "data"))
WORK = tempfile.TemporaryDirectory(prefix="nastavnik-cli-")
FOLDER = Path(WORK.name)

_tests = []
_demos = {}
_made = 0
_count = 0
_failed = 0


class Result:
    """What a command did: exit code, standard output and standard error."""

    def __init__(self, words, code, out, err):
        self.words, self.code, self.out, self.err = words, code, out, err

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return self.out.splitlines()

    def __str__(self):
        said = f"{' '.join(self.words)}\nexit code {self.code}\n"
        return said + f"stdout: {self.out[:1500]}\nstderr: {self.err[:1500]}"


def run(*words, locale="C.UTF-8", output=subprocess.PIPE, home="home"):
    """Runs the program with these words; the result may go to a file instead."""
    environment = dict(os.environ)
    for name in ("LANG", "LANGUAGE", "LC_CTYPE", "LC_MESSAGES"):
        environment.pop(name, None)
    environment.update(LC_ALL=locale, NASTAVNIK_DATADIR=str(DATA),
                       G_DEBUG="fatal-criticals", HOME=str(FOLDER / home), XDG_DATA_HOME=str(FOLDER / home))
    words = [str(word) for word in words]
    done = subprocess.run([PROGRAM, *words], env=environment, timeout=120, cwd=FOLDER,
                          stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE)
    return Result(words, done.returncode, (done.stdout or b"").decode("utf-8"),
                  done.stderr.decode("utf-8"))


def new_path(suffix=".nastavnik"):
    """A path of a file that does not exist yet."""
    global _made
    _made += 1
    return FOLDER / f"file-{_made}{suffix}"


class Base:
    """One base, and the day that commands are for."""

    def __init__(self, path, today=None):
        self.path, self.today = Path(path), today

    def run(self, *words, today=None, **options):
        day = today or self.today
        before = ["--base", self.path] + (["--today", day] if day else [])
        return run(*before, *words, **options)

    def do(self, *words, **options):
        """A command that must succeed."""
        result = self.run(*words, **options)
        if result.code != DONE:
            raise AssertionError(str(result))
        return result

    def add(self, kind, /, **fields):
        """Adds a record; gives its id."""
        words = [f"{name.rstrip('_')}={value}" for name, value in fields.items()]
        return int(self.do("add", kind, *words).out)

    def set(self, kind, record, /, **fields):
        words = [f"{name.rstrip('_')}={value}" for name, value in fields.items()]
        return self.do("set", kind, record, *words)

    def list(self, kind, *words, **options):
        return self.do("list", kind, *words, "--json", **options).json

    def show(self, kind, record, **options):
        return self.do("show", kind, record, "--json", **options).json

    def rules(self, *words, **options):
        """Numbers of the rules that are reported, and the findings by number."""
        found = {}
        for finding in self.do("rules", *words, "--json", **options).json:
            found.setdefault(finding["rule"], []).append(finding)
        return found

    def copy(self):
        """A base of the same content that a test may change."""
        path = new_path()
        shutil.copyfile(self.path, path)
        return Base(path, self.today)


def copies(path):
    """Why the kept copies of a base were made, the newest first."""
    return [one["reason"] for one in run("--base", path, "backup", "--list", "--json").json]


def demo(until=None):
    """The demonstration as of the end of a day. Shared: copy () it before changing it."""
    if until not in _demos:
        path = new_path()
        words = ["init", "--demo", "dubovka"] + (["--until", until] if until else [])
        result = run("--base", path, *words)
        if result.code != DONE:
            raise AssertionError(str(result))
        _demos[until] = Base(path, until or "2023-01-10")
    return _demos[until]


def empty(today, scheme="dubovka-mentoring", role="OPERATOR"):
    """A new base without records."""
    path = new_path()
    words = ["init", "--scheme", scheme, "--role", role]
    result = run("--base", path, "--today", today, *words)
    if result.code != DONE:
        raise AssertionError(str(result))
    return Base(path, today)


def school(base, name, kind="SCHOOL", territory=1):
    """One more organisation with what the registry form prints: its head and a phone."""
    organisation = base.add("organisation", full_name=name, kind=kind, territory=territory,
                            phone="(84458) 0-00-20")
    head = base.add("person", last="Климова", first="Анна", middle="Юрьевна", sex="f",
                    phone="8 (900) 000-00-20", organisation=organisation)
    base.set("organisation", organisation, director=head)
    return organisation


def test(function):
    """Marks a function as a test; its first line of words names it."""
    _tests.append(function)
    return function


def _tell(good, name, diagnosis=""):
    global _count, _failed
    _count += 1
    _failed += not good
    print(f"{'ok' if good else 'not ok'} {_count} - {name}".replace("#", "no."))
    if not good:
        for line in str(diagnosis).splitlines():
            print(f"# {line}")


def ok(good, name, diagnosis=""):
    """Reports one check."""
    _tell(bool(good), name, diagnosis)


def skip(name, why):
    """Reports a check that cannot be made here."""
    global _count
    _count += 1
    print(f"ok {_count} - {name} # SKIP {why}")


def equal(got, want, name, diagnosis=""):
    """Reports whether a value is the expected one."""
    _tell(got == want, name,
          f"expected {repr(want)[:1500]}\n     got {repr(got)[:1500]}\n{diagnosis}")


def has(text, part, name):
    """Reports whether a text contains another one."""
    _tell(part in text, name, f"{part!r} is not in\n{text[:3000]}")


def code(result, want, name):
    """Reports whether a command ended with the exit code, and said why if it did not do."""
    good = result.code == want and (want == DONE or result.err.startswith("nastavnik-cli: "))
    _tell(good, name, f"expected exit code {want}\n{result}")


def main():
    """Runs the tests of the file."""
    for function in _tests:
        try:
            function()
        except Exception:  # a test that breaks down is a failed test, the others go on
            _tell(False, f"{function.__name__} runs to its end", traceback.format_exc())
    print(f"1..{_count}")
    WORK.cleanup()
    sys.exit(1 if _failed else 0)
