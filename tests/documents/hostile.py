"""Files made to harm, each with what must become of it; and sound files to damage."""

import gzip
import lzma
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.documents.made import (
    SENTENCE,
    docx,
    odt,
    page,
    pdf,
    rss,
    stream,
    tarred,
    zipped,
)

ZEROS = bytes(40 << 20)
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "]>"
)
READ = "read"


def nested_zip(depth):
    content = zipped({"end.txt": SENTENCE})
    for level in range(depth):
        content = zipped({f"level{level}.zip": content})
    return content


def nested_gzip(depth):
    content = SENTENCE.encode()
    for _ in range(depth):
        content = gzip.compress(content)
    return content


def encrypted_zip():
    content = bytearray(zipped({"secret.txt": SENTENCE}))
    content[6] |= 1  # the flag in the entry, and in the list at the end
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def bad_checksum():
    content = zipped({"one.txt": SENTENCE, "two.txt": SENTENCE}, zipfile.ZIP_STORED)
    return content.replace(b"army", b"navy", 1)


def overlapping_zip():
    """A list that names the same packed bytes many times, as the densest bombs do."""
    content = zipped({"a.txt": bytes(9 << 20)})
    begin, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    entry = content[begin:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 100, 100, len(entry) * 100, begin, 0)
    return content[:begin] + entry * 100 + tail


def endless_tar():
    """A tar whose one file claims to be eight million terabytes long."""
    head = bytearray(tarred({"a.txt": SENTENCE.encode()})[:512])
    head[124:136] = b"\x80" + (1 << 62).to_bytes(11)
    head[148:156] = b" " * 8
    head[148:156] = b"%06o\0 " % sum(head)
    return bytes(head) + SENTENCE.encode()


def locked_pdf():
    lock = "/Filter /Standard /V 1 /R 2 /P -44 /O <" + "ab" * 32 + "> /U <" + "cd" * 32 + ">"
    return pdf(trailer=f"/Encrypt << {lock} >> /ID [<00> <00>]")


def pdf_bomb():
    """A page whose content unpacks twice over to 200 MB of nothing."""
    packed = zlib.compress(zlib.compress(bytes(200 << 20), 1), 9)
    return pdf(content=stream(packed, "/Filter [/FlateDecode /FlateDecode]"))


def pdf_of_many_words():
    words = b"BT /F1 1 Tf 1 0 0 1 0 0 Tm\n" + b"(a) Tj 0.001 0 Td\n" * 300_000 + b"ET"
    return pdf(content=stream(zlib.compress(words), "/Filter /FlateDecode"))


def picture_pdf():
    image = stream(
        b"\0",
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        "/ColorSpace /DeviceGray",
    )
    resources = "/Resources << /XObject << /I 6 0 R >> >>"
    return pdf(content=stream(b"100 0 0 100 0 0 cm /I Do"), objects=[image], page=resources)


def self_drawing_pdf():
    form = stream(
        b"/X Do /X Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
    )
    resources = "/Resources << /XObject << /X 6 0 R >> >>"
    return pdf(content=stream(b"/X Do"), objects=[form], page=resources)


def looping_pdf():
    return pdf().replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")


def multipart(depth):
    text = f"Content-Type: text/plain\n\n{SENTENCE}\n"
    for level in range(depth):
        mark = f"b{level}"
        text = f'Content-Type: multipart/mixed; boundary="{mark}"\n\n--{mark}\n{text}\n--{mark}--\n'
    return f"From: a@example.org\nSubject: deep\n{text}"


def noise(size):
    return random.Random(7).randbytes(size)


@dataclass(frozen=True)
class Hostile:
    """A file, and words of the reason for which it is refused, or READ."""

    name: str
    make: Callable[[], bytes]
    outcome: str


