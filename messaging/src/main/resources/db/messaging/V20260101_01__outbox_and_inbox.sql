-- What leaves. A row is written in the transaction that caused it, and marked when the broker has it.
create table outbox (
    id            uuid        primary key,     -- the event's id, the same in every try
    seq           bigint      generated always as identity,  -- order of writing, not of commits
    lane          text        not null check (lane in ('KILL', 'LIVE', 'BULK')),
    bucket        smallint    not null,        -- stable hash of the key: what a relay locks
    topic         text        not null,
    key           text        not null,        -- '' stands for none
    type          text        not null,
    sequence      bigint      not null,
    source        text        not null,
    traceparent   text,                        -- of the span that wrote the row
    -- Headers to send as they are, instead of those made from the columns above (dead letters).
    header_names  text[],
    header_values bytea[],
    data          bytea,
    created_at    timestamptz not null,
    sent_at       timestamptz,
    attempts      int         not null default 0,
    retry_at      timestamptz,                 -- parked until then, and later rows of its key with it
    error         text                         -- why it is parked
) with (
    -- A queue: nearly every row is updated once, soon after it was written.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000
);
create index outbox_waiting on outbox (lane, bucket, seq) where sent_at is null and retry_at is null;
create index outbox_unsent on outbox (key, topic, seq) where sent_at is null;
create index outbox_parked on outbox (retry_at) where retry_at is not null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- What a consumer group has applied; written in the transaction of the effects.
create table inbox (
    consumer_group text        not null,
    event_id       uuid        not null,
    received_at    timestamptz not null,
    primary key (consumer_group, event_id)
);
create index inbox_received on inbox using brin (received_at);
