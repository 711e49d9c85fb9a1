-- Where an actor is spoken of: asking that of the mentions would look through all of them.

CREATE TABLE actor_documents (actor TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (actor, document))
STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO actor_documents
SELECT a.actor, m.document FROM mentions AS m JOIN actor_mentions AS a ON a.mention = m.id;
