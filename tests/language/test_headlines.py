"""Names in headlines all in capitals: "Osk Rejects Varan Charge" has no person in it."""

from counterclaim.documents.description import describe
from counterclaim.knowledge import load_knowledge
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document

BODY = (
    "The army of Varan shelled a market in Tarn on 13 May, the minister said. Varan denied that its"
    " guns had fired."
)


def test_a_piece_of_a_headline_is_nobodys_full_name():
    known = load_knowledge()
    text = f"Osk Rejects Varan Charge Over Tarn Blast\n\n{BODY}"
    reading = read_document(describe(Document(text, language="en"), known), known)
    assert "Osk Rejects Varan" not in {one.name for one in reading.mentions}
    assert "Varan" in {one.source.name for one in reading.statements}
