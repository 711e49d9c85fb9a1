"""How likely a source calls it: the bands of ICD 203, under a negation and without one."""

import pytest

from counterclaim.model.statement import Kind

BANDS = [
    (
        "Officials say there is almost no chance that the cell fled.",
        (0.01, 0.05),
        "almost no chance",
    ),
    ("Officials say there is a remote chance that they live.", (0.01, 0.05), "remote chance"),
    (
        "Officials say the chances of a truce are remote.",
        (0.01, 0.05),
        "chances of a truce are remote",
    ),
    ("Officials say it is very unlikely that the cell fled.", (0.05, 0.2), "very unlikely"),
    ("Officials say it is highly improbable that he fled.", (0.05, 0.2), "highly improbable"),
    ("Officials say it is unlikely that the cell fled.", (0.2, 0.45), "unlikely"),
    ("Officials say it is improbable that the cell fled.", (0.2, 0.45), "improbable"),
    ("Officials say there is a roughly even chance of rain.", (0.45, 0.55), "roughly even chance"),
    ("Officials say there are roughly even odds of rain.", (0.45, 0.55), "roughly even odds"),
    ("Officials say it is likely that the cell fled.", (0.55, 0.8), "likely"),
    ("Officials say the cell probably fled.", (0.55, 0.8), "probably"),
    ("Officials say a mine was the probable cause.", (0.55, 0.8), "probable"),
    ("Officials say it is very likely that the cell fled.", (0.8, 0.95), "very likely"),
    ("Officials say it is highly probable that he fled.", (0.8, 0.95), "highly probable"),
    ("Officials say it is almost certain that he fled.", (0.95, 0.99), "almost certain"),
    ("Officials say it is nearly certain that he fled.", (0.95, 0.99), "nearly certain"),
    ("Officials say it is not likely that the cell fled.", (0.2, 0.45), "not likely"),
    ("Officials say it is not unlikely that the cell fled.", (0.55, 0.8), "not unlikely"),
    ("Officials say the strike probably did not hit it.", (0.55, 0.8), "probably"),
]


def told(text, read):
    """The one statement that has a cue, and the reading it stands in."""
    reading = read(text)
    [found] = [one for one in reading.statements if one.kind is not Kind.NARRATION]
    return found, reading.document


@pytest.mark.parametrize(("text", "band", "words"), BANDS)
def test_words_of_likelihood_have_their_band(text, band, words, by_rules):
    found, document = told(text, by_rules)
    assert found.likelihood.value == band
    assert [document.quote(span) for span in found.likelihood.spans] == [words]


@pytest.mark.parametrize(("text", "band"), [(text, band) for text, band, _ in BANDS])
def test_certainty_goes_with_the_band(text, band, by_rules):
    found, _ = told(text, by_rules)
    assert found.certainty.value.value == ("probable" if band[0] > 0.5 else "possible")


def test_a_word_of_likelihood_tells_more_than_a_cue_of_thinking(by_rules):
    found, _ = told("Officials believe it is unlikely that the cell fled.", by_rules)
    assert (found.certainty.value.value, found.certainty.rule) == ("possible", "by_likelihood")


UNBANDED = [
    ("Officials say the cell fled.", "certain"),
    ("Officials say there is no doubt that the cell fled.", "certain"),
    ("Officials say the cell could not have fled.", "certain"),
    ("Residents said they could hear shots.", "certain"),
    ("Officials say the cell could have fled.", "possible"),
    ("Officials say they cannot rule out that a mine caused it.", "possible"),
    ("Officials say a mine could not be ruled out.", "possible"),
    ("Officials say it is not highly likely that the cell fled.", "possible"),
    ("Officials say it is not certain that the cell fled.", "unknown"),
    ("Officials say it is uncertain where the cell is.", "unknown"),
]


@pytest.mark.parametrize(("text", "certainty"), UNBANDED)
def test_other_doubt_has_no_band(text, certainty, by_rules):
    found, _ = told(text, by_rules)
    assert found.likelihood is None
    assert found.certainty.value.value == certainty


def test_confidence_in_a_judgement_is_no_likelihood(by_rules):
    found, _ = told("The agency said it had moderate confidence that the army did it.", by_rules)
    assert found.likelihood is None
    assert found.certainty.value.value == "probable"


def test_confidence_stands_beside_a_likelihood(by_rules):
    text = "The agency said with low confidence that the missile was very likely the army's."
    found, _ = told(text, by_rules)
    assert found.likelihood.value == (0.8, 0.95)


def test_a_number_that_is_joined_to_another_hedges_only_itself(by_rules):
    found, _ = told("The agency said the raid killed 817 men and likely 90 women.", by_rules)
    assert found.likelihood is None


def test_a_remote_place_is_no_remote_chance(by_rules):
    found, _ = told("The army said a remote village had been hit.", by_rules)
    assert found.likelihood is None
