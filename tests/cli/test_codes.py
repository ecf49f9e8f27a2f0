#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The code of issued pages, as a camera reads it, and what a PDF tells its readers."""
import re
import shutil
import subprocess
import zlib

from cli import DONE, code, demo, equal, has, main, new_path, ok, skip, test

FORM = re.compile(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}")
# A page on the glass a little askew, dust and grey paper, kept as a small picture.
BAD_SCANS = [
    ["-rotate", "1.5", "-blur", "0x0.8"],
    ["-rotate", "-2", "-attenuate", "0.1", "+noise", "Gaussian"],
    ["-rotate", "0.7", "-blur", "0x0.5", "-attenuate", "0.1", "+noise", "Gaussian"],
]


def issue(base, *words):
    path = new_path(".pdf")
    code(base.run("print", *words, "--issue", "-o", path), DONE, f"issue {words[0]}")
    return path


def pages_of(path):
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True,
                          check=True).stdout.decode()
    return text.split("\f")[:-1]


def read_codes(path, *changes):
    """What ZBar reads from the pages at 150 dpi, grey, the lower part of each sheet."""
    stem = new_path("")
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", str(path), str(stem)], check=True)
    codes = []
    for number, page in enumerate(sorted(stem.parent.glob(stem.name + "-*.png"))):
        scan = new_path(".jpg")
        subprocess.run(["convert", str(page), "-gravity", "SouthEast", "-crop", "700x400+0+0",
                        "+repage", "-background", "white", "-seed", str(number), *changes,
                        "-quality", "35", str(scan)], check=True)
        answer = subprocess.run(["zbarimg", "-q", "--raw", str(scan)], capture_output=True,
                                check=False)
        codes.append(answer.stdout.decode().strip())
    return codes


@test
def letters():
    base = demo("2022-07-01").copy()
    path = issue(base, "agreement", 1, "--form", "D3")
    printed = [FORM.findall(page) for page in pages_of(path)]
    equal({len(found) for found in printed}, {1}, "each page carries one code in letters")
    signs = [found[0] for found in printed]
    equal(len(set(signs)), len(signs), "no two pages the same")
    equal(len({sign[:15] for sign in signs}), 1, "base, document and version are the same")
    document = base.list("documents")[-1]
    equal(signs[0][5:14], document["code"], "the document's code stands in it")
    draft = new_path(".pdf")
    base.do("print", "agreement", 1, "--form", "D3", "-o", draft)
    ok(not any(FORM.search(page) for page in pages_of(draft)), "a draft has none")


@test
def camera():
    if shutil.which("zbarimg") is None:
        skip("the codes of a scan", "zbarimg is not installed")
        return
    base = demo("2022-07-01").copy()
    path = issue(base, "agreement", 1, "--form", "D3")
    expected = [FORM.search(page)[0].replace("-", "") for page in pages_of(path)]
    equal(read_codes(path), expected, "a clean scan is read on every page")
    for changes in BAD_SCANS:
        found = read_codes(path, *changes)
        right = sum(one == wanted for one, wanted in zip(found, expected))
        ok(right >= len(expected) - 1, f"{' '.join(changes)}: {right} of {len(expected)} are read",
           found)
        ok(all(one in ("", wanted) for one, wanted in zip(found, expected)), "and none wrongly")


@test
def switched_off():
    base = demo("2022-07-01").copy()
    base.do("set", "office", 1, "no_codes=yes")
    path = issue(base, "agreement", 1, "--form", "D3")
    ok(not any(FORM.search(page) for page in pages_of(path)), "an office may do without codes")
    if shutil.which("zbarimg") is not None:
        equal(set(read_codes(path)), {""}, "for cameras too")


@test
def two_sided():
    """On the back of a sheet the wide margin is on the right (DOCUMENTS 17)."""
    base = demo("2022-07-01").copy()
    base.do("set", "office", 1, "two_sided=yes")
    path = new_path(".pdf")
    base.do("print", "agreement", 1, "--form", "D3", "-o", path)
    boxes = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True,
                           check=True).stdout.decode()
    for number, page in enumerate(boxes.split("<page ")[1:3]):
        left = min(float(x) for x in re.findall(r'xMin="([\d.]+)"', page)) * 0.352778
        right = max(float(x) for x in re.findall(r'xMax="([\d.]+)"', page)) * 0.352778
        wanted = (30, 200) if number == 0 else (10, 180)
        ok(abs(left - wanted[0]) < 0.6 and abs(right - wanted[1]) < 0.6,
           f"page {number + 1}: text from {wanted[0]} to {wanted[1]} mm", (left, right))


@test
def standard_of_2016():
    """The corner block of the older standard is 5 mm narrower."""
    lefts = []
    for year in ("2025", "2016"):
        base = demo("2022-07-01").copy()
        base.do("set", "office", 1, f"standard={year}")
        path = new_path(".pdf")
        base.do("print", "program", 1, "--form", "D5", "-o", path)
        boxes = subprocess.run(["pdftotext", "-f", "1", "-l", "1", "-bbox", str(path), "-"],
                               capture_output=True, check=True).stdout.decode()
        found = re.search(r'xMin="([\d.]+)"[^>]*>УТВЕРЖДАЮ<', boxes)
        lefts.append(float(found[1]) * 0.352778)
    ok(abs(lefts[0] - 120) < 0.6, "2025: the grif begins at 120 mm", lefts)
    ok(abs(lefts[1] - 125) < 0.6, "2016: the grif begins at 125 mm", lefts)


def unpacked(raw):
    """A PDF with what its streams hold."""
    parts = [raw]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.S):
        try:
            parts.append(zlib.decompressobj().decompress(stream))
        except zlib.error:  # a stream that is not packed
            pass
    return b"\n".join(parts)


@test
def for_readers():
    """What screen readers and windows are told (C22, C23)."""
    base = demo("2022-07-01").copy()
    path = new_path(".pdf")
    base.do("print", "program", 1, "--form", "D5", "-o", path)
    raw = path.read_bytes()
    inside = unpacked(raw)
    has(inside.decode("latin-1"), "/Lang (ru-RU)", "the language is told")
    ok(b"/DisplayDocTitle true" in inside, "a window shows the title")
    ok(inside.count(b"/Scope /Column") >= 9, "header cells are those of columns",
       inside.count(b"/Scope /Column"))
    again = new_path(".pdf")
    base.do("print", "program", 1, "--form", "D5", "-o", again)
    equal(again.read_bytes(), raw, "the same document, the same bytes (C30)")


main()
