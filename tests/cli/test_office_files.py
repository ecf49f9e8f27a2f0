# SPDX-License-Identifier: GPL-3.0-or-later
"""Every form as DOCX and ODT: parts, headers of tables, sheets, and the same text as the PDF.

LibreOffice makes PDFs of all files in one call; without it only the files are looked at.
"""
import re
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

from cli import DONE, FOLDER, USAGE, code, demo, equal, main, new_path, ok, skip, test
from papers import dissolved, extended

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, TEXT = ODF % "table", ODF % "text"
FORMATS = ("docx", "odt")
MOST_RECORDS = 12
OF_OFFICE = ("D10",)  # the demonstration has no report of the kind that it is printed from too
PRINTS = FOLDER / "office-files"


def words_of(text):
    """Words without what a page adds: rules to write on, breaks, the sort of hyphen."""
    text = re.sub("[\u00a0\u202f]", " ", text).replace("\u2011", "-").replace("\u00ad", "-")
    return re.sub("_+", " ", text.replace("\u200b", "")).split()


def glue(words):
    return "".join(words).replace("-", "")


def pages_of(path):
    """Words of each page as they are drawn, without the page's number."""
    raw = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    pages = []
    for number, page in enumerate(raw.stdout.decode("utf-8").split("\f")[:-1], 1):
        words = words_of(page)
        for end in (0, -1) if number > 1 and words else ():
            if words[end] == str(number):
                del words[end]
                break
        pages.append(words)
    return pages


def shapes_of(path):
    """Upright or across, each time it changes."""
    info = subprocess.run(["pdfinfo", "-l", "-1", str(path)], capture_output=True, check=True)
    sizes = re.findall(r"size: +([\d.]+) x ([\d.]+)", info.stdout.decode("utf-8"))
    shapes = [float(width) > float(height) for width, height in sizes]
    return [shape for i, shape in enumerate(shapes) if i == 0 or shapes[i - 1] != shape]


def without_headers(pages, headers):
    """All words in order, without the rows that each page repeats; counts them too."""
    words, count = [], 0
    for page in pages:
        i = 0
        while i < len(page):
            for header in headers:
                end = i
                while end < len(page) and len(glue(page[i:end])) < len(header):
                    end += 1
                if header and glue(page[i:end]) == header:
                    i, count = end, count + 1
                    break
            else:
                words.append(page[i])
                i += 1
    return words, count


def difference(ours, theirs):
    """Where two texts part, or None: only where a line may end, a word may be in two."""
    i = j = 0
    while i < len(ours) and j < len(theirs):
        a, b = ours[i], theirs[j]
        i, j = i + 1, j + 1
        while glue([a]) != glue([b]):
            if glue([b]).startswith(glue([a])) and a[-1] in "-/@._–" and i < len(ours):
                a, i = a + ours[i], i + 1
            elif glue([a]).startswith(glue([b])) and b[-1] in "-/@._–" and j < len(theirs):
                b, j = b + theirs[j], j + 1
            else:
                return f"{' '.join(ours[max(0, i - 8):i + 4])}\n{' '.join(theirs[max(0, j - 8):j + 4])}"
    rest = ours[i:] + theirs[j:]
    return f"only one has: {' '.join(rest[:20])}" if rest else None


def parts_of(path):
    """Root elements of all parts that are XML; the file is whole."""
    with zipfile.ZipFile(path) as package:
        equal(package.testzip(), None, f"{path.name}: no part is damaged")
        return {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()
                if name.endswith((".xml", ".rels"))}


