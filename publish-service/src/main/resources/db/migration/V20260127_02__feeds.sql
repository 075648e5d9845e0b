-- Whom an article names as its authors; what the feed of an author finds.
alter table edition_article add column bylines varchar[] not null default '{}';
update edition_article
set bylines = array(select jsonb_array_elements_text(article -> 'bylines'))
where jsonb_typeof(article -> 'bylines') = 'array' and article -> 'bylines' <> '[]';
create index edition_article_bylines on edition_article using gin (bylines) where state = 'LIVE';

-- Every list in which readers found an earlier state of the article: where feeds have to say that
-- it was killed. Digests tell that without a word of what was withdrawn.
alter table edition_article add column stood varchar[] not null default '{}';
create index edition_article_stood on edition_article using gin (stood)
    where state = 'KILLED' and shown;

-- What stood becomes when another state takes the place of this one.
create function edition_stood(state text, stood varchar[], section text, tags varchar[],
        bylines varchar[], language text)
    returns varchar[]
    language sql stable
    return case when state <> 'LIVE' then stood else (
        with lists (name) as (
            select 'section:' || section where section is not null
            union all select 'tag:' || tag from unnest(tags) tag
            union all select 'author:' || author from unnest(bylines) author
            -- a language range finds every language that it is the beginning of
            union all select 'language:' || array_to_string(subtags[1:n], '-')
                from string_to_array(lower(language), '-') subtags,
                    generate_series(1, cardinality(subtags)) n
        )
        select coalesce(array_agg(digest order by digest), '{}') from (
            select encode(sha256(convert_to(name, 'UTF8')), 'hex')::varchar from lists
            union select unnest(stood)
        ) every (digest)
    ) end;

-- Feeds compare revisions before they read, and so do the sitemaps, month by month.
create index edition_article_months
    on edition_article (published_at, id) include (revision, state, changed_at) where shown;
