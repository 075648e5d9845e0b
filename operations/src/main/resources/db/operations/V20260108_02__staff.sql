-- Who works here. Everything else names people by the pseudonym, so that one can be erased. The
-- editorial service has had this table from its first day.
do $$
begin
    if to_regclass('staff') is null then
        create table staff (
            id         uuid        primary key, -- the pseudonym: random, says nothing
            subject    text        unique,      -- in tokens; null once the person is erased
            name       text,
            first_seen timestamptz not null
        );
    end if;
end
$$;
