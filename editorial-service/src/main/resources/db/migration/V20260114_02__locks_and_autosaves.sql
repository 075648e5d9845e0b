-- Who is writing on an article; a lock ends by itself.
create table article_lock (
    article_id uuid        primary key references article,
    holder     text        not null,                -- a pseudonym
    taken_at   timestamptz not null,
    until      timestamptz not null
);
-- What somebody is writing and has not saved; no part of the article.
create table autosave (
    article_id    uuid        not null references article,
    owner         text        not null,             -- a pseudonym
    base_revision bigint      not null,
    saved_at      timestamptz not null,
    content       jsonb       not null,
    primary key (article_id, owner)
);
