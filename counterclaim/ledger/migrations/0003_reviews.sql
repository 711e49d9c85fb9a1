-- A reviewer may leave a decision to another, and take one back. The check of a table cannot be
-- changed in place: the reviews move, as they are and in their order.

DROP VIEW v1_reviews;
DROP TRIGGER reviews_are_never_edited;
DROP TRIGGER reviews_are_never_deleted;
ALTER TABLE reviews RENAME TO reviews_before;

CREATE TABLE reviews (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    target       TEXT NOT NULL,
    verdict      TEXT NOT NULL CHECK (verdict IN
                 ('confirm', 'reject', 'correct', 'merge', 'split', 'flag', 'withdraw')),
    reviewer     TEXT NOT NULL,
    at           TEXT NOT NULL,                 -- ISO 8601
    field        TEXT NOT NULL,
    value        TEXT NOT NULL,
    note         TEXT NOT NULL
) STRICT;

INSERT INTO reviews SELECT * FROM reviews_before ORDER BY number;
DROP TABLE reviews_before;

CREATE TRIGGER reviews_are_never_edited BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'a review is never edited: add another one'); END;

CREATE TRIGGER reviews_are_never_deleted BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'a review is never deleted: add another one'); END;

CREATE VIEW v1_reviews AS SELECT target, verdict, reviewer, at, field, value, note FROM reviews ORDER BY number;
