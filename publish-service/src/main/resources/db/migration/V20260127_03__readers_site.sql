-- What the readers' site finds articles by.

-- The words of an article as they are written, whatever the language. Markup counts for nothing,
-- and of what is longer than a short book the beginning: PostgreSQL can't index without limit, and
-- no article may fail to be released because of its length.
create function edition_words(headline text, article jsonb) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('simple', coalesce(headline, '') || ' ' || left(
        replace(replace(cast(
            jsonb_path_query_array(article, '$.standfirst ? (@.type() == "string")')
            || jsonb_path_query_array(article, '$.parts[*].headline ? (@.type() == "string")')
            || jsonb_path_query_array(article, '$.parts[*].people[*].name')
            || jsonb_path_query_array(article, '$.parts[*].caption ? (@.type() == "string")')
            || jsonb_path_query_array(article, '$.parts[*].body') as text),
            -- as JSON escapes them, they would stick to words and hide markup
            '\n', ' '), '\"', '"'), 200000));

create index edition_article_words on edition_article using gin (edition_words(headline, article))
    where state = 'LIVE';

-- Who wrote it: the lines above the article, and the authors of what it reprints.
create function edition_authors(article jsonb) returns jsonb
    language sql immutable parallel safe
    return jsonb_path_query_array(article, '$.bylines[*]')
        || jsonb_path_query_array(article, '$.parts[*].attribution.author');

create index edition_article_authors on edition_article
    using gin (edition_authors(article) jsonb_path_ops)
    where state = 'LIVE';
