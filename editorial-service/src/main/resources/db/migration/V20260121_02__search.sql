-- The words of a text: stems of its language with their places, for words and phrases; and, behind
-- an equals sign and without accents, the words as they stand, for beginnings of words and for what
-- no language knows.
create function text_words(config text, plain text, folded text) returns tsvector
    language sql stable parallel safe
begin atomic
    select to_tsvector(config::regconfig, plain) || coalesce(
        (select array_to_tsvector(array_agg('=' || lexeme))
         from unnest(to_tsvector('simple', folded)) where length(lexeme) <= 100),
        '');
end;

-- What the present content of each article is found by. Written with the content alone, so that a
-- decision does not index a text again.
create table article_words (
    article_id uuid     primary key references article,
    format     smallint not null,               -- of the columns below; an older one is made anew
    config     text     not null,               -- how PostgreSQL reads the language
    language   text,
    kind       text,
    section    text,
    tags       text[]   not null,
    publishers text[]   not null,               -- of what is reprinted
    headline   tsvector not null,               -- the words of the headline
    words      tsvector not null                -- of everything, with a mark of the language and of
                                                -- each name that lists filter on
);
-- Which words are how common decides how a search is done.
alter table article_words alter column words set statistics 1000;
create index article_words_words on article_words using gin (words);
create index article_words_config on article_words (config);

drop index article_headline;
create index article_updated on article (updated_at, id);
create index article_published on article (published_at, id) where published_at is not null;