def docx_headers(root):
    rows = [row for row in root.iter(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    return [glue(words_of(" ".join(docx_text(cell) for cell in row.iter(W + "tc"))))
            for row in rows]


def docx_text(element):
    said = {W + "t": lambda e: e.text or "", W + "noBreakHyphen": lambda e: "-",
            W + "br": lambda e: " ", W + "p": lambda e: " "}
    return "".join(said[e.tag](e) for e in element.iter() if e.tag in said)


def odt_headers(root):
    rows = [row for head in root.iter(TABLE + "table-header-rows")
            for row in head.iter(TABLE + "table-row")]
    return [glue(words_of(" ".join(odt_text(cell) for cell in row.iter(TABLE + "table-cell"))))
            for row in rows]


def odt_text(element):
    if element.tag == TEXT + "line-break":
        return " " + (element.tail or "")
    return (element.text or "") + "".join(odt_text(e) for e in element) + (element.tail or "")


def print_form(base, form, kind):
    """The form of the first record that it is printed from, as PDF, DOCX and ODT."""
    kind = "office" if form in OF_OFFICE else kind
    for record in base.list(kind)[:MOST_RECORDS]:
        pdf = PRINTS / f"{form}.pdf"
        if base.run("print", kind, record["id"], "--form", form, "-o", pdf).code != DONE:
            continue
        for name in FORMATS:
            path = PRINTS / f"{form}-{name}.{name}"
            base.do("print", kind, record["id"], "--form", form, "-o", path)
        return True
    return False


def printed_forms():
    """All forms of the pack: of the demonstration, else of bases that go on from it."""
    PRINTS.mkdir(exist_ok=True)
    lines = [re.split("  +", line) for line in demo().do("print", "--list").lines]
    kinds = {form: kind for form, kind, _ in lines}
    found = [form for form, kind in kinds.items() if print_form(demo(), form, kind)]
    for base in (dissolved(), extended()):
        found += [form for form, kind in kinds.items()
                  if form not in found and print_form(base, form, kind)]
    equal([form for form in kinds if form not in found], [], "each form of the pack is printed")
    return found


def only_in(seen, mine):
    """The first word that is not in the other text after those before it, or None."""
    rest = iter("".join(glue(mine)))
    for number, word in enumerate(seen):
        if not all(letter in rest for letter in glue([word])):
            return " ".join(seen[max(0, number - 8):number + 3])
    return None


def has_pictures(form):
    with zipfile.ZipFile(PRINTS / f"{form}-docx.docx") as package:
        return any(name.startswith("word/media/") for name in package.namelist())


def check_file(form, name):
    path = PRINTS / f"{form}-{name}.{name}"
    parts = parts_of(path)
    if name == "docx":
        root = parts["word/document.xml"]
        headers = docx_headers(root)
        ok(root.find(f"{W}body/{W}sectPr") is not None, f"{path.name}: has a section")
    else:
        headers = odt_headers(parts["content.xml"])
    return headers


def check_sight(form, name, headers):
    """What LibreOffice shows is what the program prints."""
    ours, theirs = PRINTS / f"{form}.pdf", PRINTS / "seen" / f"{form}-{name}.pdf"
    ok(theirs.exists(), f"{form}: LibreOffice opens the {name}")
    if not theirs.exists():
        return
    ours_pages, their_pages = pages_of(ours), pages_of(theirs)
    ok(all(their_pages) and abs(len(their_pages) - len(ours_pages)) <= 1,
       f"{form}: the {name} has no more pages, and no empty one",
       f"{len(ours_pages)} {[len(page) for page in their_pages]}")
    mine, n_mine = without_headers(ours_pages, headers)
    seen, n_seen = without_headers(their_pages, headers)
    # What stands in a chart is drawn there, and set here.
    parts = only_in(seen, mine) if has_pictures(form) else difference(mine, seen)
    equal(parts, None, f"{form}: the {name} says the same in the same order")
    ok((n_mine > 0) == (n_seen > 0) and n_seen >= len(headers),
       f"{form}: the {name} shows the headers of its tables", f"{n_mine} {n_seen} {headers}")
    equal(shapes_of(theirs), shapes_of(ours), f"{form}: the {name} has the same sorts of sheets")


@test
def forms():
    """Each form, both formats."""
    forms = printed_forms()
    ok({"D3", "D5", "D6"} <= set(forms), "the demonstration has the forms", forms)
    headers = {}
    for form in forms:
        word, writer = (check_file(form, name) for name in FORMATS)
        equal(writer, word, f"{form}: both formats mark the same rows as headers")
        headers[form] = word
    equal(sum("Мероприяти" in header for header in headers["D5"]), 1,
          "D5: the header of the plan is marked")
    equal(len(headers["D6"]), 2, "D6: two tables with a header each")
    if shutil.which("soffice") is None:
        skip("text as printed", "LibreOffice (soffice) is not installed")
        return
    files = sorted(PRINTS.glob("*.docx")) + sorted(PRINTS.glob("*.odt"))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(FOLDER / 'lo').as_uri()}",
                    "--convert-to", "pdf", "--outdir", PRINTS / "seen", *files],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=400, check=True)
    for form in forms:
        for name in FORMATS:
            check_sight(form, name, headers[form])


