-- CloudEvents extension attributes that one kind of event has and others do not.
alter table outbox add column extension_names text[], add column extension_values text[];
