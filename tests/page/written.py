"""Reports that were written for the tests of the page: two sides, two days, two numbers."""

from datetime import date
from pathlib import Path

from counterclaim.case import Case, ReadOptions
from counterclaim.model.intake import Given, Original

REPORTS = {
    "Herald": (
        date(2024, 6, 4),
        "The Pakistani army said on Tuesday that the attack on the dam in Peshawar was planned in"
        " Afghanistan. Six engineers were killed in the bombing in Peshawar on Monday, the army"
        " said. The army accused the Afghan government of the bombing.\n\n“They came at night,”"
        " said Omar Haddad, a witness.",
    ),
    "Gazette": (
        date(2024, 6, 6),
        "The Afghan ministry of defence denied that the attack on the dam in Peshawar was planned"
        " in Afghanistan. Nine engineers were killed in the bombing in Peshawar on Monday, the"
        " ministry said. Four engineers were killed in the bombing in Peshawar on Monday, Omar"
        " Haddad, a witness, said.",
    ),
}


def make_contested(folder: Path) -> Path:
    """Read the reports into a case."""
    with Case.create(folder) as case:
        for outlet, (day, text) in REPORTS.items():
            original = Original(f"{outlet}.txt", text.encode(), ".txt")
            case.read([original], ReadOptions(given=Given(outlet=outlet, published=day)))
    return folder
