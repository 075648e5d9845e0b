-- What may be done with a source's items, whether they may go out without hands, and with what its
-- server lets us in.
alter table source add column rights jsonb;
alter table source add column trusted boolean not null default false;
alter table source alter column trusted drop default;
alter table source add column credentials_type text
    check (credentials_type in ('BASIC', 'BEARER', 'HEADER'));
alter table source add column credentials_name text;     -- the user's or the header field's
alter table source add column credentials_sealed text;   -- under one of the operator's keys
alter table source add check ((credentials_type is null) = (credentials_sealed is null));
