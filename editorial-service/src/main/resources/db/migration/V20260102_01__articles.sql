-- Who works here. Everything else names people by the pseudonym, so that one can be erased.
create table staff (
    id         uuid        primary key,         -- the pseudonym: random, says nothing
    subject    text        unique,              -- in tokens; null once the person is erased
    name       text,
    first_seen timestamptz not null
);

create table article (
    id            uuid        primary key,
    revision      bigint      not null check (revision >= 1),
    version       int         not null check (version >= 0),
    workflow      text        not null,
    publication   text        not null,
    touched       boolean     not null,         -- by a person: a source may no longer change it
    last_writer   text,                         -- whose content this is; null while it is a source's
    slug          text        unique,
    content       jsonb       not null,
    corrections   jsonb       not null,
    provenance    jsonb,
    published_at  timestamptz,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    url           text,
    live_version  int         not null,         -- the version that readers have, 0 for none
    -- What lists filter on, taken out of the documents so that it can't differ from them
    headline      text        generated always as (content ->> 'headline') stored,
    language      text        generated always as (content ->> 'language') stored,
    source        uuid        generated always as ((provenance ->> 'source')::uuid) stored,
    check (version = 0 or (slug is not null and published_at is not null)),
    check (live_version <= version)
);
-- Lists are in the order of arrival: a row never changes its place, so that paging loses none.
create index article_arrival on article (created_at, id);
create index article_state on article (workflow, created_at, id);
create index article_source on article (source, created_at, id) where source is not null;
create index article_headline on article using gin (to_tsvector('simple', headline));

-- Every address that an article has or had; no two articles ever share one.
create table slug (
    slug           text   primary key,
    base           text   not null,             -- what the headline gave
    number         int    not null,             -- 1 for the base itself, n for the suffix -n
    article_id     uuid   not null references article,
    since_revision bigint not null
);
create index slug_number on slug (base, number);
create index slug_article on slug (article_id, since_revision);

-- The content as it was; one row for each revision that changed it.
create table revision (
    article_id uuid   not null references article,
    revision   bigint not null,
    content    jsonb  not null,
    provenance jsonb,
    primary key (article_id, revision)
);

-- What happened to an article: every accepted change, and what its deliveries reported.
create table history (
    id               bigint      generated always as identity,
    article_id       uuid        not null references article,
    at               timestamptz not null,
    actor            text        not null,      -- staff:<pseudonym>, source:<id> or service:<name>
    address          text,                      -- the client's; null for what came as an event
    step             text        not null,
    from_workflow    text,
    to_workflow      text        not null,
    from_publication text,
    to_publication   text        not null,
    revision_seen    bigint,
    revision_made    bigint,                    -- null where the content and the state stayed
    version          int         not null,
    note             text,
    internal_note    text,
    trace_id         text,
    primary key (article_id, id)
);
create unique index history_revision on history (article_id, revision_made)
    where revision_made is not null;

-- What sources sent after people had taken the article in hand; waits until somebody decides.
create table source_revision (
    article_id    uuid        not null references article,
    item_revision bigint      not null,
    event         bytea       not null,         -- as it came
    kept_at       timestamptz not null,
    primary key (article_id, item_revision)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger history_rows before update or delete on history
    for each row execute function refuse_change();
create trigger history_whole before truncate on history
    for each statement execute function refuse_change();
create trigger revision_rows before update or delete on revision
    for each row execute function refuse_change();
create trigger revision_whole before truncate on revision
    for each statement execute function refuse_change();
