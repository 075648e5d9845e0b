-- Events that a consumer group could not handle, each as it came: they wait until somebody decides.
create table dead_letter (
    id             uuid        primary key,
    consumer_group text        not null,
    topic          text        not null,
    partition      int         not null,
    record_offset  bigint      not null,
    key            text,                        -- null for none
    header_names   text[]      not null,
    header_values  bytea[]     not null,
    data           bytea,                       -- null where the record had no value
    failed_at      timestamptz not null,        -- first; the order in which letters are handled
    reason         text        not null,        -- of the latest failure
    exception      text        not null,
    tries          int         not null default 0,  -- how often it was retried in vain
    state          text        not null default 'WAITING'
        check (state in ('WAITING', 'RETRIED', 'DISCARDED')),
    decided_by     text,
    decided_at     timestamptz,
    note           text,
    check ((state = 'WAITING') = (decided_at is null)),
    check ((state = 'WAITING') = (decided_by is null))
);
create index dead_letter_state on dead_letter (state, failed_at, id);
create index dead_letter_key on dead_letter (consumer_group, key, failed_at, id)
    where state = 'WAITING';
create index dead_letter_decided on dead_letter (decided_at) where decided_at is not null;
