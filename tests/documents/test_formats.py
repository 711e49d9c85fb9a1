"""Each format, as people have it."""

import ast
from datetime import date
from pathlib import Path

import pytest

import counterclaim.documents
from counterclaim.documents import READERS
from counterclaim.documents.archives import UNPACKERS
from counterclaim.documents.completeness import missing
from tests.documents.made import SENTENCE, docx, odt, page, pdf, stream, word

FOLDER = Path(counterclaim.documents.__file__).parent


def takes_an_original(path):
    """Whether a module has a public function `read` whose first argument is an original."""
    return any(
        isinstance(node, ast.FunctionDef)
        and node.name == "read"
        and node.args.args[0].arg == "original"
        for node in ast.parse(path.read_text()).body
    )


def test_every_format_is_registered():
    formats = {path.stem for path in FOLDER.glob("*.py") if takes_an_original(path)}
    registered = {reader.__module__.rpartition(".")[2] for reader in READERS.values()}
    assert formats == registered
    assert not READERS.keys() & UNPACKERS.keys()


TEXTS = (
    "The army denied it.\r\nThe police did not.\r",
    "\n\n  Blanks stay  \n",
    "A\u0301 is not \u00c1, “so” they\u2028said\x0c",
    "No newline at the end",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_plain_text_is_kept_code_point_for_code_point(text, encoding, read_one):
    assert read_one("a.txt", text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "shift_jis"])
def test_an_older_encoding_is_guessed_and_noted(encoding, read_one):
    texts = {
        "cp1252": "The minister said: “We deny it” – the café was hit.\n",
        "cp1251": "Министерство обороны отрицает удар по городу. " * 3,
        "shift_jis": "国防省は攻撃を否定した。住民は爆発音を聞いたと述べた。" * 5,
    }
    document = read_one("a.txt", texts[encoding].encode(encoding))
    assert document.text == texts[encoding]
    assert "not UTF-8" in document.note


def test_an_older_encoding_is_guessed_from_where_it_shows(read_one):
    text = "The army denied it. " * 10_000 + "“No”, said the minister’s aide in the café."
    assert read_one("a.txt", text.encode("cp1252")).text == text


def test_a_text_cut_off_within_a_character_is_still_utf8(read_one):
    document = read_one("a.txt", ("“No”, said the army. " * 9 + "“").encode()[:-1])
    assert document.text.startswith("“No”, said the army.")
    assert document.note == "damaged: 1 places are no characters"


def test_a_page_gives_its_article_and_what_it_says_about_itself(read_one):
    head = (
        "<title>Army denies strike</title><meta name='author' content='Jane Roe'>"
        "<meta property='og:site_name' content='The Gazette'>"
        "<meta property='article:published_time' content='2024-03-31T10:00:00+05:00'>"
        "<link rel='canonical' href='https://gazette.example/a'>"
    )
    body = f"<p>{SENTENCE}</p><p>The ministry in Kabul rejected that, and blamed the army.</p>"
    document = read_one("a.html", page(body, head, "lang='en-GB'"))
    assert document.text.startswith(f"{SENTENCE}\n\nThe ministry")
    assert (document.title, document.author) == ("Army denies strike", "Jane Roe")
    assert (document.outlet, document.language) == ("The Gazette", "en")
    assert document.published == date(2024, 3, 31)
    assert document.url == "https://gazette.example/a"
    assert document.incomplete == ""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (page()[:-20], "breaks off"),
        (page(head='<script>{"isAccessibleForFree": "False"}</script>'), "payment"),
    ],
)
def test_a_page_of_which_a_part_is_missing_is_incomplete(content, reason, read_one):
    assert reason in read_one("a.html", content).incomplete


def test_a_page_is_decoded_as_it_says(read_one):
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    text = "Министерство обороны отрицает удар по городу, сообщили в среду."
    document = read_one("a.html", page(f"<p>{text}</p>", head).decode().encode("cp1251"))
    assert document.text == text


def test_a_pdf_gives_paragraphs_without_running_lines(read_one):
    def printed(number, killed):
        return (
            "The Gazette - special report",
            "",
            f"{killed} workers and their driver were killed when a bus and a vehi-",
            "cle met near Bisham, the police said on Monday. The interior",
            "ministry “rejected” the claim that it was planned abroad.",
            "",
            f"The {killed.lower()} were engineers. The anti-terror police say so, and anti-",
            "terror courts (of ISIS-",
            f"Khorasan suspects) agree on {killed.lower()}.",
            "",
            f"Page {number} of 3",
        )

    pages = [printed(1, "Five"), printed(2, "Six"), printed(3, "Seven")]
    document = read_one("a.pdf", pdf(pages))
    assert document.text.split("\n\n")[:2] == [
        "Five workers and their driver were killed when a bus and a vehicle met near Bisham, the "
        "police said on Monday. The interior ministry “rejected” the claim that it was planned "
        "abroad.",
        "The five were engineers. The anti-terror police say so, and anti-terror courts (of "
        "ISIS-Khorasan suspects) agree on five.",
    ]
    assert "Gazette" not in document.text
    assert "Page" not in document.text
    assert document.incomplete == ""


def test_a_damaged_page_of_a_pdf_costs_no_other(read, read_one):
    pages = pdf([[SENTENCE]] * 3)
    document = read_one("a.pdf", pages.replace(b"/Type /Page /Parent", b"/Type /Rage /Parent", 1))
    assert document.text.count(SENTENCE) == 2
    assert document.incomplete == "pages that are damaged: 1"
    (failure,) = read("a.pdf", pages.replace(b"/Type /Page /Parent", b"/Type /Rage /Parent"))
    assert failure.reason == "a damaged PDF (none of its pages can be read)"


