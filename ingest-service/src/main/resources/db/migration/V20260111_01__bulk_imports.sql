-- Files of many articles, taken in piece by piece. Position, counts and the items of a piece are one
-- transaction, so that whoever goes on, and after whatever, goes on exactly there.
create table bulk_import (
    id            uuid        primary key,
    source_id     uuid        not null references source,
    name          text        not null,
    format        text        not null check (format in ('NDJSON', 'WXR')),
    state         text        not null
        check (state in ('UPLOADING', 'RUNNING', 'DONE', 'CANCELED', 'FAILED')),
    size          bigint      not null,        -- in bytes; 0 until it is started
    head          text,                        -- of an export: what its items share
    scanned       bigint      not null,        -- up to where an export was searched for references
    position      bigint      not null,        -- up to where entries were taken in
    entries       bigint      not null,        -- lines or items before the position
    seen          bigint      not null,
    added         bigint      not null,
    updated       bigint      not null,
    unchanged     bigint      not null,
    failed        bigint      not null,
    first_failure text,
    problem       text,                        -- why it failed as a whole
    next_batch_at timestamptz,
    created_at    timestamptz not null,
    started_at    timestamptz,
    finished_at   timestamptz,
    check ((state = 'UPLOADING') = (started_at is null and finished_at is null)
        or state = 'CANCELED'),
    check ((state = 'FAILED') = (problem is not null))
);
create index bulk_import_arrival on bulk_import (created_at, id);
create index bulk_import_of_source on bulk_import (source_id, created_at, id);
create index bulk_import_running on bulk_import (started_at, id) where state = 'RUNNING';

-- The file, until its import is over.
create table import_part (
    import_id     uuid        not null references bulk_import,
    number        int         not null check (number >= 1),
    start_at      bigint,                      -- in the file; null until the import is started
    sha256        text        not null,
    bytes         bytea       not null,
    primary key (import_id, number)
);
-- Not compressed, so that a slice is read without the rest.
alter table import_part alter column bytes set storage external;

-- What posts of an export refer to, wherever in the file it stands.
create table import_reference (
    import_id     uuid        not null references bulk_import,
    name          text        not null,
    text          text        not null,
    times         int         not null,        -- how often the file has it
    primary key (import_id, name)
);

-- How to read again what neither its document nor its source tells the format of.
alter table quarantined add column format text;
