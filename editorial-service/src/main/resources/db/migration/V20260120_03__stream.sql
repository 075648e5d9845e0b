-- What open streams are told, in the order in which it was committed; kept for a week.
create table change_log (
    id              bigint      generated always as identity primary key,
    position        bigint      unique,         -- given after the commit; null until then
    at              timestamptz not null,
    article_id      uuid        not null,
    change          jsonb,                      -- of the article; null for a notification
    recipient       text,                       -- whom alone it is for; null for everybody
    notification_id uuid,
    check ((change is null) = (notification_id is not null)),
    check ((recipient is null) = (notification_id is null))
);
create index change_log_new on change_log (id) where position is null;
create index change_log_at on change_log (at);

-- One row, whose lock lets one process at a time give positions.
create table change_head (
    id      boolean primary key check (id),
    last    bigint  not null,                   -- position that was given
    removed bigint  not null                    -- the highest position that is no longer kept
);
insert into change_head (id, last, removed) values (true, 0, 0);

-- Who is told of what beyond the staff tools.
create table webhook (
    id              uuid        primary key,
    revision        bigint      not null,       -- counts the changes of its settings
    name            text        not null,
    url             text        not null,       -- a secret of the tool that it leads to
    template        text        not null check (template in ('SLACK', 'MATTERMOST', 'TEAMS', 'JSON')),
    desks           jsonb,                      -- names; null for all articles
    steps           jsonb       not null,       -- names on the wire
    secret          text        not null,       -- what is sent as our own JSON is signed with
    created_at      timestamptz not null,
    next_at         timestamptz not null,       -- it is left alone until then
    failures        int         not null,       -- in a row
    failing_since   timestamptz,
    problem         text,                       -- what the last failure was
    disabled_at     timestamptz,
    disabled_reason text,
    check ((disabled_at is null) = (disabled_reason is null)),
    check ((failures = 0) = (failing_since is null))
);

-- What they are still to be told; written with the change.
create table webhook_send (
    id         uuid        primary key,         -- the same at every try
    webhook_id uuid        not null references webhook on delete cascade,
    change     jsonb       not null,
    created_at timestamptz not null,
    attempts   int         not null,
    next_at    timestamptz not null
);
create index webhook_send_turn on webhook_send (webhook_id, next_at);