@test
def parts():
    """What readers of the first bytes, of metadata and of styles find."""
    base = demo()
    paths = {}
    for name in FORMATS:
        paths[name], again = new_path("." + name), new_path("." + name)
        for path in (paths[name], again):
            base.do("print", "agreement", 1, "--form", "D3", "-o", path)
        equal(paths[name].read_bytes(), again.read_bytes(), f"{name}: two runs, the same bytes")
    with zipfile.ZipFile(paths["odt"]) as package:
        first = package.infolist()[0]
        equal((first.filename, first.compress_type), ("mimetype", zipfile.ZIP_STORED),
              "odt: begins with its type, stored")
    equal(paths["odt"].read_bytes()[30:77],
          b"mimetypeapplication/vnd.oasis.opendocument.text", "odt: nothing stands between")
    word, writer = parts_of(paths["docx"]), parts_of(paths["odt"])
    said = "".join(word["docProps/core.xml"].itertext())
    ok("Соглашение о менторстве № 1" in said and "ru-RU" in said, "docx: title and language")
    equal("".join(word["docProps/app.xml"].itertext()), "Наставник", "docx: made by")
    said = "".join(writer["meta.xml"].itertext())
    ok("Соглашение о менторстве № 1" in said and "Наставник" in said, "odt: title and made by")
    names = {e.find(W + "name").get(W + "val") for e in word["word/styles.xml"].iter(W + "style")}
    ok({"Title", "heading 1", "Body Text", "Signature", "Table Grid"} <= names,
       "docx: styles that Word knows", names)
    used = {e.get(W + "val") for e in word["word/document.xml"].iter(W + "pStyle")}
    ok({"Title", "Heading1", "BodyText", "Signature"} <= used, "docx: and uses them", used)
    equal(len(list(writer["content.xml"].iter(TEXT + "h"))), 10, "odt: ten headings of sections")
    ok(any(" PAGE " in (e.get(W + "instr") or "") for e in word["word/header1.xml"].iter()),
       "docx: the page's number is a field")


@test
def issued():
    """An issued document as DOCX and ODT bears its code; the base keeps the PDF."""
    base = demo("2021-11-26").copy()
    for name in FORMATS:
        path = new_path("." + name)
        number = int(base.do("print", "agreement", 1, "--issue", "-o", path).out)
        document = base.show("document", number)
        parts = parts_of(path)
        footer = "".join(parts["word/footer1.xml" if name == "docx" else "styles.xml"].itertext())
        ok(document["code"] in footer, f"{name}: the code stands in the footer", footer)
        ok(document["pdf"], f"{name}: the PDF is kept")
    code(base.run("print", "document", 1, "-o", new_path(".docx")), USAGE,
         "an issued document is printed again as PDF only")
    code(base.run("print", "agreement", 1, "-o", new_path(".doc")), USAGE, "an unknown ending")
    code(base.run("print", "agreement", 1, "--format", "odt", "-o", new_path(".docx")), USAGE,
         "a format against the ending")
    path = new_path("")
    base.do("print", "agreement", 1, "--format", "odt", "-o", path)
    ok(zipfile.is_zipfile(path), "a format without an ending")


main()
