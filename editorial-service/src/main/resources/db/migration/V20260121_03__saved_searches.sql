-- What somebody looks for again and again.
create table saved_search (
    id         uuid        primary key,
    revision   bigint      not null check (revision >= 1),
    owner      text        not null,            -- a pseudonym
    created_at timestamptz not null,
    name       text        not null,
    query      jsonb       not null,            -- the parameters of a list
    notify     boolean     not null             -- of each article that begins to match
);
create index saved_search_owner on saved_search (owner, created_at, id);
create index saved_search_notify on saved_search (id) where notify;

-- What matched when it was last looked at, of searches that notify.
create table saved_search_match (
    search_id  uuid not null references saved_search on delete cascade,
    article_id uuid not null references article,
    primary key (search_id, article_id)
);

-- Articles that changed since searches were last held against them.
create table search_change (
    id         bigint generated always as identity primary key,
    article_id uuid   not null references article
);

alter table notification
    drop constraint notification_kind_check,
    add constraint notification_kind_check check (kind in ('MENTION', 'REPLY', 'MATCH')),
    alter column comment_id drop not null,
    add column search_id uuid references saved_search on delete cascade,
    add constraint notification_about check ((kind = 'MATCH') = (search_id is not null)
        and (kind = 'MATCH') = (comment_id is null));
