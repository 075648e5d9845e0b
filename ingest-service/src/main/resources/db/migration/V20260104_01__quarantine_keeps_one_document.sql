-- Tells whether an entry is the one that waits already, whose document need not be kept again.
alter table quarantined add column content_hash text;
update quarantined set content_hash = sha256;
alter table quarantined alter column content_hash set not null;
