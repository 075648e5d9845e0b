-- A search of words among a million articles looks at thousands of rows. So the words have beside
-- them what lists filter on and are ordered by; and texts stand apart from the rows, which a
-- decision then changes cheaply, and of which many fit on a page.
alter table article_words
    add column created_at  timestamptz,
    add column workflow    text,
    add column publication text,
    add column desk        text,
    add column assignee    text,
    add column source      uuid,
    add column priority    int,
    alter column headline set storage main,
    alter column words set storage external,
    set (toast_tuple_target = 128, fillfactor = 80);

update article_words w
    set created_at = a.created_at, workflow = a.workflow, publication = a.publication,
        desk = a.desk, assignee = a.assignee, source = a.source, priority = a.priority
    from article a where a.id = w.article_id;

alter table article_words
    alter column created_at set not null,
    alter column workflow set not null,
    alter column publication set not null;

create index article_words_created on article_words (created_at, article_id);
create index article_words_headline on article_words using gin (headline);

-- No code that changes an article can forget its copy here.
create function follow_article() returns trigger language plpgsql as $$
begin
    update article_words
        set created_at = new.created_at, workflow = new.workflow, publication = new.publication,
            desk = new.desk, assignee = new.assignee, source = new.source,
            priority = new.priority
        where article_id = new.id;
    return null;
end
$$;

create trigger article_words_follow after update on article
    for each row when (
        (old.created_at, old.workflow, old.publication, old.desk, old.assignee, old.source,
            old.priority)
        is distinct from
        (new.created_at, new.workflow, new.publication, new.desk, new.assignee, new.source,
            new.priority))
    execute function follow_article();
