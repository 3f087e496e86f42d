-- When the server was last asked who has an identifier, without one answer; forgotten after a day. No system: ''.
CREATE TABLE lookup (
  endpoint TEXT NOT NULL REFERENCES endpoint (id),
  system   TEXT NOT NULL,
  value    TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (endpoint, value, system)
) STRICT;
