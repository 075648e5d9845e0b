-- When an article came, as marks among its words: of stretches of 100 seconds, of six times as long,
-- and so on up to most of a year, each counted from 1970. So one index knows what has certain words
-- and is among the latest.
create function time_marks(at timestamptz) returns tsvector
    language sql immutable parallel safe
return (
    select array_to_tsvector(array_agg(
        '@time:' || length || ':'
            || div(floor(extract(epoch from at)), 100 * power(6::numeric, length))))
    from generate_series(0, 7) as length);

drop index article_words_words;
update article_words set words = words || time_marks(created_at);
create index article_words_words on article_words using gin (words);