def test_a_pdf_whose_letters_say_nothing_is_incomplete(read_one):
    codes = "/Encoding << /Differences [65 /g1 /g2 /g3] >>"
    font = f"<< /Type /Font /Subtype /Type1 /BaseFont /Foo {codes} >>".encode()
    shown = stream(b"BT /F1 11 Tf 72 700 Td (ABCABC) Tj ET")
    named = "/Resources << /Font << /F1 6 0 R >> >>"
    document = read_one("a.pdf", pdf(content=shown, objects=[font], page=named))
    assert document.incomplete.startswith("6 letters in fonts that do not say")


def test_a_pdf_with_pages_of_pictures_is_incomplete(read_one):
    image = stream(
        b"\0",
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        "/ColorSpace /DeviceGray",
    )
    drawn = stream(b"100 0 0 100 0 0 cm /I Do")
    named = "/Resources << /Font << /F1 3 0 R >> /XObject << /I 8 0 R >> >>"
    content = pdf([[""], [SENTENCE]], content=drawn, objects=[image], page=named)
    assert read_one("a.pdf", content).incomplete == "pages that are pictures only: 1"


def test_more_than_two_per_cent_of_the_letters_lost_is_incomplete():
    assert missing("a" * 99, 100) == ""
    assert missing("a - b" * 48, 100) == "4 of 100 letters lost"


def test_a_word_file_gives_tables_boxes_and_notes(read_one):
    box = f"<w:txbxContent>{word('In a box.')}</w:txbxContent>"
    old = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    boxed = (
        f'<w:p xmlns:mc="{old}"><w:r><w:t>Anchor.</w:t></w:r><w:r><mc:AlternateContent>'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    cells = "".join(f"<w:tc>{word(text)}</w:tc>" for text in ("Killed", "12"))
    body = f"{boxed}<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    content = docx((SENTENCE,), body=body, footnotes=word("A note."), title="Denial")
    document = read_one("a.docx", content)
    assert document.text == "\n\n".join([SENTENCE, "Anchor.", "In a box.", "Killed\t12", "A note."])
    assert document.title == "Denial"
    assert document.incomplete == ""


def test_deleted_words_of_a_word_file_are_not_read(read_one):
    changes = (
        "<w:p><w:ins><w:r><w:t>Two were killed.</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Nine were killed.</w:delText></w:r></w:del></w:p>"
    )
    assert read_one("a.docx", docx((), body=changes)).text == "Two were killed."


def test_an_opendocument_text_gives_all_but_comments(read_one):
    inner = (
        "<text:h>Denial</text:h><text:p>The army<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>By phone.</text:p></text:note-body>"
        "</text:note><text:s text:c='2'/>denied<text:tab/>it."
        "<office:annotation><text:p>Really?</text:p></office:annotation></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Killed</text:p>"
        "</table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    document = read_one("a.odt", odt(inner))
    assert document.text == "Denial\n\nThe army  denied\tit.\n\nBy phone.\n\nKilled\t12"
    assert document.incomplete == ""


def test_a_mail_gives_its_body_and_headers(read_one):
    mail = (
        "From: Press Desk <desk@army.example>\nSubject: =?utf-8?q?Denial_=E2=80=93_update?=\n"
        "Date: Sun, 31 Mar 2024 10:00:00 +0500\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
        "The army \ndenied it.\n\n-- \nPress desk\n"
        "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\nx\n"
        "--b--\n"
    )
    document = read_one("a.eml", mail)
    assert document.text.startswith("The army denied it.\n\n-- \nPress desk")
    assert (document.title, document.author) == ("Denial – update", "Press Desk")
    assert document.published == date(2024, 3, 31)
    assert document.note == "attached, not read: a.pdf"


def test_a_sender_that_cannot_be_read_does_not_cost_the_mail(read_one):
    document = read_one("a.eml", f"From: Press: desk\nSubject: Denial\n\n{SENTENCE}\n")
    assert (document.text, document.title, document.author) == (f"{SENTENCE}\n", "Denial", "")


def test_a_mail_in_html_only_is_read_too(read_one):
    mail = f"From: a@b.example\nContent-Type: text/html\n\n<p>{SENTENCE}</p><p>So there.</p>"
    assert read_one("a.eml", mail).text == f"{SENTENCE}\n\nSo there."


def test_the_user_fills_in_what_the_file_does_not_say(read_one):
    given = {"outlet": "Given", "title": "Given", "published": date(2024, 1, 1), "language": "en"}
    document = read_one("a.html", page(head="<title>Said by the page</title>"), **given)
    assert document.title == "Said by the page"
    assert (document.outlet, document.published) == ("Given", date(2024, 1, 1))


def test_a_file_keeps_its_name_its_path_and_its_digest(read_one):
    document = read_one("reports/a.txt", SENTENCE)
    assert (document.key, document.path) == ("a.txt", "reports/a.txt")
    assert len(document.original) == 64


@pytest.mark.parametrize(
    ("tag", "code"), [("en-GB", "en"), ("UR", "ur"), ("German", ""), ("zh_Hant", "zh"), ("", "")]
)
def test_a_language_is_taken_from_a_tag_only(tag, code, read_one):
    text = "12 34"  # too short to tell the language from
    assert read_one("a.csv", f"text,language\n{text},{tag}\n").language == code
