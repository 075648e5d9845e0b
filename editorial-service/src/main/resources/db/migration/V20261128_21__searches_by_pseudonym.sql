-- Saved searches name people by their pseudonyms, as all else does, so that whoever is erased is named
-- nowhere. Who was only looked for yet gets a pseudonym.
insert into staff (id, subject, first_seen)
    select gen_random_uuid(), login, now()
    from (select distinct btrim(query ->> 'assignee') as login from saved_search) as named
    where login not in ('', 'me') and login not like 'staff:%'
    on conflict (subject) do nothing;

update saved_search
    set query = jsonb_set(query, '{assignee}', to_jsonb('staff:' || staff.id))
    from staff
    where staff.subject = btrim(query ->> 'assignee') and staff.subject not in ('', 'me')
        and staff.subject not like 'staff:%';
