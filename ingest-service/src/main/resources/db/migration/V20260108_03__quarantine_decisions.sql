-- What became of an entry, and who decided: nobody, when a later document brought it.
alter table quarantined add column state text not null default 'WAITING'
    check (state in ('WAITING', 'RESOLVED', 'DISCARDED'));
update quarantined set state = 'RESOLVED' where resolved_at is not null;
alter table quarantined alter column state drop default;
alter table quarantined add check ((state = 'WAITING') = (resolved_at is null));
alter table quarantined add column decided_by text;
alter table quarantined add column note text;
alter table quarantined add check (state <> 'DISCARDED' or (decided_by is not null and note is not null));
drop index quarantined_arrival;
create index quarantined_arrival on quarantined (state, first_seen, id);
create index quarantined_discarded on quarantined (source_id, identity) where state = 'DISCARDED';