HOSTILE = (
    Hostile("bomb.zip", lambda: zipped({"a.txt": ZEROS}), "a bomb|unpacks to more"),
    Hostile("overlapping.zip", overlapping_zip, "unpacks to more|damaged"),
    Hostile("nested.zip", lambda: nested_zip(9), "nested deeper than 3"),
    Hostile("crowd.zip", lambda: zipped({f"{n}.txt": "a" for n in range(900)}), "more than 500"),
    Hostile("slip.zip", lambda: zipped({"../../../etc/passwd.txt": SENTENCE}), READ),
    Hostile("secret.zip", encrypted_zip, "needs a password"),
    Hostile("cut.zip", lambda: zipped({"a.txt": SENTENCE})[:-30], "damaged"),
    Hostile("checksum.zip", bad_checksum, "damaged"),
    Hostile("empty.zip", lambda: zipped({}), "nothing in it"),
    Hostile("bomb.txt.gz", lambda: gzip.compress(ZEROS), "a bomb|unpacks to more"),
    Hostile("nested.gz", lambda: nested_gzip(9), "nested deeper"),
    Hostile("cut.txt.gz", lambda: gzip.compress(noise(9999))[:-99], "damaged"),
    Hostile("bomb.tar.gz", lambda: tarred({"a.txt": ZEROS}, "w:gz"), "a bomb|unpacks to more"),
    Hostile("links.tar", lambda: tarred({"a.txt": b"2", "b.txt": b"3"}), "a link or device"),
    Hostile("cut.tar", lambda: tarred({"a.txt": SENTENCE.encode() * 99})[:2000], "damaged"),
    Hostile("endless.tar", endless_tar, "damaged"),
    Hostile("bomb.xz", lambda: lzma.compress(ZEROS, preset=0), "a bomb|unpacks to more"),
    Hostile("locked.pdf", locked_pdf, "needs a password"),
    Hostile("bomb.pdf", pdf_bomb, "no text layer|over 5 s|memory|ended the process"),
    Hostile("dense.pdf", pdf_of_many_words, f"{READ}|over 5 s"),
    Hostile("picture.pdf", picture_pdf, "no text layer"),
    Hostile("mirror.pdf", self_drawing_pdf, "no text layer|ended the process|over 5 s"),
    Hostile("loop.pdf", looping_pdf, "damaged|no text layer"),
    Hostile("cut.pdf", lambda: pdf()[:200], "damaged|no text layer"),
    Hostile("head.pdf", lambda: b"%PDF-1.7\n" + noise(5000), "damaged"),
    Hostile("count.pdf", lambda: pdf().replace(b"/Count 1", b"/Count 9999999"), f"{READ}|damaged"),
    Hostile("deep.html", lambda: b"<html>" + b"<div>" * 100_000 + b"hello", "no main text"),
    Hostile(
        "angles.html", lambda: b"<html><body>" + b"<" * (4 << 20), f"{READ}|no main text|over 5 s"
    ),
    Hostile(
        "tables.html",
        lambda: page("<table><tr><td>" * 5000 + SENTENCE),
        f"{READ}|no main text|over 5 s",
    ),
    Hostile("attributes.html", lambda: page(f"<p {'a=1 ' * 500_000}>{SENTENCE}</p>"), READ),
    Hostile("hollow.html", lambda: page(""), "no main text"),
    Hostile("laughs.xml", lambda: rss("<item><title>&a11;</title></item>", prolog=LAUGHS), "."),
    Hostile(
        "outside.xml",
        lambda: rss(
            "<item><description>&f;</description></item>",
            prolog='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        ),
        READ,
    ),
    Hostile("other.xml", lambda: b"<?xml version='1.0'?><a><b>c</b></a>", "no RSS or Atom"),
    Hostile("cut.rss", lambda: rss(f"<item><description>{SENTENCE}")[:-20], "without text"),
    Hostile("laughs.odt", lambda: odt("<text:p>&a11;</text:p>", prolog=LAUGHS), "damaged|no text"),
    Hostile("deep.odt", lambda: odt("<text:p>" * 50_000 + "x" + "</text:p>" * 50_000), "damaged"),
    Hostile("bomb.odt", lambda: odt(f"<text:p>{'a ' * (12 << 20)}</text:p>"), f"{READ}|damaged"),
    Hostile("deep.docx", lambda: docx(body="<w:sdt>" * 9000 + "</w:sdt>" * 9000), "damaged"),
    Hostile("hollow.docx", lambda: zipped({"word/document.xml": ""}), "damaged"),
    Hostile("pdf.txt", pdf, READ),
    Hostile("page.pdf", page, READ),
    Hostile("picture.txt", lambda: b"\x89PNG\r\n\x1a\n" + noise(999), "a picture"),
    Hostile("noise.txt", lambda: noise(3000), "binary"),
    Hostile("noise.pdf", lambda: noise(3000), "named .pdf, but it is none"),
    Hostile("noise.eml", lambda: noise(3000), "no mail headers|without text|binary"),
    Hostile("noise.parquet", lambda: b"PAR1" + noise(3000) + b"PAR1", "damaged"),
    Hostile("empty.txt", lambda: b"", "the file is empty"),
    Hostile("blank.txt", lambda: b" \n\t\n", "no text in it"),
    Hostile("nul.txt", lambda: b"The army\0 denied it.", "binary"),
    Hostile("western.txt", lambda: (SENTENCE + " “No” – café.").encode("cp1252"), READ),
    Hostile("wide.txt", lambda: SENTENCE.encode("utf-16"), READ),
    Hostile("surrogate.txt", lambda: b"The army \xed\xa0\x80 denied it.", "binary"),
    Hostile("line.txt", lambda: b"The army denied it. " * (1 << 19), READ),
    Hostile("program.bin", lambda: b"\x7fELF" + noise(999), "a program"),
    Hostile("report.doc", lambda: b"\xd0\xcf\x11\xe0" + noise(999), "old or encrypted Office"),
    Hostile("report.xyz", SENTENCE.encode, "no reader for '.xyz'"),
    Hostile("sheet.xlsx", lambda: zipped({"xl/workbook.xml": "<a/>"}), "no reader for '.xlsx'"),
    Hostile("deep.jsonl", lambda: b'{"text": ' + b"[" * 100_000, "not JSON"),
    Hostile("list.jsonl", lambda: b'[{"text": "a"}]', "one JSON list"),
    Hostile("binary.jsonl", lambda: noise(3000), "not JSON"),
    Hostile("quote.csv", f'text\n"{SENTENCE}\nmore\n'.encode, "never closes"),
    Hostile("cell.csv", lambda: b'text\n"' + b"The army denied it. " * (1 << 18) + b'"\n', READ),
    Hostile("columns.csv", lambda: b"a," * 50_000 + b"b\n1\n", "no column 'text'"),
    Hostile("deep.eml", lambda: multipart(200).encode(), f"{READ}|without text|damaged"),
    Hostile("bare.eml", lambda: b"\n\n\n", "no mail headers"),
)


WHOLE = {
    "a.pdf": pdf([[SENTENCE] * 5] * 3),
    "a.docx": docx(),
    "a.odt": odt(),
    "a.zip": zipped({"a.txt": SENTENCE, "b.html": page()}, zipfile.ZIP_STORED),
    "a.tar": tarred({"a.txt": SENTENCE.encode(), "b.html": page()}),
    "a.rss": rss(f"<item><description>{SENTENCE}</description></item>"),
    "a.eml": multipart(3).encode(),
    "a.html": page(),
    "a.csv": b"id,text\n" + b"1,The army denied it.\n" * 9,
}


def damaged(content, seed):
    """Change, cut out and put in a few bytes anywhere."""
    chance, content = random.Random(seed), bytearray(content)
    for _ in range(chance.choice([1, 3, 10, 40])):
        place = chance.randrange(len(content))
        content[place : place + chance.choice([1, 1, 1, 20])] = chance.randbytes(
            chance.choice([1, 1, 1, 0, 20])
        )
    return bytes(content)
