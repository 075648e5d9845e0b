-- What is live, and what was: one row for each article that was ever released or killed.
create table edition_article (
    id              uuid primary key,
    revision        bigint not null,
    version         integer not null,
    state           text not null check (state in ('EMBARGOED', 'LIVE', 'KILLED')),
    -- whether readers ever got a version of it
    shown           boolean not null,
    slug            text not null,
    language        text,
    section         text,
    tags            varchar[] not null,
    -- what the filter "source" finds: the source's id and name, the publishers of reprints
    sources         varchar[] not null,
    headline        text,
    published_at    timestamptz,
    updated_at      timestamptz not null,
    embargoed_until timestamptz,
    -- when this row last changed, by this service's clock; what "changed since" compares
    changed_at      timestamptz not null,
    -- the public note of the decision that made this version
    note            text,
    -- the whole article; null once it was killed, so that withdrawn text is gone from here
    article         jsonb,
    check ((article is null) = (state = 'KILLED')),
    check (state <> 'LIVE' or published_at is not null)
);

create index edition_article_newest on edition_article (published_at desc, id desc)
    where state = 'LIVE';
create index edition_article_section on edition_article (section, published_at desc, id desc)
    where state = 'LIVE';
create index edition_article_changed on edition_article (changed_at, id);
create index edition_article_due on edition_article (embargoed_until) where state = 'EMBARGOED';
create index edition_article_tags on edition_article using gin (tags) where state = 'LIVE';
create index edition_article_sources on edition_article using gin (sources) where state = 'LIVE';

-- Every slug that an article has or had; a former one redirects to the present one.
create table edition_slug (
    slug     text primary key,
    article  uuid not null,
    -- the oldest revision that had it: orders the addresses of an article
    revision bigint not null
);

create index edition_slug_article on edition_slug (article);
