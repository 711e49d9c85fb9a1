"""Who took part: by the words of the text, bare of articles, titles and clauses."""

import pytest

PARTS = [
    (
        "Gunmen attacked a police station.",
        {"perpetrator": ["Gunmen"], "target": ["police station"]},
    ),
    (
        "The mayor was murdered by three masked men.",
        {"victim": ["mayor"], "perpetrator": ["masked men"]},
    ),
    (
        "A car bomb exploded outside the embassy, killing two guards.",
        {"weapon": ["car bomb"], "target": ["embassy"], "victim": ["guards"]},
    ),
    (
        "Rebels of the Northern Front kidnapped Judge Arne Solvik in Lima on Monday.",
        {"perpetrator": ["Rebels", "Northern Front"], "victim": ["Judge", "Arne Solvik"]},
    ),
    (
        "The murder of the bishop in Lima on 3 May shocked the church. The killers had fled.",
        {"victim": ["bishop"]},
    ),
    (
        "Militants who had come from the hills burned the school and shot its teachers.",
        {"perpetrator": ["Militants", "Militants"], "target": ["school"], "victim": ["teachers"]},
    ),
    (
        "Men with masks attacked the bus station with grenades, leaving four passengers dead.",
        {"target": ["bus station"], "weapon": ["grenades"], "victim": ["passengers"]},
    ),
    (
        "Two priests and a nun were killed when gunmen raided the convent.",
        {"victim": ["priests", "nun"]},
    ),
    ("The pipeline was dynamited by guerrillas.", {"target": ["pipeline"]}),
    ("Ten villagers killed 15 injured in rocket attacks on Ostrel.", {"victim": ["villagers"]}),
    ("Two gunmen killed 15.", {"perpetrator": ["gunmen"]}),
]


@pytest.mark.parametrize(("text", "wanted"), PARTS)
def test_who_took_part(ruled, text, wanted):
    found: dict[str, list[str]] = {}
    for telling in ruled(text):
        for one in telling.participants:
            found.setdefault(one.part.value, []).append(one.text)
    assert {part: found.get(part) for part in wanted} == wanted


def test_text_in_capitals_has_the_same_parts(ruled):
    text = "GUERRILLAS DYNAMITED THE PIPELINE AND MURDERED TWO ENGINEERS."
    found = {(one.part.value, one.text) for telling in ruled(text) for one in telling.participants}
    assert {
        ("perpetrator", "GUERRILLAS"),
        ("target", "PIPELINE"),
        ("victim", "ENGINEERS"),
    } <= found


NO_PART = [
    ("The convoy was not attacked.", "victim"),
    ("Police arrested two students.", "victim"),
    ("On Monday the attack killed nobody.", "victim"),
    ("An explosion on Tuesday destroyed the bridge.", "perpetrator"),
    ("Three soldiers killed, 12 others injured in a raid near Ostrel.", "perpetrator"),
    ("A major offensive on the town of Ostrel began on Monday.", "perpetrator"),
    ("The raid on Ostrel caused heavy human casualties.", "perpetrator"),
]


@pytest.mark.parametrize(("text", "part"), NO_PART)
def test_who_took_no_part(ruled, text, part):
    assert not [one for each in ruled(text) for one in each.participants if one.part.value == part]


def test_every_participant_stands_in_the_text(ruled):
    text = "The army said militants of the Red Column shelled the market, wounding ten traders."
    for telling in ruled(text):
        for one in telling.participants:
            assert text[one.span.begin : one.span.end] in one.text or one.text in text
            assert one.rule
