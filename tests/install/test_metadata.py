# SPDX-License-Identifier: GPL-3.0-or-later
"""What Flathub asks of the metainfo beyond its validator, and that types have their icons.

    test_metadata.py METAINFO DESKTOP-FILE      both with their translations
"""
import configparser
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP = 'io.github.nastavnik.Nastavnik'
LANG = '{http://www.w3.org/XML/1998/namespace}lang'
MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'
ICONS = ROOT / 'data' / 'icons' / 'hicolor'
count = failed = 0


def ok(passed, what):
    global count, failed
    count += 1
    failed += not passed
    print(f"{'ok' if passed else 'not ok'} {count} - {what}")


def png_size(path):
    with open(path, 'rb') as picture:
        return struct.unpack('>II', picture.read(24)[16:24])


def words(metainfo):
    for name in metainfo.findall('name'):
        ok(len(name.text) <= 15, f'name of up to 15 characters: {name.text}')
    summaries = metainfo.findall('summary')
    for summary in summaries:
        ok(10 <= len(summary.text) <= 35 and not summary.text.endswith('.'),
           f'summary of 10 to 35 characters and no full stop: {summary.text}')
    for tag in ('name', 'summary', 'description/p', 'screenshots/screenshot/caption',
                'releases/release/description/p'):
        plain = [e for e in metainfo.findall(tag) if e.get(LANG) is None]
        russian = [e for e in metainfo.findall(tag) if e.get(LANG) == 'ru']
        ok(len(plain) == len(russian) > 0, f'{tag} in English and Russian')
    ok(metainfo.find('developer').get('id') == APP.rsplit('.', 1)[0], 'developer has an id')
    ok(all(r.get('date') and r.find('description/p') is not None
           for r in metainfo.findall('releases/release')), 'each release has a day and notes')
    ok(metainfo.find('content_rating') is not None, 'content rating')
    ok({c.get('scheme_preference') for c in metainfo.findall('branding/color')} ==
       {'light', 'dark'}, 'brand colours for light and dark')


def screenshots(metainfo):
    for shot in metainfo.findall('screenshots/screenshot'):
        caption = shot.find('caption').text
        ok(not caption.endswith('.'), f'caption without a full stop: {caption}')
        ok([i.get(LANG) for i in shot.findall('image')] == [None, 'ru'],
           f'in English, and in Russian by its tag: {caption}')
        for image in shot.findall('image'):
            path = ROOT / 'docs' / 'screenshots' / image.text.rsplit('/', 1)[1]
            told = int(image.get('width')), int(image.get('height'))
            ok(path.exists() and png_size(path) == told and told[0] <= 1000 and told[1] <= 700,
               f'{path.name} is there, as big as it is told and no more than 1000x700')


def desktop(path, types):
    entries = configparser.ConfigParser(interpolation=None)
    entries.optionxform = str
    entries.read(path, encoding='utf-8')
    entry = entries['Desktop Entry']
    for key in ('Name', 'GenericName', 'Comment', 'Keywords'):
        ok(entry.get(f'{key}[ru]', '') not in ('', entry[key]), f'{key} in Russian')
    ok(set(entry['MimeType'].strip(';').split(';')) <= set(types), 'opens types that are defined')
    ok(entry['Icon'] == APP, 'has the icon of the program')
    ok((ICONS / 'scalable' / 'apps' / f'{APP}.svg').exists() and
       (ICONS / 'symbolic' / 'apps' / f'{APP}-symbolic.svg').exists(), 'icon, full and symbolic')


def mime(types):
    ok(len(types) == 2, 'a base and a package have a type')
    for name, kind in types.items():
        icon = kind.find(MIME + 'icon').get('name')
        ok(icon.startswith(APP) and (ICONS / 'scalable' / 'mimetypes' / f'{icon}.svg').exists(),
           f'{name} has an icon')
        ok({c.get(LANG) for c in kind.findall(MIME + 'comment')} == {None, 'ru'},
           f'{name} is told in English and Russian')
    if shutil.which('update-mime-database') is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / 'mime'
        packages = database / 'packages'
        packages.mkdir(parents=True)
        shutil.copy(ROOT / 'data' / f'{APP}.mime.xml', packages / f'{APP}.xml')
        done = subprocess.run(['update-mime-database', database], capture_output=True, text=True,
                              check=False, env={**os.environ, 'XDG_DATA_HOME': folder})
        ok(done.returncode == 0 and done.stderr == '', f'the database takes them {done.stderr}')
        globs = (database / 'globs2').read_text(encoding='utf-8')
        ok('application/x-nastavnik:*.nastavnik' in globs and
           'application/x-nastavnik-package:*.nstx' in globs, 'files are known by their names')
        magic = (database / 'magic').read_bytes()
        ok(b'application/x-nastavnik' in magic and b'NSTV' in magic,
           'a base is known without its name')


def main():
    metainfo = ET.parse(sys.argv[1]).getroot()
    types = {kind.get('type'): kind for kind in
             ET.parse(ROOT / 'data' / f'{APP}.mime.xml').getroot().findall(MIME + 'mime-type')}
    words(metainfo)
    screenshots(metainfo)
    desktop(sys.argv[2], types)
    mime(types)
    print(f'1..{count}')
    return 1 if failed else 0


sys.exit(main())
