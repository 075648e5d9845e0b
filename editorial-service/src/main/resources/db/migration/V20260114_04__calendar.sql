-- When an embargo ends, for the calendar to find.
alter table article add column embargoed_until timestamptz;
update article set embargoed_until = (content ->> 'embargoedUntil')::timestamptz
where content ->> 'embargoedUntil' is not null;
create index article_embargo on article (embargoed_until) where embargoed_until is not null;
-- The checks that do not stop a scheduled release.
alter table article add column scheduled_overrides jsonb;
