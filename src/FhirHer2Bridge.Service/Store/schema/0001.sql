-- Instants are UTC text of fixed width ("2024-03-12T09:30:00.0000000Z"), so that the order of the text is the order in time.
-- JSON columns hold what FactJson writes.

PRAGMA application_id = 0x48324642; -- "H2FB": this file is ours

CREATE TABLE endpoint (
  id   TEXT NOT NULL PRIMARY KEY,
  base TEXT NOT NULL
) STRICT;

CREATE TABLE cursor (
  endpoint TEXT NOT NULL REFERENCES endpoint (id),
  type     TEXT NOT NULL,
  since    TEXT NOT NULL,
  through  TEXT NOT NULL,
  PRIMARY KEY (endpoint, type)
) STRICT;

CREATE TABLE trait (
  endpoint TEXT NOT NULL REFERENCES endpoint (id),
  name     TEXT NOT NULL,
  value    TEXT NOT NULL,
  PRIMARY KEY (endpoint, name)
) STRICT;

-- A row means: in scope.
CREATE TABLE patient (
  endpoint        TEXT NOT NULL REFERENCES endpoint (id),
  id              TEXT NOT NULL,
  needs_full_read INTEGER NOT NULL DEFAULT 0,
  adopted         INTEGER NOT NULL DEFAULT 0,
  next_due        TEXT,
  assessment      TEXT,
  PRIMARY KEY (endpoint, id)
) STRICT;
CREATE INDEX patient_due ON patient (endpoint, next_due);

CREATE TABLE full_read (
  endpoint TEXT NOT NULL,
  patient  TEXT NOT NULL,
  type     TEXT NOT NULL,
  through  TEXT NOT NULL,
  PRIMARY KEY (endpoint, patient, type),
  FOREIGN KEY (endpoint, patient) REFERENCES patient (endpoint, id) ON DELETE CASCADE
) STRICT;

-- One owner per resource: the key has no patient in it.
CREATE TABLE resource (
  endpoint TEXT NOT NULL,
  key      TEXT NOT NULL,
  patient  TEXT NOT NULL,
  version  TEXT NOT NULL,
  facts    TEXT NOT NULL,
  products TEXT NOT NULL,
  PRIMARY KEY (endpoint, key),
  FOREIGN KEY (endpoint, patient) REFERENCES patient (endpoint, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX resource_patient ON resource (endpoint, patient);

CREATE TABLE flag (
  endpoint       TEXT NOT NULL,
  key            TEXT NOT NULL,
  patient        TEXT NOT NULL,
  standing       TEXT NOT NULL,
  server_id      TEXT,
  server_version TEXT,
  server_hash    TEXT,
  PRIMARY KEY (endpoint, key),
  FOREIGN KEY (endpoint, patient) REFERENCES patient (endpoint, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX flag_patient ON flag (endpoint, patient);

-- AUTOINCREMENT: an id is never given twice, so an old answer cannot meet a new entry.
CREATE TABLE outbox (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  endpoint   TEXT NOT NULL,
  patient    TEXT NOT NULL,
  flag_key   TEXT NOT NULL,
  flag       TEXT NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 0,
  attempts   INTEGER NOT NULL DEFAULT 0,
  parked     INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  UNIQUE (endpoint, flag_key),
  FOREIGN KEY (endpoint, patient) REFERENCES patient (endpoint, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX outbox_patient ON outbox (endpoint, patient);

-- Every Patient read, in scope or not.
CREATE TABLE identity (
  endpoint    TEXT NOT NULL REFERENCES endpoint (id),
  patient     TEXT NOT NULL,
  replaced_by TEXT,
  PRIMARY KEY (endpoint, patient)
) STRICT;
CREATE INDEX identity_replaced ON identity (endpoint, replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TABLE identifier (
  endpoint TEXT NOT NULL,
  patient  TEXT NOT NULL,
  system   TEXT,
  value    TEXT NOT NULL,
  FOREIGN KEY (endpoint, patient) REFERENCES identity (endpoint, patient) ON DELETE CASCADE
) STRICT;
CREATE INDEX identifier_value ON identifier (endpoint, value);
CREATE INDEX identifier_patient ON identifier (endpoint, patient);

CREATE TABLE unresolved (
  endpoint TEXT NOT NULL REFERENCES endpoint (id),
  key      TEXT NOT NULL,
  version  TEXT NOT NULL,
  facts    TEXT NOT NULL,
  products TEXT NOT NULL,
  system   TEXT,
  value    TEXT NOT NULL,
  PRIMARY KEY (endpoint, key)
) STRICT;

CREATE TABLE product (
  endpoint TEXT NOT NULL REFERENCES endpoint (id),
  key      TEXT NOT NULL,
  version  TEXT NOT NULL,
  facts    TEXT NOT NULL,
  products TEXT NOT NULL,
  PRIMARY KEY (endpoint, key)
) STRICT;
