-- Where items come from: an address that is polled, or somebody who pushes.
create table source (
    id            uuid        primary key,
    revision      bigint      not null check (revision >= 1),
    name          text        not null,
    kind          text        not null check (kind in ('POLL', 'PUSH')),
    state         text        not null check (state in ('ACTIVE', 'PAUSED')),
    format        text        not null,
    url           text,
    poll_seconds  bigint,
    owner         text,                        -- the subject whose tokens push
    etag          text,                        -- of the document that was last read whole,
    last_modified text,                        -- for conditional requests
    next_poll_at  timestamptz,
    created_at    timestamptz not null,
    deleted_at    timestamptz,                 -- the row stays: its items name it
    check ((kind = 'POLL') = (url is not null and poll_seconds > 0 and next_poll_at is not null)),
    check ((kind = 'PUSH') = (owner is not null))
);
create index source_arrival on source (created_at, id) where deleted_at is null;
create index source_due on source (next_poll_at)
    where kind = 'POLL' and state = 'ACTIVE' and deleted_at is null;
create unique index source_owner on source (owner) where kind = 'PUSH' and deleted_at is null;

-- A fetch of a source, under way or over.
create table run (
    id            uuid        primary key,
    source_id     uuid        not null references source,
    trigger       text        not null check (trigger in ('POLL', 'HAND')),
    started_at    timestamptz not null,
    lease_until   timestamptz not null,        -- after that its replica is taken for dead
    finished_at   timestamptz,
    seen          int         not null,
    added         int         not null,
    updated       int         not null,
    unchanged     int         not null,
    quarantined   int         not null,
    failure       text,
    detail        text
);
create unique index run_under_way on run (source_id) where finished_at is null;
create index run_of_source on run (source_id, started_at, id);

-- Documents as they came, once for the same bytes.
create table document (
    sha256        text        primary key check (length(sha256) = 64),
    content_type  text,
    bytes         bytea       not null,
    received_at   timestamptz not null
);

-- What a source delivered, known by its identity there.
create table item (
    id            uuid        primary key,
    source_id     uuid        not null references source,
    identity      text        not null,
    article_id    uuid        not null unique,
    revision      bigint      not null check (revision >= 1),
    content_hash  text        not null,        -- of what the source wrote
    first_seen    timestamptz not null,
    last_seen     timestamptz not null,
    unique (source_id, identity)
);

-- What an item said, each time it said something else.
create table item_revision (
    item_id       uuid        not null references item,
    revision      bigint      not null,
    sha256        text        not null references document,
    format        text        not null,
    received_at   timestamptz not null,
    content       jsonb       not null,
    primary key (item_id, revision)
);

-- What could not be taken in, until a retry or a later document brings it.
create table quarantined (
    id            uuid        primary key,
    source_id     uuid        not null references source,
    identity      text        not null,
    sha256        text        not null references document,
    address       text        not null,        -- where the document came from
    position      int,                         -- of the entry, from 1; null for the whole document
    reason        text        not null,
    first_seen    timestamptz not null,
    last_seen     timestamptz not null,
    tries         int         not null,
    resolved_at   timestamptz
);
create unique index quarantined_waiting on quarantined (source_id, identity)
    where resolved_at is null;
create index quarantined_arrival on quarantined (first_seen, id) where resolved_at is null;

-- What pushes with an Idempotency-Key were answered.
create table idempotent_answer (
    owner         text        not null,
    key           text        not null,
    request_hash  text        not null,
    status        int         not null,
    item_id       uuid        not null,
    body          text        not null,
    answered_at   timestamptz not null,
    primary key (owner, key)
);
create index idempotent_answer_age on idempotent_answer (answered_at);
