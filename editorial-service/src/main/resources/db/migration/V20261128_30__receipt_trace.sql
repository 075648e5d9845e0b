-- Under which the services' traces have the report; null for those that came before this was kept.
alter table receipt add column trace_id text;
