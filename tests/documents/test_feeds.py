"""Feeds: one document per entry."""

from datetime import date

from tests.documents.made import SENTENCE, rss

ENTRY = (
    "<item><title>Army &amp; police deny</title><link>https://gazette.example/1</link>"
    "<guid>g-1</guid><author>roe@gazette.org (Jane Roe)</author>"
    "<pubDate>Sun, 31 Mar 2024 10:00:00 GMT</pubDate>{text}</item>"
)
WHOLE = f"<content:encoded><![CDATA[<p>{SENTENCE}</p><p>Second.</p>]]></content:encoded>"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>One</title>'
    '<id>urn:1</id><updated>2024-04-01T00:00:00Z</updated><content type="html">&lt;p&gt;It was '
    "denied.&lt;/p&gt;</content></entry></feed>"
)


def test_an_entry_with_its_content_is_a_whole_document(read_one):
    document = read_one("a.rss", rss(ENTRY.format(text=WHOLE)))
    assert document.text == f"{SENTENCE}\n\nSecond."
    assert (document.key, document.title) == ("g-1", "Army & police deny")
    assert (document.outlet, document.author) == ("The Gazette", "Jane Roe")
    assert (document.url, document.published) == ("https://gazette.example/1", date(2024, 3, 31))
    assert document.incomplete == ""


def test_an_entry_with_a_summary_is_incomplete(read_one):
    document = read_one("a.xml", rss(ENTRY.format(text=f"<description>{SENTENCE}</description>")))
    assert document.text == SENTENCE
    assert document.incomplete == "the feed holds a summary only"


def test_an_empty_entry_spoils_no_other(read):
    empty, whole = read("a.rss", rss("<item><title>x</title></item>" + ENTRY.format(text=WHOLE)))
    assert (empty.path, empty.reason) == ("a.rss#1", "an entry without text")
    assert whole.path == "a.rss#2"


def test_atom_is_read_whatever_its_suffix(read_one):
    for name in ("a.atom", "a.xml", "a.html", ""):
        document = read_one(name, ATOM)
        assert (document.text, document.outlet, document.key) == ("It was denied.", "Wire", "urn:1")


def test_a_feed_never_opens_another_file(read_one):
    prolog = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    item = f"<item><description>{SENTENCE} &f;</description></item>"
    assert "root" not in read_one("a.xml", rss(item, prolog=prolog)).text
