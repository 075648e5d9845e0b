-- Where readers find a live article: under its slug and its pictures, and in lists by their names. A
-- name that is longer than any address gets is left out.
create function edition_appearances(it edition_article) returns table (kind text, name text)
    language sql stable as $$
        select kind, name from (
            select 'SLUG', it.slug
            union select 'PICTURE', jsonb_array_elements_text(
                jsonb_path_query_array(it.article, '$.parts[*].picture.hash'))
            union select 'MONTH', to_char(it.published_at at time zone 'UTC', 'YYYY-MM')
            union select 'SECTION', it.section
            union select 'TAG', unnest(it.tags)
            union select 'AUTHOR', jsonb_array_elements_text(edition_authors(it.article))
            union select 'SOURCE', unnest(it.sources)
            union select 'LANGUAGE', it.language
        ) as appearance (kind, name)
        where octet_length(name) <= 2000
    $$;

-- Where readers found an article before it changed or went: caches drop what they have from there,
-- whatever became of it. No text of it is here.
create table edition_past_appearance (
    article uuid not null,
    kind    text not null,
    name    text not null,
    primary key (article, kind, name)
);

create function keep_appearances() returns trigger language plpgsql as $$
begin
    insert into edition_past_appearance (article, kind, name)
    select old.id, kind, name from edition_appearances(old)
    on conflict do nothing;
    return null;
end
$$;

create trigger edition_article_appearances after update or delete on edition_article
    for each row when (old.state = 'LIVE') execute function keep_appearances();
