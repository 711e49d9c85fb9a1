-- The first schema. What came in and what people decided is kept; all else can be made again from it.

-- What came in ------------------------------------------------------------------------------------

CREATE TABLE originals (
    digest       TEXT PRIMARY KEY,              -- SHA-256 of the bytes, which lie in originals/
    size         INTEGER NOT NULL               -- bytes
) STRICT;

CREATE TABLE files (                            -- files read to their end without a failure
    path         TEXT PRIMARY KEY,
    original     TEXT NOT NULL REFERENCES originals,
    made_from    TEXT NOT NULL                  -- digest of original, what the user gave, and program
) STRICT;

CREATE TABLE documents (
    id           TEXT PRIMARY KEY,              -- digest of key, outlet and text
    key          TEXT NOT NULL,
    outlet       TEXT NOT NULL,
    text         TEXT NOT NULL                  -- never changed: all spans rest on it
) STRICT;

CREATE TRIGGER documents_never_change BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'a document never changes: read it again'); END;

CREATE TABLE sightings (                        -- one document may lie in several files
    document     TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    file         TEXT NOT NULL,
    original     TEXT NOT NULL REFERENCES originals,
    metadata     TEXT NOT NULL,                 -- the document without its text, as JSON
    fingerprint  TEXT NOT NULL,                 -- of text and metadata, wherever it lay
    run          INTEGER NOT NULL,              -- the audit entry of the run that saw it last
    PRIMARY KEY (document, file)
) STRICT, WITHOUT ROWID;

CREATE INDEX sightings_by_file ON sightings (file);

CREATE VIEW chosen AS                           -- the first file in order speaks for the document
SELECT document, min(file) AS file, original, metadata, fingerprint FROM sightings GROUP BY document;

-- What was read -----------------------------------------------------------------------------------

CREATE TABLE readings (
    document     TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    made_from    TEXT NOT NULL,                 -- digest of document, program and knowledge
    content      BLOB NOT NULL,                 -- mentions, statements and accounts, as packed JSON
    digest       TEXT NOT NULL,                 -- SHA-256 of content
    unread       TEXT NOT NULL,                 -- why the document was kept but not read, or empty
    next_step    TEXT NOT NULL                  -- what to do about that
) STRICT;

CREATE TABLE passages (                         -- every span but the mentions', with its words
    document     TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    owner        TEXT NOT NULL,                 -- the statement; empty: the document itself
    part         TEXT NOT NULL,                 -- source, cue, content, act, ..., sentence, headline
    begin        INTEGER NOT NULL,              -- code points, first character
    "end"        INTEGER NOT NULL,              -- code points, one past the last character
    quote        TEXT NOT NULL,
    PRIMARY KEY (document, owner, part, begin, "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    number       INTEGER PRIMARY KEY,           -- of this file only: never exported
    id           TEXT NOT NULL,
    document     TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    source       TEXT NOT NULL,
    source_type  TEXT NOT NULL,
    mention      TEXT,                          -- the mention that is the source
    cue          TEXT,
    content      TEXT NOT NULL,                 -- its words; parts of it are joined by ' … '
    begin        INTEGER NOT NULL,              -- of the content's first part
    "end"        INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    cue_class    TEXT NOT NULL,
    act          TEXT NOT NULL,
    polarity     TEXT NOT NULL,
    certainty    TEXT NOT NULL,
    via          TEXT,
    rule         TEXT NOT NULL
) STRICT;

-- Ids are digests, so each entry of an index of ids costs a page of its own: only this one is worth it.
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_document ON statements (document);

CREATE VIRTUAL TABLE words USING fts5 (content, title, source, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE mentions (
    id           TEXT NOT NULL,
    document     TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    begin        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    type         TEXT NOT NULL,
    quote        TEXT NOT NULL,
    name         TEXT NOT NULL,                 -- the name that the document gives it in full
    refers_to    TEXT,                          -- the mention that it stands for
    rule         TEXT NOT NULL,
    PRIMARY KEY (document, begin, "end", id, type)
) STRICT, WITHOUT ROWID;

-- What the readings add up to: replaced whole at every linking ------------------------------------

CREATE TABLE linked (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    made_from    TEXT NOT NULL,                 -- digest of readings, reviews and program
    content      BLOB NOT NULL,                 -- copies, actors, claims, disputes, as packed JSON
    digest       TEXT NOT NULL                  -- SHA-256 of content
) STRICT;

CREATE TABLE copies (document TEXT PRIMARY KEY, of TEXT NOT NULL, likeness REAL NOT NULL) STRICT;

CREATE TABLE actors (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    type         TEXT NOT NULL,
    rule         TEXT NOT NULL
) STRICT;

CREATE TABLE actor_mentions (mention TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (mention, actor))
STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE actor_names USING fts5 (
    name, actor UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE claims (
    id           TEXT PRIMARY KEY,
    slot         TEXT,
    value        TEXT NOT NULL,
    straw        INTEGER NOT NULL,              -- 1: known only through its denier
    rule         TEXT NOT NULL,
    documents    INTEGER,                       -- that carry it
    tellings     INTEGER,                       -- without copies
    origins      INTEGER                        -- that know independently
) STRICT;

CREATE TABLE stances (
    claim        TEXT NOT NULL REFERENCES claims,
    holder       TEXT,
    name         TEXT NOT NULL,
    polarity     TEXT NOT NULL,
    certainty    TEXT NOT NULL,
    statement    TEXT NOT NULL,
    state        TEXT NOT NULL
) STRICT;

CREATE INDEX stances_by_claim ON stances (claim);
CREATE INDEX stances_by_statement ON stances (statement);

CREATE TABLE disputes (
    id           TEXT PRIMARY KEY,
    slot         TEXT,
    question     TEXT NOT NULL,
    state        TEXT NOT NULL,
    rule         TEXT NOT NULL
) STRICT;

CREATE TABLE sides (
    dispute      TEXT NOT NULL REFERENCES disputes,
    claim        TEXT NOT NULL REFERENCES claims,
    polarity     TEXT NOT NULL,
    position     TEXT NOT NULL,
    held_by      TEXT NOT NULL,                 -- a JSON list of names
    statements   TEXT NOT NULL,                 -- a JSON list of ids
    origins      INTEGER NOT NULL
) STRICT;

CREATE INDEX sides_by_dispute ON sides (dispute);

-- What people decided, and what was done: both only grow -------------------------------------------

CREATE TABLE reviews (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    target       TEXT NOT NULL,
    verdict      TEXT NOT NULL CHECK (verdict IN ('confirm', 'reject', 'correct', 'merge', 'split')),
    reviewer     TEXT NOT NULL,
    at           TEXT NOT NULL,                 -- ISO 8601
    field        TEXT NOT NULL,
    value        TEXT NOT NULL,
    note         TEXT NOT NULL
) STRICT;

CREATE TRIGGER reviews_are_never_edited BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'a review is never edited: add another one'); END;

CREATE TRIGGER reviews_are_never_deleted BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'a review is never deleted: add another one'); END;

CREATE TABLE audit (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    at           TEXT NOT NULL,                 -- ISO 8601, UTC
    action       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    detail       TEXT NOT NULL,
    link         TEXT NOT NULL                  -- SHA-256 of this entry and the link before it
) STRICT;

CREATE INDEX audit_by_subject ON audit (subject, action);

CREATE TRIGGER audit_is_never_edited BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is never edited'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is never shortened'); END;

