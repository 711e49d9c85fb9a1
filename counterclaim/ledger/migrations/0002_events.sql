-- Where and what: the places and events that the readings add up to. Made again at every linking.

CREATE TABLE places (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    precision    TEXT NOT NULL,                 -- site, town, near, district, province, ... unknown
    country      TEXT,                          -- ISO 3166-1 alpha-3
    claimed_by   TEXT NOT NULL,                 -- a JSON list of countries, where it is disputed
    admin1       TEXT,
    latitude     REAL,
    longitude    REAL,
    feature      TEXT,
    geonameid    INTEGER
) STRICT;

CREATE TABLE place_mentions (mention TEXT NOT NULL, place TEXT NOT NULL, PRIMARY KEY (mention, place))
STRICT, WITHOUT ROWID;

CREATE TABLE events (
    id           TEXT PRIMARY KEY,
    type         TEXT NOT NULL,
    status       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    modality     TEXT NOT NULL,                 -- a JSON list
    first_day    TEXT,                          -- ISO 8601
    last_day     TEXT,
    place        TEXT,
    killed_low   REAL,
    killed_high  REAL,
    injured_low  REAL,
    injured_high REAL,
    part_of      TEXT
) STRICT;

CREATE TABLE event_mentions (
    event        TEXT NOT NULL REFERENCES events,
    telling      TEXT NOT NULL,                 -- the event as one document tells it
    document     TEXT NOT NULL,
    statement    TEXT,                          -- in whose content the words stand
    begin        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL
) STRICT;

CREATE INDEX event_mentions_by_event ON event_mentions (event);
CREATE INDEX event_mentions_by_telling ON event_mentions (telling);

CREATE TABLE participants (
    event        TEXT NOT NULL REFERENCES events,
    telling      TEXT NOT NULL,
    role         TEXT NOT NULL,
    text         TEXT NOT NULL,
    actor        TEXT,
    low          REAL,                          -- how many there were
    high         REAL,
    nationality  TEXT
) STRICT;

CREATE INDEX participants_by_event ON participants (event);

CREATE TABLE charges (
    event        TEXT NOT NULL REFERENCES events,
    telling      TEXT NOT NULL,
    party        TEXT NOT NULL,
    actor        TEXT,
    party_type   TEXT NOT NULL,
    role         TEXT NOT NULL,                 -- perpetrator, planner, host, ...
    degree       TEXT NOT NULL,
    statement    TEXT
) STRICT;

CREATE INDEX charges_by_event ON charges (event);

CREATE VIEW v1_places AS
SELECT p.id, p.name, p.precision, p.country, p.claimed_by, p.admin1, p.latitude, p.longitude,
       p.feature, p.geonameid,
       (SELECT count(*) FROM place_mentions AS m WHERE m.place = p.id) AS mentions
FROM places AS p;

DROP VIEW v1_mentions;

CREATE VIEW v1_mentions AS
SELECT m.id, m.document, m.begin, m."end", m.type, m.quote, m.name, m.refers_to, a.actor, m.rule,
       p.place
FROM mentions AS m LEFT JOIN actor_mentions AS a ON a.mention = m.id
LEFT JOIN place_mentions AS p ON p.mention = m.id;

CREATE VIEW v1_events AS
SELECT e.id, e.type, e.status, e.kind, e.modality, e.first_day, e.last_day, e.place,
       p.name AS place_name, p.country, e.killed_low, e.killed_high, e.injured_low,
       e.injured_high, e.part_of,
       (SELECT count(DISTINCT document) FROM event_mentions AS m WHERE m.event = e.id) AS documents,
       (SELECT count(DISTINCT document) FROM event_mentions AS m
        WHERE m.event = e.id AND document NOT IN (SELECT document FROM copies)) AS tellings
FROM events AS e LEFT JOIN places AS p ON p.id = e.place;

CREATE VIEW v1_event_mentions AS
SELECT m.event, m.telling, m.document, m.statement, m.begin, m."end",
       substr(d.text, m.begin + 1, m."end" - m.begin) AS quote, d.outlet
FROM event_mentions AS m JOIN documents AS d ON d.id = m.document;

CREATE VIEW v1_participants AS
SELECT event, telling, role, text, actor, low, high, nationality FROM participants;

CREATE VIEW v1_responsibility AS
SELECT c.event, c.telling, c.party, c.actor, c.party_type, c.role, c.degree, c.statement,
       s.source AS said_by
FROM charges AS c LEFT JOIN statements AS s ON s.id = c.statement;
