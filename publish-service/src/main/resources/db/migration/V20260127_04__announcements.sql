-- What the public was told, in the order in which it was committed.
create table announcement (
    id         bigint      generated always as identity primary key,
    position   bigint      unique,              -- given after the commit; null until then
    at         timestamptz not null,
    article_id uuid        not null,
    revision   bigint      not null,
    version    integer     not null,
    status     text        not null check (status in ('USABLE', 'WITHHELD', 'CANCELED')),
    marks      jsonb,                           -- what the article is found by; null of one never shown
    earlier    jsonb       not null             -- the marks that the article had before, the last ones last
);
create index announcement_new on announcement (id) where position is null;
create index announcement_at on announcement (at);
create index announcement_article on announcement (article_id);

-- The ninjs documents as they went to the public topic; gone once the text was taken back. Apart from
-- the log, so that taking a text back never meets whoever gives positions.
create table announcement_document (
    announcement_id bigint primary key references announcement on delete cascade,
    document        text   not null
);

-- One row, whose lock lets one process at a time give positions.
create table announcement_head (
    id      boolean primary key check (id),
    last    bigint  not null,                   -- position that was given
    removed bigint  not null                    -- the highest position that is no longer kept
);
insert into announcement_head (id, last, removed) values (true, 0, 0);

-- The marks (kind, language, section, tags, sources, bylines) under which the public ever had an article,
-- the present ones last: kept beyond the log, so that a withdrawal finds all who had it.
create table announced_article (
    id    uuid  primary key,
    marks jsonb not null
);
insert into announced_article (id, marks)
select id, jsonb_build_array(jsonb_build_object(
    'kind', article->>'kind', 'language', language, 'section', section, 'tags', to_jsonb(tags),
    'sources', to_jsonb(sources), 'bylines', coalesce(article->'bylines', '[]')))
from edition_article
where shown and article is not null;
