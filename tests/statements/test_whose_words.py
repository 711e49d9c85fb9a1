"""Whose words they are not: a namesake's, a look-alike's, nobody's where nothing is said."""

from counterclaim.model.statement import Act, Kind


def names(reading):
    return [one.source.name for one in reading.statements if one.kind is not Kind.NARRATION]


def test_a_ministry_of_another_kind_is_not_the_one_spoken_of(read):
    told = read(
        "The interior ministry said that snipers had fired. The human rights commission said the"
        " dead numbered 32; the health ministry disputes this and counts 15."
    )
    assert names(told)[-2:] == ["health ministry", "health ministry"]


def test_the_us_is_no_us(read):
    told = read("The US blamed Iran. The WHO said that the clinic was hit.").statements
    assert [one.source.name for one in told] == ["US", "WHO"]


def test_who_is_dismissed_from_office_is_nothing_denied(read):
    told = read("The president dismissed the general. He dismissed the report.").statements
    acts = [one.act.value for one in told if one.kind is not Kind.NARRATION]
    assert acts == [Act.DENY]
