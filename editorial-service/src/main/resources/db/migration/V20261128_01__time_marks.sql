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

-- Texts stand apart from the rows, but all else had gone with them: what lists are counted by has to
-- be at hand. What is not written anew stays where it is.
alter table article_words
    alter column section set storage main,
    alter column tags set storage main,
    alter column publishers set storage main,
    alter column desk set storage main,
    alter column assignee set storage main;

drop index article_words_words;
update article_words
    set words = words || time_marks(created_at), section = section || '',
        tags = array_cat(tags, '{}'), publishers = array_cat(publishers, '{}'),
        desk = desk || '', assignee = assignee || '';
create index article_words_words on article_words using gin (words);
