-- A new edition is made here, in tables of the same names, and then takes the old one's place. A
-- rebuild makes them like those of the edition when it begins, and drops them when it is over.
create schema rebuild;

create table edition_rebuild (
    id             uuid        primary key,
    state          text        not null
        check (state in ('RUNNING', 'FINISHED', 'FAILED', 'CANCELED')),
    requested_at   timestamptz not null,
    requested_by   text        not null,            -- a pseudonym
    remove_unknown boolean     not null,            -- whether what the log does not know of goes
    finished_at    timestamptz,
    holder         uuid,                            -- the process that works on it
    held_until     timestamptz,                     -- after that it is taken for dead
    positions      jsonb       not null default '{}',  -- of each partition, the next offset to read
    ends           jsonb       not null default '{}',  -- and where it ended when it was looked at
    events         bigint      not null default 0,  -- records that were read
    compared       uuid,                            -- articles up to this one have been compared
    articles       bigint      not null default 0,  -- what the new edition has
    renewed        bigint      not null default 0,  -- what readers get the same as before
    missed         bigint      not null default 0,  -- what the old edition had not, or an older one
    changed        bigint      not null default 0,  -- what it had otherwise
    unknown        bigint      not null default 0,  -- what it had and the log does not know of
    removed        bigint      not null default 0,  -- what of that was removed
    announced      bigint      not null default 0,  -- what the world was told
    problems       bigint      not null default 0,
    obstacle       text,                            -- why it does not get on
    check ((state = 'RUNNING') = (finished_at is null))
);

create unique index edition_rebuild_running on edition_rebuild (state) where state = 'RUNNING';
create index edition_rebuild_latest on edition_rebuild (requested_at desc);

-- What an operator should look at.
create table edition_rebuild_problem (
    id            bigint generated always as identity primary key,
    rebuild       uuid not null references edition_rebuild on delete cascade,
    topic         text,           -- the record that could not be applied; null for no record
    partition     int,
    record_offset bigint,
    key           text,           -- what it is about
    reason        text not null,
    unique (rebuild, topic, partition, record_offset)  -- noted once, also after a crash
);

create index edition_rebuild_problem_rebuild on edition_rebuild_problem (rebuild, id);
