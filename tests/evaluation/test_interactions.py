"""How sets of coded sentences are scored."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

from evaluation.interactions import Tally, invented_actors, petrarch_figures, plover_figures

Json = Mapping[str, object]


def packed(path: Path, *rows: Json) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(f"{json.dumps(row)}\n" for row in rows)
    return path


def ledger(path: Path, *interactions: Json) -> Path:
    held = {"documents": [{"id": "d", "key": "one"}], "interactions": list(interactions)}
    path.write_text(json.dumps(held), encoding="utf-8")
    return path


def end(country: str, sector: str = "") -> Json:
    return {"country": country, "sector": sector or None}


def deed(event: str, actor: Json | None, recipient: Json | None, name: str = "meet") -> Json:
    plover: Json | None = {"event": event, "mode": None, "context": []} if event else None
    return {
        "document": "d", "deed": name, "plover": plover, "actor": actor, "recipient": recipient
    }  # fmt: skip


def coded(event: str, source: list[Json], target: list[Json]) -> Json:
    return {"id": "one", "text": "x", "event": event, "source": source, "target": target}


def test_old_names_of_events_are_scored_under_the_new_and_a_row_more_counts_against(tmp_path):
    gold = packed(tmp_path / "g.gz", coded("DEMAND", [{"code": "KEN", "sector": "GOV"}], []))
    right = ledger(tmp_path / "l.json", deed("REQUEST", end("KEN", "GOV"), None))
    assert plover_figures((gold,), right) == {
        "type F1": 100.0,
        "any right": 100.0,
        "actor country F1": 100.0,
        "actor sector F1": 100.0,
    }
    more = ledger(
        tmp_path / "m.json",
        deed("REQUEST", end("KEN", "MIL"), None),
        deed("ASSAULT", end("KEN", "MIL"), end("UGA")),
        deed("", end("TZA"), None),
    )
    found = plover_figures((gold,), more)
    assert (found["type F1"], found["any right"]) == (66.7, 100.0)
    assert (found["actor country F1"], found["actor sector F1"]) == (66.7, 0.0)


def test_where_the_coders_left_the_sector_open_any_is_right(tmp_path):
    gold = packed(tmp_path / "g.gz", coded("AID", [{"code": "KEN", "sector": "***"}], []))
    read = ledger(tmp_path / "l.json", deed("AID", end("KEN", "MED"), None))
    assert plover_figures((gold,), read)["actor sector F1"] == 100.0


def test_a_root_is_right_in_either_system(tmp_path):
    row = {"id": "one", "text": "x", "events": [{"source": "A", "target": "B", "code": "031"}]}
    gold = packed(tmp_path / "g.gz", row)
    read = ledger(tmp_path / "l.json", deed("CONSULT", None, None))
    assert petrarch_figures((gold,), read)["root F1"] == 100.0
    wrong = ledger(tmp_path / "w.json", deed("ASSAULT", None, None, "bomb"))
    assert petrarch_figures((gold,), wrong)["root F1"] == 0.0


def test_known_countries_are_left_out_of_the_table_of_invented_ones(tmp_path):
    listed = tmp_path / "actors.txt"
    listed.write_text("<!-- a comment -->\nUTOPIA_  [UTO] # note\n+AMAUROT\nKENYA [KEN]\n")
    assert invented_actors((tmp_path, listed)).splitlines() == [
        "id,name,names,type,code",
        "invented.0,Utopia,Amaurot,government,UTO",
    ]


def test_nothing_found_of_nothing_is_no_figure():
    assert Tally().f1 == 0.0
