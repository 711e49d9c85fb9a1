"""Words that lay an event on nobody, or on somebody else: each class of misreading, by example."""

import pytest

ATTACK = "Gunmen killed nine villagers in Tarn on Monday. "
STRIKE = "Osterian jets bombed a hall in Tarn on Monday, killing nine. "

NO_PART = [
    (ATTACK + "The charity condemned the attack. It did not accuse any party.", "party"),
    (ATTACK + "The minister wanted to accuse Osteria of war crimes, the ministry said.", "Osteria"),
    (ATTACK + "The juntas will fall back on blaming Osteria.", "Osteria"),
    (
        STRIKE + "Armed groups had committed more than 300 violations, the army said.",
        "Armed groups",
    ),
    (
        "Three months after the Pavesh massacre little is known. On 22 April gunmen killed 26"
        " people near Pavesh.",
        "Pavesh",
    ),
    (ATTACK + "The peace process is dead, and it was not the army that killed it.", "army"),
    (
        "Shells killed nine people in Tarn on Monday. Both parties should stop shelling markets.",
        "parties",
    ),
    (
        "The army announced an air strike near Tarn on Monday, and said that three militants had"
        " been killed and no civilians harmed.",
        "civilians",
    ),
    (
        ATTACK + 'The Foreign Ministry accused "the militia of Dagan" of committing the killings.',
        "Foreign Ministry",
    ),
    (ATTACK + "The Karvanian army says that it has broken the Ridge Front.", "Karvanian army"),
    (ATTACK + "Osteria has consistently denied backing the group.", "Osteria"),
    (ATTACK + "Caracia has always denied sheltering the rebels.", "Caracia"),
    (STRIKE + "The panel attributes the growth of the group to help from the Sand Force.", "Sand"),
    (ATTACK + "The victims had been accused of helping the rebels, a doctor said.", "victims"),
    (STRIKE + "The posts had not opened fire, the spokesman insisted.", "spokesman"),
    (
        STRIKE + "The general dismissed as baseless the claim that terrorist camps had been hit.",
        "general",
    ),
    (ATTACK + "He called those who blame the Owl Army naive.", "Owl Army"),
    (
        ATTACK
        + "The Ridge Front accused the army of trying to divert attention from the killings.",
        "army",
    ),
    (
        ATTACK
        + "The Tarn Board did not say who had fired. The Ridge Front repeated that it was not"
        " responsible.",
        "Tarn Board",
    ),
    (
        ATTACK + "The envoy accused the paramilitary Sand Guard of carrying out the attack.",
        "paramilitary",
    ),
    # Whoever denies something else, or a deed that was not told, says nothing of this one.
    (
        ATTACK + "The council said that Tarn's rulers were behind the attack. Its spokesman, Ebo"
        " Rask, denied that Ruun's withdrawal from the pact had anything to do with it.",
        "Ebo Rask",
    ),
    (STRIKE + "The Caracian army denied having threatened the hall.", "Caracian army"),
    (
        STRIKE + "Osteria blamed the Owl Army. The Foreign Ministry of Caracia denied that its"
        " advisers were among the dead.",
        "Foreign Ministry",
    ),
    (
        ATTACK + "Karvanian officials dispute Osteria's conclusion that the Ridge Front was behind"
        " the attack.",
        "Karvanian officials",
    ),
    (
        ATTACK + "The envoy, Jan Petter, condemned it but did not say whom he held responsible.",
        "Jan Petter",
    ),
    (
        ATTACK + "Rebels fired mortars at the mill in order to blame the Osterian army, the general"
        " said.",
        "Osterian army",
    ),
    (
        "Shells hit a school in Tarn on Monday. The general dismissed accusations by Karvania that"
        ' his troops had shelled the school as "pure fantasy".',
        "Karvania",
    ),
    (
        STRIKE + "The rebels blamed the army. The UN office said it had found no evidence that"
        " jets of the army were in the area.",
        "UN office",
    ),
    (
        ATTACK + "The Ridge Front claimed the attack and said it had killed 30. The army called the"
        ' figure "fantasy".',
        "army",
    ),
    (
        ATTACK + "Osteria has been accused by Karvania of sheltering the Ridge Front. Osteria calls"
        " the accusation baseless.",
        "Osteria",
    ),
    (ATTACK + "The army denied that gunmen had come back to Tarn to loot what was left.", "army"),
    (ATTACK + "The front accused the council of hiding the number of victims.", "council"),
    (
        STRIKE + "Accusations that the Karvanian army killed villagers in Tarn were raised by the"
        " rebels, the mayor said.",
        "Karvanian army",
    ),
]


@pytest.mark.parametrize(("text", "party"), NO_PART)
def test_a_party_has_no_part_in_it(ruled, text, party):
    parties = {one.party for each in ruled(text) for one in each.responsibility}
    assert party not in parties


PARTS = [
    (
        ATTACK + "The Plains Rights Network said that the Ridge Front had ordered the killings.",
        ("Ridge Front", "accused"),
    ),
    (
        ATTACK + "The envoy blamed the Ridge Front. The Ridge Front denied having carried it out.",
        ("Ridge Front", "denied"),
    ),
    (
        ATTACK + "The Ridge Front denied that it had anything to do with the attack.",
        ("Ridge Front", "denied"),
    ),
    (ATTACK + "The envoy held the Ridge Front responsible.", ("Ridge Front", "accused")),
    (
        ATTACK + "Karvanian officials dispute Osteria's conclusion that the Ridge Front was behind"
        " the attack.",
        ("Ridge Front", "denied"),
    ),
    (
        "A gas attack killed nine people in Tarn on Monday. The Karvanian army has repeatedly"
        " denied using chemical weapons.",
        ("Karvanian army", "denied"),
    ),
    (
        "The air force shot down a plane near Tarn on Tuesday, according to Major General Tesfal"
        " Aylen.",
        ("air force", "claimed"),
    ),
    (
        ATTACK + "President Adan Vesk rejected any suggestion that Karvania had a hand in the"
        " attack.",
        ("Karvania", "denied"),
    ),
    (
        "Gas killed nine people in Tarn on Monday. Allegations that the Osterian army used gas in"
        " Tarn are fabrications, the minister said.",
        ("Osterian army", "denied"),
    ),
    (
        "Gas killed nine people in Tarn on Monday. The allegations that Karvania used gas in Tarn"
        " are credible, a doctor said.",
        ("Karvania", "suspected"),
    ),
    (
        "A bomb killed nine people in Tarn on Monday. Police sources said the Ridge Front may have"
        " been behind the attack.",
        ("Ridge Front", "possible"),
    ),
]


@pytest.mark.parametrize(("text", "charge"), PARTS)
def test_a_party_has_the_part_that_is_told(ruled, text, charge):
    found = [one for each in ruled(text) for one in each.responsibility]
    assert charge in [(one.party, one.degree.value.value) for one in found]
