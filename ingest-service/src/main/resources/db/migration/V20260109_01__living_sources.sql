-- A source is polled at its own pace, which may follow how often it has news, and is left alone for
-- longer and longer while it fails.
alter table source add column fastest_seconds bigint;
alter table source add column slowest_seconds bigint;
alter table source add column pace_seconds bigint;
alter table source add column failures int not null default 0;  -- since the last success
alter table source add column last_success_at timestamptz;
alter table source add column last_failure_at timestamptz;
alter table source add column last_failure text;
alter table source add column moved_from text;                  -- before its server said so
alter table source add column server text;                      -- host and port of the address
update source set pace_seconds = poll_seconds,
    server = lower(substring(url from '^https?://(?:[^/?#@]*@)?([^/?#]+)'));
alter table source alter column failures drop default;
alter table source add check (fastest_seconds <= poll_seconds and poll_seconds <= slowest_seconds);
alter table source add check ((kind = 'POLL') = (pace_seconds > 0 and server is not null));

-- When a server may be asked again, whoever asks.
create table server_turn (
    server        text        primary key,
    next_at       timestamptz not null
);

-- How often a source brings something is read from its items.
create index item_of_source on item (source_id, first_seen);
