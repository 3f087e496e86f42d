-- What of a resource could not be read as hoped is part of the patient's line. It is learnt by reading again, so every patient is.

ALTER TABLE resource ADD COLUMN issues TEXT NOT NULL DEFAULT '[]';
ALTER TABLE unresolved ADD COLUMN issues TEXT NOT NULL DEFAULT '[]';
ALTER TABLE product ADD COLUMN issues TEXT NOT NULL DEFAULT '[]';

UPDATE patient SET needs_full_read = 1;
