-- Every replica hears of each change of what readers get, as soon as it is committed: it keeps
-- answers ready in memory, and must not give one that is no longer true.
create function tell_of_article() returns trigger language plpgsql as $$
begin
    perform pg_notify('edition', new.id::text);
    return null;
end
$$;

create trigger edition_article_change after insert or update on edition_article
    for each row execute function tell_of_article();

-- The pages show the sections that there are, so all of them change.
create function tell_of_pages() returns trigger language plpgsql as $$
begin
    perform pg_notify('edition', '*');
    return null;
end
$$;

create trigger arranged_page_change after insert or update or delete on arranged_page
    for each statement execute function tell_of_pages();
