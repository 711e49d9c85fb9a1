"""What is done by saying it, whether it is held to be true, and how sure: the rules alone."""

from dataclasses import replace

import pytest

from counterclaim.knowledge.trust import Trust
from counterclaim.language import find_mentions, parse
from counterclaim.model.record import Reading
from counterclaim.model.statement import Kind
from counterclaim.model.text import Document
from counterclaim.statements import find_statements


@pytest.fixture(scope="module")
def read(english):
    """Read a text by rules, without the learned reader."""
    alone = replace(english, parser=replace(english.parser, tagger=""), trust=Trust())

    def reading(text):
        document = Document(text, language="en")
        parsed = parse(document, alone)
        mentions = find_mentions(parsed, alone)
        return Reading(document, mentions, find_statements(parsed, mentions, alone))

    return reading


STANCES = [
    ("The army said two bridges were closed.", "assert", "+", "certain"),
    ("The army denied that it had shelled the camp.", "deny_responsibility", "-", "certain"),
    ("The army denied any involvement.", "deny_responsibility", "-", "certain"),
    ("The army denied that its jets had hit the school.", "deny_responsibility", "-", "certain"),
    ("The mayor said he did not know who was behind it.", "assert", "+", "unknown"),
    ("The envoy denied having said so.", "deny", "-", "certain"),
    ("The army denied having targeted the school.", "deny_responsibility", "-", "certain"),
    ("The envoy said it was impossible that a missile had hit it.", "deny", "+", "certain"),
    ("The army denied hitting the school.", "deny_responsibility", "-", "certain"),
    ("The US denied hitting the school.", "deny_responsibility", "-", "certain"),
    ("The envoy denied that the deal had anything to do with it.", "deny", "-", "certain"),
    ("The army said that no more than 50 people had died.", "assert", "+", "certain"),
    ("The army said it had nothing to do with the raid.", "deny_responsibility", "+", "certain"),
    ("Ankara accused Damascus of shelling the camp.", "accuse", "+", "certain"),
    ("The mayor said Russia had bombed the hospital.", "accuse", "+", "certain"),
    ("The envoy said it was a war crime.", "accuse", "+", "certain"),
    ("The group claimed responsibility for the bombing.", "claim_responsibility", "+", "certain"),
    ("The group said its fighters had attacked the base.", "claim_responsibility", "+", "certain"),
    ("The army said it had shelled the camp.", "claim_responsibility", "+", "certain"),
    ("The army said it had opened fire on the camp.", "claim_responsibility", "+", "certain"),
    ("The army said it had opened a file on the raid.", "assert", "+", "certain"),
    ("The army said it had launched an inquiry into the blast.", "assert", "+", "certain"),
    ("“It hit a barn,” the army said.", "assert", "+", "certain"),
    ("The army said its men had not fired.", "deny_responsibility", "+", "certain"),
    ("The army said it would not fire.", "assert", "+", "certain"),
    ("The army said no aircraft had entered the valley.", "deny", "+", "certain"),
    ("The army said there was no damage.", "deny", "+", "certain"),
    ("The general said that no soldier had shelled the mill.", "deny", "+", "certain"),
    ("There is no evidence that Karvania supports the rebels.", "assert", "?", "unknown"),
    ("The army said no aircraft would enter the valley.", "assert", "+", "certain"),
    (
        "The Syrian army said Syrian troops shelled the camp.",
        "claim_responsibility",
        "+",
        "certain",
    ),
    ("Syrian activists said Syrian troops had shelled the camp.", "assert", "+", "certain"),
    ("The envoy said it was not a war crime.", "deny", "+", "certain"),
    ("The envoy said an Iranian missile had hit the camp.", "accuse", "+", "certain"),
    ("Officials said nine people died when shells hit the camp.", "assert", "+", "certain"),
    ("Officials said gunmen had attacked the camp.", "assert", "+", "certain"),
    ("Officials said Syrian gunmen had attacked the camp.", "accuse", "+", "certain"),
    ("The observers said the mission had opened an inquiry.", "assert", "+", "certain"),
    ("The envoy said the rebels had not shelled the camp.", "deny", "+", "certain"),
    (
        "The defence ministry said the air force struck the camp.",
        "claim_responsibility",
        "+",
        "certain",
    ),
    ("The envoy said the trail led to Damascus.", "accuse", "+", "certain"),
    ("“We condemn the raid,” the envoy said.", "condemn", "+", "certain"),
    ("The envoy said false papers were found in the car.", "assert", "+", "certain"),
    ("No group has claimed responsibility.", "claim_responsibility", "?", "unknown"),
    ("The group has yet to claim responsibility.", "claim_responsibility", "?", "unknown"),
    ("Neither side claimed responsibility.", "claim_responsibility", "?", "unknown"),
    ("The envoy condemned the raid.", "condemn", "+", "certain"),
    ("The envoy said the raid was barbaric.", "condemn", "+", "certain"),
    ("The council demanded an inquiry.", "demand", "+", "certain"),
    ("The council said the killers must be tried.", "demand", "+", "certain"),
    ("The general vowed to rebuild the town.", "promise", "+", "certain"),
    ("The general vowed a crushing revenge.", "threaten", "+", "certain"),
    ("The general said his country reserves the right to strike back.", "threaten", "+", "certain"),
    ("The office put the toll at 40.", "estimate", "+", "certain"),
    ("The office said about 40 people were killed.", "estimate", "+", "certain"),
    ("The office warned that the dam could break.", "warn", "+", "possible"),
    ("The minister called the report baseless.", "deny", "-", "certain"),
    ("The minister said the report was fabricated.", "deny", "+", "certain"),
    ("The army did not say who had fired.", "other", "?", "unknown"),
    ("The army declined to comment.", "decline", "?", "unknown"),
    ("The army did not deny that it had fired.", "non_denial", "?", "unknown"),
    ("The report could not be independently verified.", "unable_to_verify", "?", "unknown"),
    ("It was not immediately possible to verify the toll.", "unable_to_verify", "?", "unknown"),
    ("It was impossible to confirm the toll.", "unable_to_verify", "?", "unknown"),
    ("The army neither confirmed nor denied that it had fired.", "non_denial", "?", "unknown"),
    ("The ministry was unable to verify the toll.", "unable_to_verify", "?", "unknown"),
    ("“We do not comment on raids,” the army said.", "decline", "?", "unknown"),
    ("The army said that, if it was a strike, it had missed.", "assert", "+", "possible"),
    ("The army suggested that the cell had fled.", "assert", "+", "possible"),
    ("The army regretted the deaths.", "other", "+", "certain"),
    ("Officials believe that the cell fled.", "assert", "+", "probable"),
    ("Officials say the cell probably fled.", "assert", "+", "probable"),
    ("Officials say the cell may have fled.", "assert", "+", "possible"),
    ("Officials said it was not clear where the cell was.", "assert", "+", "unknown"),
    ("Officials say the cell fled in May.", "assert", "+", "certain"),
    ("It is thought that the cell fled.", "assert", "+", "probable"),
]


@pytest.mark.parametrize(("text", "act", "polarity", "certainty"), STANCES)
def test_stance(text, act, polarity, certainty, read):
    [found] = [one for one in read(text).statements if one.kind is not Kind.NARRATION]
    got = (found.act.value.value, found.polarity.value.value, found.certainty.value.value)
    assert got == (act, polarity, certainty)


BANDS = [
    ("Officials say the cell almost certainly fled.", (0.95, 0.99)),
    ("Officials say the cell very likely fled.", (0.8, 0.95)),
    ("Officials say it is likely that the cell fled.", (0.55, 0.8)),
    ("Officials say it is unlikely that the cell fled.", (0.2, 0.45)),
    ("Officials say the cell fled.", None),
]


@pytest.mark.parametrize(("text", "band"), BANDS)
def test_words_of_likelihood_have_their_band(text, band, read):
    [found] = [one for one in read(text).statements if one.kind is not Kind.NARRATION]
    assert (found.likelihood.value if found.likelihood else None) == band


def test_doubt_is_cited_by_its_word(read):
    reading = read("Officials say the cell may have fled.")
    [found] = reading.statements
    assert [reading.document.quote(span) for span in found.certainty.spans] == ["may"]
