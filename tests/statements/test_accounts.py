"""Every sentence once: stated, narrated, or set aside and why."""

from counterclaim.model.statement import Treatment
from counterclaim.model.text import Document, Passage, PassageKind, Span
from counterclaim.statements import rule_book

TEXT = (
    "Shell hits school\n\nA shell hit a school on Monday. The army denied firing it.\n\n"
    "Who fired?\n\n* * *\n\nA shell hit a school on Monday.\n\nBy A. Writer"
)


def passage(kind, words):
    begin = TEXT.rindex(words)
    return Passage(kind, Span(begin, begin + len(words)))


LAYOUT = (
    passage(PassageKind.HEADLINE, "Shell hits school"),
    passage(PassageKind.REPEATED, "A shell hit a school on Monday."),
    passage(PassageKind.BYLINE, "By A. Writer"),
)


def test_each_sentence_has_one_account(read):
    reading = read(Document(TEXT, language="en", layout=LAYOUT))
    told = [
        (reading.document.quote(one.span), one.treatment, one.reason) for one in reading.accounts
    ]
    assert told == [
        ("Shell hits school", Treatment.SET_ASIDE, "headline"),
        ("A shell hit a school on Monday.", Treatment.NARRATED, ""),
        ("The army denied firing it.", Treatment.STATED, ""),
        ("Who fired?", Treatment.SET_ASIDE, "question"),
        ("* * *", Treatment.SET_ASIDE, "only marks"),
        ("A shell hit a school on Monday.", Treatment.SET_ASIDE, "repeated"),
        ("By A. Writer", Treatment.SET_ASIDE, "byline"),
    ]


def test_a_headline_that_holds_a_statement_is_read_once(read):
    text = "Army denies hitting school\n\nA shell hit a school on Monday."
    headline = Passage(PassageKind.HEADLINE, Span(0, 26))
    reading = read(Document(text, language="en", layout=(headline,)))
    assert [one.treatment for one in reading.accounts] == [Treatment.STATED, Treatment.NARRATED]


def test_accounts_name_the_statements_of_their_sentence(read):
    reading = read(Document(TEXT, language="en", layout=LAYOUT))
    named = [id for account in reading.accounts for id in account.statements]
    assert sorted(named) == sorted(one.id for one in reading.statements)


def test_every_rule_that_speaks_is_in_the_book(read):
    reading = read(Document(TEXT, language="en", layout=LAYOUT))
    rules = {
        rule
        for one in reading.statements
        for rule in (one.rule, one.source.rule, one.act.rule, one.polarity.rule, one.certainty.rule)
    }
    assert rules <= rule_book().keys()
    assert all(rule_book().values())