CREATE TABLE failures (                         -- files; what was kept unread is in readings
    path         TEXT PRIMARY KEY,
    reason       TEXT NOT NULL,
    next_step    TEXT NOT NULL,
    run          INTEGER NOT NULL               -- the audit entry of the run that met it last
) STRICT;

-- For people who write SQL or R: these names and columns stay (docs/ledger.md) --------------------

CREATE VIEW v1_documents AS
SELECT d.id, d.key, json_extract(c.metadata, '$.path') AS path, c.original, d.outlet,
       json_extract(c.metadata, '$.url') AS url,
       json_extract(c.metadata, '$.title') AS title,
       json_extract(c.metadata, '$.author') AS author,
       json_extract(c.metadata, '$.published') AS published,
       json_extract(c.metadata, '$.language') AS language,
       json_extract(c.metadata, '$.genre') AS genre,
       json_extract(c.metadata, '$.incomplete') AS incomplete,
       p.of AS copy_of, coalesce(r.unread, 'not read yet') AS unread, d.text
FROM documents AS d JOIN chosen AS c ON c.document = d.id
LEFT JOIN readings AS r ON r.document = d.id LEFT JOIN copies AS p ON p.document = d.id;

CREATE VIEW v1_statements AS
SELECT s.id, s.document, d.outlet,
       (SELECT json_extract(metadata, '$.published') FROM sightings
        WHERE document = d.id ORDER BY file LIMIT 1) AS published,
       s.source, s.source_type, a.actor, s.cue, s.content, s.begin, s."end", s.kind,
       s.cue_class AS class, s.act, s.polarity, s.certainty, s.via, s.rule
FROM statements AS s JOIN documents AS d ON d.id = s.document
LEFT JOIN actor_mentions AS a ON a.mention = s.mention;

CREATE VIEW v1_mentions AS
SELECT m.id, m.document, m.begin, m."end", m.type, m.quote, m.name, m.refers_to, a.actor, m.rule
FROM mentions AS m LEFT JOIN actor_mentions AS a ON a.mention = m.id;

CREATE VIEW v1_passages AS SELECT document, owner, part, begin, "end", quote FROM passages;

CREATE VIEW v1_actors AS
SELECT a.id, a.name, a.type, a.rule,
       (SELECT count(*) FROM actor_mentions AS m WHERE m.actor = a.id) AS mentions
FROM actors AS a;

CREATE VIEW v1_aliases AS SELECT actor, name FROM actor_names;

CREATE VIEW v1_claims AS SELECT id, slot, value, straw, rule, documents, tellings, origins FROM claims;

CREATE VIEW v1_stances AS
SELECT t.claim, t.holder, t.name, t.polarity, t.certainty, t.state, t.statement, s.content,
       s.document, s.outlet, s.published
FROM stances AS t JOIN v1_statements AS s ON s.id = t.statement;

CREATE VIEW v1_disputes AS
SELECT d.id, d.slot, d.question, d.state, s.claim, s.polarity, s.position, s.held_by, s.statements,
       s.origins, d.rule
FROM disputes AS d JOIN sides AS s ON s.dispute = d.id;

CREATE VIEW v1_failures AS
SELECT path, reason, next_step FROM failures
UNION
SELECT json_extract(c.metadata, '$.path'), r.unread, r.next_step
FROM readings AS r JOIN chosen AS c ON c.document = r.document WHERE r.unread <> '';

CREATE VIEW v1_reviews AS SELECT target, verdict, reviewer, at, field, value, note FROM reviews ORDER BY number;
