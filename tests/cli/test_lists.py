# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists as XLSX, ODS and CSV: the columns of the pack, cells as the base has them.

LibreOffice reads the first two as CSV; without it only their parts are looked at.
"""
import csv
import io
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

from cli import DONE, FOLDER, STORE, USAGE, code, demo, equal, has, main, new_path, ok, skip, test

# Registry form D1, appendix 2 of the regulation: the order of its columns.
D1 = ["№ п/п", "Наименование образовательной организации", "Руководитель", "Контактный телефон",
      "Электронная почта", "Управленческая команда (опытная, развивающаяся)",
      "Направления менторства", "Примечание (предложения, пожелания)"]
OFFICE_FORMATS = ("xlsx", "ods")
# Semicolons, quotes, UTF-8, cells as they are shown.
FILTER = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"


def saved(base, kind, *words, name="csv"):
    path = new_path("." + name)
    base.do("list", kind, *words, "-o", path)
    return path


def rows_of(path):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def convert(target, folder, files):
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(FOLDER / 'lo').as_uri()}",
                    "--convert-to", target, "--outdir", folder, *files],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=400, check=False)


def has_calc():
    """Whether LibreOffice is here, and not only its Writer."""
    if shutil.which("soffice") is None:
        return False
    probe = new_path(".csv")
    probe.write_text("a,b\n", encoding="ascii")
    convert("ods", FOLDER / "probe", [probe])
    return (FOLDER / "probe" / (probe.stem + ".ods")).exists()


def day(text):
    return ".".join(reversed(text.split("-"))) if text else ""


@test
def registry():
    """Teams stand in the order of the registry form, each cell as the base has it."""
    base = demo()
    path = saved(base, "teams", "--sort", "role")
    ok(path.read_bytes().startswith(b"\xef\xbb\xbf"), "csv: the mark that Excel needs")
    rows = rows_of(path)
    equal(rows[0][:len(D1)], D1, "the columns of D1 come first, in its order")
    teams = base.list("teams", "--sort", "role")
    equal(len(rows) - 1, len(teams), "a row a team")
    for number, (row, team) in enumerate(zip(rows[1:], teams), 1):
        school = base.show("organisation", team["organisation"])
        cells = dict(zip(rows[0], row))
        equal([row[0], row[1], cells["Контактный телефон"], cells["Электронная почта"],
               cells["Год"], cells["Включена в реестр"]],
              [str(number), school["full_name"], school["phone"] or "", school["email"] or "",
               str(team["year"] or ""), day(team["registered_on"])],
              f"team {team['id']}: cells are those of the base")
    ok("Опытная" in rows[1][5] + rows[2][5], "the role in words of the pack", rows[1])
    filtered = rows_of(saved(base, "teams", "--where", "role=DEVELOPING"))
    equal(len(filtered) - 1, len(base.list("teams", "--where", "role=DEVELOPING")),
          "what was asked for is what is saved")


@test
def groups():
    base = demo()
    rows = rows_of(saved(base, "groups"))
    cells = dict(zip(rows[0], rows[1]))
    group = base.show("group", 1)
    order = base.show("order", group["order"])
    equal([cells["№ группы"], cells["№ приказа"], cells["Дата приказа"]],
          [group["number"], order["number"], day(order["date"])], "a group: number and order")
    has(cells["Опытная управленческая команда"], "Горнобалыклейская", "its experienced team")
    has(cells["Развивающаяся управленческая команда"], "Песковатская", "its developing team")
    # DOMAIN 17.4: all but one of 18 are done.
    equal(cells["Выполнено, %"], "94,4", "its share of activities done is a number")


@test
def office_files():
    """LibreOffice reads from both what the CSV says."""
    base = demo().copy()
    base.set("team", 1, note="=2+3")
    base.set("team", 2, note="два  пробела и \"кавычки\"; всё")
    base.set("person", 8, note="первая строка\nвторая")
    paths = {}
    for kind in ("teams", "groups", "agreements", "programs", "people"):
        for name in ("csv", *OFFICE_FORMATS):
            paths[kind, name] = saved(base, kind, name=name)
    for (kind, name), path in paths.items():
        if name != "csv":
            with zipfile.ZipFile(path) as package:
                equal(package.testzip(), None, f"{kind}.{name}: no part is damaged")
                for part in package.namelist():
                    if part.endswith((".xml", ".rels")):
                        ElementTree.fromstring(package.read(part))
            equal(path.read_bytes(), saved(base, kind, name=name).read_bytes(),
                  f"{kind}.{name}: two runs, the same bytes")
    has(paths["teams", "csv"].read_bytes().decode("utf-8"), ";'=2+3;", "csv: no formula")
    if not has_calc():
        skip("cells as LibreOffice reads them", "LibreOffice Calc is not installed")
        return
    for name in OFFICE_FORMATS:
        convert(FILTER, FOLDER / name, [path for (_, ending), path in paths.items() if ending == name])
        for (kind, ending), path in paths.items():
            if ending == name:
                seen = [[shown(cell) for cell in row]
                        for row in rows_of(FOLDER / name / (path.stem + ".csv"))]
                ours = [[shown(cell) for cell in row] for row in rows_of(paths[kind, "csv"])]
                equal(seen, ours, f"{kind}.{name}: LibreOffice reads the same cells")


def shown(cell):
    """A cell without what the locale of LibreOffice and the mark against formulas add."""
    cell = cell.replace("\r\n", "\n").removeprefix("'")
    parts = cell.split("/")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        month, of_month, year = parts
        return f"{int(of_month):02}.{int(month):02}.{year if len(year) == 4 else '20' + year}"
    return cell.replace(",", ".") if cell.replace(",", "").isdigit() else cell


@test
def refusals():
    base = demo()
    code(base.run("list", "teams", "-o", new_path(".xls")), USAGE, "an unknown ending")
    code(base.run("list", "teams", "--csv", "-o", new_path(".csv")), USAGE, "printed and written")
    code(base.run("list", "history", "-o", new_path(".csv")), USAGE, "the history")
    code(base.run("list", "teams", "-o", FOLDER / "no" / "such.xlsx"), STORE, "no such folder")
    code(base.run("list", "dispatches", "-o", new_path(".ods")), DONE, "an empty list")


main()
