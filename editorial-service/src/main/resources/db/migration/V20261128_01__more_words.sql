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

-- No code that notes words can forget them.
create function mark_time() returns trigger language plpgsql as $$
begin
    new.words := new.words || time_marks(new.created_at);
    return new;
end
$$;

create trigger article_words_time before insert on article_words
    for each row execute function mark_time();

-- A mark for each two words that stand side by side, of which there are 262,144. An index knows no
-- places: without marks it names all that have the words of a phrase, and each has to be looked at.
-- With the pairs themselves it would be three times as large.
create function word_pairs(words tsvector) returns tsvector
    language sql immutable parallel safe
begin atomic
    with placed as (
        select lexeme, place from unnest(words) as word, unnest(word.positions) as place)
    select coalesce(
        array_to_tsvector(array_agg(
            '~' || to_hex(hashtext(word.lexeme || ' ' || after.lexeme) & 262143))),
        '')
    from placed as word join placed as after on after.place = word.place + 1;
end;

create or replace function text_words(config text, plain text, folded text) returns tsvector
    language sql stable parallel safe
begin atomic
    select stems || word_pairs(stems) || coalesce(
        (select array_to_tsvector(array_agg('=' || lexeme))
         from unnest(to_tsvector('simple', folded)) where length(lexeme) <= 100),
        '')
    from to_tsvector(config::regconfig, plain) as stems;
end;

-- Texts stand apart from the rows, but all else had gone with them: what lists are counted by has to
-- be at hand. What is not written anew stays where it is.
alter table article_words
    alter column section set storage main,
    alter column tags set storage main,
    alter column publishers set storage main,
    alter column desk set storage main,
    alter column assignee set storage main;

drop index article_words_words, article_words_headline;
update article_words
    set words = words || word_pairs(words) || time_marks(created_at),
        headline = headline || word_pairs(headline), section = section || '',
        tags = array_cat(tags, '{}'), publishers = array_cat(publishers, '{}'),
        desk = desk || '', assignee = assignee || '';
create index article_words_words on article_words using gin (words);
create index article_words_headline on article_words using gin (headline);
