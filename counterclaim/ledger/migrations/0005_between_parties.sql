-- What parties do to each other, numbers about them and ties between them, as tables for questions; the
-- event that a claim and a dispute are about. Older readings do not fill them: all is read once more.

CREATE TABLE interactions (
    id           TEXT NOT NULL,
    document     TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    deed         TEXT NOT NULL,
    source       TEXT,                          -- who does it, in the words of the text
    source_is    TEXT,                          -- the mention there
    target       TEXT,
    target_is    TEXT,
    modality     TEXT NOT NULL,                 -- a JSON list
    first_day    TEXT,
    last_day     TEXT,
    statement    TEXT,
    begin        INTEGER NOT NULL,              -- of the first words of the deed
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    rule         TEXT NOT NULL
) STRICT;

CREATE INDEX interactions_by_document ON interactions (document);

CREATE TABLE estimates (
    id           TEXT NOT NULL,
    document     TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    subject      TEXT NOT NULL,                 -- in the words of the text
    subject_is   TEXT,                          -- the mention there
    measure      TEXT NOT NULL,
    low          REAL,
    high         REAL,
    bound        TEXT NOT NULL,
    unit         TEXT NOT NULL,
    first_day    TEXT,
    last_day     TEXT,
    statement    TEXT,
    begin        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    rule         TEXT NOT NULL
) STRICT;

CREATE INDEX estimates_by_document ON estimates (document);

CREATE TABLE relations (
    id           TEXT NOT NULL,
    document     TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    subject_is   TEXT NOT NULL,                 -- the mentions of both
    predicate    TEXT NOT NULL,
    object_is    TEXT NOT NULL,
    first_day    TEXT,
    last_day     TEXT,
    statement    TEXT,
    begin        INTEGER NOT NULL,              -- of the first words that state it
    "end"        INTEGER NOT NULL,
    quote        TEXT NOT NULL,
    rule         TEXT NOT NULL
) STRICT;

CREATE INDEX relations_by_document ON relations (document);

ALTER TABLE claims ADD COLUMN event TEXT;
ALTER TABLE disputes ADD COLUMN event TEXT;
ALTER TABLE disputes ADD COLUMN score REAL;

UPDATE readings SET made_from = '';
UPDATE linked SET made_from = '';

CREATE VIEW v1_interactions AS
SELECT i.id, i.document, d.outlet, i.deed, i.source, a.actor AS source_actor, i.target,
       b.actor AS target_actor, i.modality, i.first_day, i.last_day, i.statement,
       (SELECT source FROM statements AS s WHERE s.id = i.statement) AS said_by,
       i.begin, i."end", i.quote, i.rule
FROM interactions AS i JOIN documents AS d ON d.id = i.document
LEFT JOIN actor_mentions AS a ON a.mention = i.source_is
LEFT JOIN actor_mentions AS b ON b.mention = i.target_is;

CREATE VIEW v1_estimates AS
SELECT e.id, e.document, d.outlet, e.subject, a.actor, e.measure, e.low, e.high, e.bound, e.unit,
       e.first_day, e.last_day, e.statement,
       (SELECT source FROM statements AS s WHERE s.id = e.statement) AS said_by,
       e.begin, e."end", e.quote, e.rule
FROM estimates AS e JOIN documents AS d ON d.id = e.document
LEFT JOIN actor_mentions AS a ON a.mention = e.subject_is;

CREATE VIEW v1_relations AS
SELECT r.id, r.document, d.outlet,
       (SELECT name FROM mentions AS m WHERE m.document = r.document AND m.id = r.subject_is) AS subject,
       a.actor AS subject_actor, r.predicate,
       (SELECT name FROM mentions AS m WHERE m.document = r.document AND m.id = r.object_is) AS object,
       b.actor AS object_actor, r.first_day, r.last_day, r.statement,
       (SELECT source FROM statements AS s WHERE s.id = r.statement) AS said_by,
       r.begin, r."end", r.quote, r.rule
FROM relations AS r JOIN documents AS d ON d.id = r.document
LEFT JOIN actor_mentions AS a ON a.mention = r.subject_is
LEFT JOIN actor_mentions AS b ON b.mention = r.object_is;

DROP VIEW v1_claims;

CREATE VIEW v1_claims AS
SELECT id, slot, value, straw, rule, documents, tellings, origins, event FROM claims;

DROP VIEW v1_disputes;

CREATE VIEW v1_disputes AS
SELECT d.id, d.slot, d.question, d.state, s.claim, s.polarity, s.position, s.held_by, s.statements,
       s.origins, d.rule, d.event, d.score
FROM disputes AS d JOIN sides AS s ON s.dispute = d.id;
