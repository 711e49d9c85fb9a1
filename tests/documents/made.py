"""Files for the tests, made by code: no binary file is kept in the repository."""

import io
import tarfile
import zipfile
from xml.sax.saxutils import escape

SENTENCE = "The army said on Monday that it had not struck the village, and denied the claim."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def pdf(pages=((SENTENCE,),), *, content=None, trailer="", objects=(), page=""):
    """Return a PDF of pages of lines; `content` is put in place of the first page's lines."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        resources = page or "/Resources << /Font << /F1 3 0 R >> >>"
        size = "/Parent 2 0 R /MediaBox [0 0 612 792]"
        parts.append(f"<< /Type /Page {size} /Contents {5 + 2 * n} 0 R {resources} >>".encode())
        parts.append(content if content and n == 0 else stream(_printed(lines)))
    return _assembled([*parts, *objects], trailer)


def stream(data, entries=""):
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def _printed(lines):
    shown = (
        b"(" + _escaped(line).encode("cp1252", "replace") + b") Tj T*" if line else b"T*"
        for line in lines
    )
    return b"BT /F1 11 Tf 72 740 Td 14 TL\n" + b"\n".join(shown) + b"\nET"


def _escaped(line):
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(parts, trailer):
    out, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}"
    size = len(parts) + 1
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}\n%%EOF".encode()


def zipped(files, method=zipfile.ZIP_DEFLATED):
    """Return a zip of names and contents."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(files, mode="w"):
    """Return a tar of names and contents; a content may be a type of entry (a link, a device)."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            if isinstance(content, bytes) and len(content) > 1:
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
            else:
                entry.type, entry.linkname = content, "/etc/passwd"
                archive.addfile(entry)
    return packed.getvalue()


def docx(paragraphs=(SENTENCE,), *, body="", footnotes="", title=""):
    """Return a Word file; `body` is XML after the paragraphs, `footnotes` paragraphs of notes."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as package:
        files = {name: package.read(name) for name in package.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"<w:sectPr", body.encode() + b"<w:sectPr", 1
    )
    if footnotes:
        _add_footnotes(files, footnotes)
    return zipped(files)


def _add_footnotes(files, footnotes):
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{footnotes}</w:footnote>'
    files["word/footnotes.xml"] = f"{notes}</w:footnotes>".encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    link = f'<Relationship Id="rIdNotes" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    links = "word/_rels/document.xml.rels"
    files[links] = files[links].replace(b"</Relationships>", link.encode())
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{form}"/></Types>'
    types = "[Content_Types].xml"
    files[types] = files[types].replace(b"</Types>", override.encode())


def word(text):
    """Return a paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def odt(inner=None, *, prolog=""):
    """Return an OpenDocument text; `inner` is the XML of its body."""
    inner = f"<text:p>{SENTENCE}</text:p>" if inner is None else inner
    names = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table"))
    root = f"<office:document-content {names}><office:body><office:text>{inner}"
    content = f"{prolog}{root}</office:text></office:body></office:document-content>"
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content})


def page(body=f"<p>{SENTENCE}</p>" * 3, head="<title>Denial</title>", attributes=""):
    """Return an HTML page with an article."""
    article = f"<article>{body}</article>"
    html = f"<!doctype html><html {attributes}><head>{head}</head><body>{article}</body></html>"
    return html.encode()


def rss(items="", channel="<title>The Gazette</title>", prolog=""):
    """Return an RSS feed."""
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'{prolog}<rss version="2.0" {space}><channel>{channel}{items}</channel></rss>'.encode()
