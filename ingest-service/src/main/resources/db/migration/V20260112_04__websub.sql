alter table source add column websub boolean not null default false;
alter table source alter column websub drop default;

-- Subscriptions with hubs that send what is new in a source's feed.
create table websub_subscription (
    source_id    uuid        primary key references source,
    state        text        not null check (state in ('PENDING', 'ACTIVE', 'DENIED', 'ENDING')),
    hub          text        not null,
    topic        text        not null,
    token        text        not null unique,   -- in the callback's address
    secret       text        not null,          -- with which the hub signs; sealed
    lease_until  timestamptz,
    next_try_at  timestamptz not null,          -- to subscribe, renew or end
    tries        int         not null,
    failure      text,
    last_push_at timestamptz
);
create index websub_due on websub_subscription (next_try_at);
