-- Who is sent a feed when it changes (WebSub).
create table websub_subscription (
    id         uuid        primary key,
    topic      text        not null,            -- the feed's address
    callback   text        not null,            -- where it is sent
    secret     text,                            -- what is sent is signed with; null for unsigned
    created_at timestamptz not null,
    expires_at timestamptz not null,
    wanted     bigint      not null,            -- position of the announcements as of which it is to know the feed
    known      bigint      not null,            -- as of which it does
    content    text        not null,            -- hash of the feed that it knows
    prompt     boolean     not null,            -- whether it took the last delivery, and soon
    failures   integer     not null,            -- in a row
    next_at    timestamptz,                     -- when it is sent something, or a delivery is taken for dead; null for never
    unique (topic, callback)
);
create index websub_subscription_turn on websub_subscription (prompt, next_at) where next_at is not null;
create index websub_subscription_end on websub_subscription (expires_at);

-- Requests whose subscriber has not been asked yet whether it meant them; the latest of each.
create table websub_request (
    id            uuid        primary key,
    mode          text        not null check (mode in ('SUBSCRIBE', 'UNSUBSCRIBE')),
    topic         text        not null,
    callback      text        not null,
    secret        text,
    lease_seconds bigint      not null,
    attempts      integer     not null,
    next_at       timestamptz not null,
    unique (topic, callback)
);
create index websub_request_turn on websub_request (next_at);

-- One row: how far the announcements were looked through for subscribers.
create table websub_head (
    id       boolean primary key check (id),
    position bigint  not null
);
insert into websub_head (id, position) values (true, 0);
