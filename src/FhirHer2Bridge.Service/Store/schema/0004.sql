-- When a version came to the bridge, and what it replaced. Null: with the patient's first full read, or before this column was kept.
ALTER TABLE resource ADD COLUMN first_seen TEXT;

-- Versions that said something else than the one that replaced them; kept per holder, so that a resource that moved to another
-- patient stays told at the former one.
CREATE TABLE replaced (
  id          INTEGER PRIMARY KEY,
  endpoint    TEXT NOT NULL,
  patient     TEXT NOT NULL,
  key         TEXT NOT NULL,
  version     TEXT NOT NULL,
  facts       TEXT NOT NULL,
  products    TEXT NOT NULL,
  first_seen  TEXT,
  replaced_at TEXT NOT NULL,
  FOREIGN KEY (endpoint, patient) REFERENCES patient (endpoint, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX replaced_resource ON replaced (endpoint, patient, key);
