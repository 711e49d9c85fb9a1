"""Every address of the page, in one table: what an address is not in, the page does not answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from counterclaim.page import acts, comparing, intake
from counterclaim.page.respond import Screen
from counterclaim.page.screens import (
    actors,
    compare,
    desk,
    disputes,
    events,
    exports,
    network,
    places,
    provenance,
    reading,
    review,
    rows,
    search,
    timeline,
)

SCREENS: tuple[Screen, ...] = (
    Screen("/", desk.desk, "desk.html"),
    Screen("/read", reading.documents, "documents.html"),
    Screen("/read/{document}", reading.document, "read.html"),
    Screen("/disputes", disputes.disputes, "disputes.html"),
    Screen("/disputes/{id}", disputes.dispute, "dispute.html", saved=True, chart="voices"),
    Screen("/claims/{id}", provenance.claim, "claim.html"),
    Screen("/events", events.events, "events.html"),
    Screen("/events/{id}", events.event, "event.html", saved=True, chart="tolls"),
    Screen("/events/{id}/{codebook}", rows.row, "row.html"),
    Screen("/actors", actors.actors, "actors.html"),
    Screen("/actors/{id}", actors.actor, "actor.html", saved=True),
    Screen("/search", search.search, "search.html"),
    Screen("/review", review.review, "review.html"),
    Screen("/timeline", timeline.timeline, "timeline.html", chart="timeline"),
    Screen("/map", places.places, "map.html", chart="map"),
    Screen("/network", network.network, "network.html", chart="network"),
    Screen("/exports", exports.exports, "exports.html"),
    Screen("/explain/{id}", provenance.provenance, "provenance.html"),
    Screen("/compare", compare.compare, "compare.html"),
    Screen("/intake", intake.intake, "intake.html"),
)


@dataclass(frozen=True, slots=True)
class Act:
    """An address that does something, or gives something that is no screen."""

    method: str
    path: str
    do: Callable[..., Any]


ACTS: tuple[Act, ...] = (
    Act("GET", "/go/{id}", acts.go),
    Act("GET", "/static/{name}", acts.static),
    Act("GET", "/exports/{name}", acts.export),
    Act("GET", "/state.json", acts.state),
    Act("GET", "/intake/stream", intake.stream),
    Act("GET", "/compare/table", comparing.table),
    Act("POST", "/intake", intake.take),
    Act("POST", "/compare", comparing.take),
    Act("POST", "/compare/forget", comparing.forget),
    Act("POST", "/review", acts.decide),
    Act("POST", "/review/undo", acts.undo),
    Act("POST", "/join", acts.join),
    Act("POST", "/split", acts.split),
    Act("POST", "/reviewer", acts.sign),
)
