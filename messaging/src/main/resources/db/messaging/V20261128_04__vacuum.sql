-- Nearly every row is changed once: at the usual pace its old versions would be cleared away more
-- slowly than a busy day makes them.
alter table outbox set (autovacuum_vacuum_cost_limit = 2000);
