-- Whoever reads on from a time must miss nothing, and a change is seen only once its transaction has
-- committed. So the time is given at the commit, one commit after the other: all that is earlier has
-- then been seen, and no two rows have the same.
create function edition_change_in_order() returns trigger language plpgsql as $$
begin
    -- until the commit is done; readers wait for the same lock
    perform pg_advisory_xact_lock(hashtext('edition_article.changed_at'));
    update edition_article
    set changed_at = greatest(
        clock_timestamp(),
        (select max(changed_at) from edition_article) + interval '1 microsecond')
    where id = new.id;
    return null;
end
$$;

create constraint trigger edition_article_in_order
    after insert or update of revision, state on edition_article
    deferrable initially deferred
    for each row execute function edition_change_in_order();

-- What lists are narrowed by.
create index edition_article_kind on edition_article
    ((article ->> 'kind'), published_at desc, id desc) where state = 'LIVE';
create index edition_article_language on edition_article
    (lower(split_part(language, '-', 1)), published_at desc, id desc) where state = 'LIVE';
create index edition_article_subjects on edition_article
    using gin (jsonb_path_query_array(
        article, '$.subjects[*].keyvalue() ? (@.key != "scheme").value') jsonb_path_ops)
    where state = 'LIVE';

-- The words of a text: stems of its language with their places, for words and phrases; behind an
-- equals sign the words as they stand, without accents, for beginnings of words; and a mark of the
-- language, so that stems of two languages are not taken for each other.
create function edition_words_of(config text, plain text, folded text) returns tsvector
    language sql stable parallel safe
begin atomic
    select to_tsvector(config::regconfig, plain)
        || array_to_tsvector(array['@' || config])
        || coalesce(
            (select array_to_tsvector(array_agg('=' || lexeme))
             from unnest(to_tsvector('simple', folded)) where length(lexeme) <= 100),
            '');
end;

-- What an article is found by; gone once it was killed.
create table edition_words (
    article  uuid     primary key,
    version  integer  not null,             -- the article's, when it was read
    config   text     not null,             -- how PostgreSQL reads the language
    headline tsvector not null,
    words    tsvector not null              -- of everything, the headline included
);
-- Which words are how common decides how a search is done.
alter table edition_words alter column words set statistics 1000;
create index edition_words_headline on edition_words using gin (headline);
create index edition_words_words on edition_words using gin (words);
create index edition_words_config on edition_words (config);
