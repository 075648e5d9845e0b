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

-- A former address may turn up late; documents name all of them.
create function tell_of_address() returns trigger language plpgsql as $$
begin
    perform pg_notify('edition', new.article::text);
    return null;
end
$$;

create trigger edition_slug_change after insert or update on edition_slug
    for each row execute function tell_of_address();

create function tell_of_everything() returns trigger language plpgsql as $$
begin
    perform pg_notify('edition', '*');
    return null;
end
$$;

-- What an operator takes out, or puts back from a copy.
create trigger edition_article_gone after delete or truncate on edition_article
    for each statement execute function tell_of_everything();

-- The pages show the sections that there are, so all of them change.
create trigger arranged_page_change after insert or update or delete or truncate on arranged_page
    for each statement execute function tell_of_everything();
