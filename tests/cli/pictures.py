# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of printed pages at 100 dpi in four greys, small enough to be kept (DOCUMENTS 18, C31)."""
import struct
import subprocess
import zlib

DPI = 100
SIGNATURE = b"\x89PNG\r\n\x1a\n"

# A byte of grey as one of four levels, and the level of each of four pixels as one byte.
LEVELS = bytes(level * 4 // 256 for level in range(256))
DIFFERENT = [sum((number >> shift) & 3 != 0 for shift in (0, 2, 4, 6)) for number in range(256)]


def pages(path):
    """Each page of a PDF as (width, height, rows), a row four pixels to a byte."""
    raw = subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), str(path)], capture_output=True,
                         check=True).stdout
    found, start = [], 0
    while start < len(raw):
        words, at = [], start
        while len(words) < 4:
            end = min(raw.index(mark, at) for mark in (b" ", b"\n") if mark in raw[at:at + 20])
            words.append(raw[at:end])
            at = end + 1
        width, height = int(words[1]), int(words[2])
        found.append((width, height, pack(raw[at:at + width * height], width)))
        start = at + width * height
    return found


def pack(grey, width):
    """Rows of grey bytes, four pixels to a byte."""
    levels = grey.translate(LEVELS)
    rows = []
    for start in range(0, len(levels), width):
        row = levels[start:start + width] + b"\x03" * (-width % 4)
        four = zip(row[0::4], row[1::4], row[2::4], row[3::4])
        rows.append(bytes(a << 6 | b << 4 | c << 2 | d for a, b, c, d in four))
    return rows


def chunk(kind, data):
    return (struct.pack(">I", len(data)) + kind + data +
            struct.pack(">I", zlib.crc32(kind + data)))


def save(path, page):
    """A PNG of two bits a pixel; of two equal rows the second is told as a difference."""
    width, height, rows = page
    lines = [b"\x00" + rows[0]]
    for above, row in zip(rows, rows[1:]):
        lines.append(b"\x02" + bytes(len(row)) if row == above else b"\x00" + row)
    header = struct.pack(">IIBBBBB", width, height, 2, 0, 0, 0, 0)
    path.write_bytes(SIGNATURE + chunk(b"IHDR", header) +
                     chunk(b"IDAT", zlib.compress(b"".join(lines), 9)) + chunk(b"IEND", b""))


def load(path):
    """What save() wrote, as pages() gives it."""
    raw = path.read_bytes()
    data, at, width, height = b"", len(SIGNATURE), 0, 0
    while at < len(raw):
        size, kind = struct.unpack(">I4s", raw[at:at + 8])
        body = raw[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height = struct.unpack(">II", body[:8])
        elif kind == b"IDAT":
            data += body
        at += 12 + size
    data, rows, step = zlib.decompress(data), [], (width + 3) // 4 + 1
    for start in range(0, len(data), step):
        line = data[start:start + step]
        rows.append(rows[-1] if line[0] == 2 else line[1:])
    return width, height, rows


def difference(one, other):
    """The part of the pixels that differ, from 0 to 1; 1 for pages of two sizes."""
    if one[:2] != other[:2]:
        return 1.0
    width, height, rows = one
    n = 0
    for a, b in zip(rows, other[2]):
        if a != b:
            both = int.from_bytes(a, "big") ^ int.from_bytes(b, "big")
            n += sum(DIFFERENT[byte] for byte in both.to_bytes(len(a), "big"))
    return n / (width * height)
