-- Who is sent what is published, and how that goes.
create table subscription (
    id               uuid        primary key,
    revision         bigint      not null,      -- counts the changes of its settings
    owner            text        not null,      -- staff:<pseudonym>
    name             text        not null,
    url              text        not null,
    product          jsonb,                     -- which articles; null for all
    events           jsonb,                     -- names of types; null for all
    secret           text        not null,      -- what is sent is signed with
    old_secret       text,                      -- signs beside it until then
    old_secret_until timestamptz,
    state            text        not null check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
    disabled_at      timestamptz,
    disabled_reason  text,
    created_at       timestamptz not null,
    position         bigint      not null,      -- of the last announcement before it last stopped
    next_at          timestamptz not null,      -- it is left alone until then
    failures         int         not null,      -- in a row
    failing_since    timestamptz,
    problem          text,                      -- what the last failure was
    check ((state = 'DISABLED') = (disabled_at is not null)),
    check ((disabled_at is null) = (disabled_reason is null)),
    check ((old_secret is null) = (old_secret_until is null)),
    check ((failures = 0) = (failing_since is null))
);
create index subscription_list on subscription (created_at, id);
create index subscription_owner on subscription (owner, created_at, id);

-- One row, whose lock lets one process at a time hand out announcements; those up to here are.
create table subscription_head (
    id       boolean primary key check (id),
    position bigint  not null
);
insert into subscription_head (id, position) select true, last from announcement_head;

-- Announcements that a subscriber gets though they are past: what it missed, or wants again.
create table subscription_replay (
    id              uuid        primary key,
    subscription_id uuid        not null references subscription on delete cascade,
    wanted          boolean     not null,       -- asked for; else what it missed while it stood still
    since           timestamptz,                -- announced then or later; null for any time
    position        bigint      not null,       -- those up to here are handed out
    last            bigint      not null        -- those up to here are to be
);
create unique index subscription_replay_wanted on subscription_replay (subscription_id) where wanted;
create index subscription_replay_subscription on subscription_replay (subscription_id);

-- What a subscriber is sent, each announcement once and once for each replay. The text itself is in
-- the log of announcements alone, from where it is gone once it was taken back.
create table subscription_delivery (
    id              uuid        primary key,    -- the same at every try
    subscription_id uuid        not null references subscription on delete cascade,
    replay_id       uuid,                       -- null for what came by itself
    position        bigint      not null,       -- of the announcement
    announced_at    timestamptz not null,
    article_id      uuid        not null,
    revision        bigint      not null,
    version         int         not null,
    type            text        not null,       -- the event's
    notice          text,                       -- of a withdrawal: the document, kept however long it waits
    urgency         smallint    not null,       -- 0 withdrawals, 1 what is new, 2 what is asked for again
    state           text        not null
        check (state in ('PENDING', 'SENDING', 'DELIVERED', 'FAILED', 'OVERTAKEN')),
    created_at      timestamptz not null,
    next_at         timestamptz not null,       -- of the next try while it is pending
    lease_until     timestamptz,                -- of whoever sends it
    first_at        timestamptz,                -- of the first try
    attempts        int         not null,
    tries           jsonb       not null,       -- how each went
    ended_at        timestamptz,
    changed_at      timestamptz not null,       -- since when it stands as editorial sees it
    reported        boolean     not null,       -- whether editorial was told how it stands
    check ((state = 'SENDING') = (lease_until is not null)),
    check ((state in ('DELIVERED', 'FAILED', 'OVERTAKEN')) = (ended_at is not null))
);
create unique index subscription_delivery_once
    on subscription_delivery (subscription_id, position) where replay_id is null;
create unique index subscription_delivery_again
    on subscription_delivery (replay_id, position) where replay_id is not null;
create index subscription_delivery_turn on subscription_delivery (subscription_id, urgency, next_at)
    where state = 'PENDING';
create index subscription_delivery_lease on subscription_delivery (lease_until)
    where state = 'SENDING';
create index subscription_delivery_sending on subscription_delivery (subscription_id)
    where state = 'SENDING';
create index subscription_delivery_list
    on subscription_delivery (subscription_id, created_at desc, id desc);
create index subscription_delivery_article
    on subscription_delivery (article_id, subscription_id, position);
create index subscription_delivery_unreported on subscription_delivery (changed_at)
    where not reported;
create index subscription_delivery_ended on subscription_delivery (ended_at);

-- By what the subjects of an article are found: names, codes, and scheme:code.
create function subject_names(article jsonb) returns text[] language sql immutable parallel safe
return array(
    select distinct name
    from jsonb_path_query(article, '$.subjects[*]') subject cross join lateral (values
        (subject ->> 'name'), (subject ->> 'code'),
        ((subject ->> 'scheme') || ':' || (subject ->> 'code'))) as names (name)
    where name is not null);

-- What was announced before has subjects, too.
update announced_article known
set marks = jsonb_set(marks, '{-1, subjects}', to_jsonb(subject_names(article)))
from edition_article entry where entry.id = known.id and entry.article is not null;
