-- The front page and the sections' pages. A deleted section keeps its row, so that its revision goes
-- on when it comes back.
create table page (
    key         text   primary key check (key = 'front' or key like 'sections/_%'),
    revision    bigint not null check (revision >= 0),
    section     jsonb,                          -- settings of the section; null for the front page
    arrangement jsonb,                          -- null where the section was deleted
    check ((section is null) = (key = 'front' or arrangement is null))
);
-- The name is what articles carry.
create unique index page_section_name on page ((section ->> 'name'));

-- The front page is always there; whoever changes a page locks this row first.
insert into page (key, revision, arrangement)
    values ('front', 0, '{"size": 30, "pins": [], "order": []}');

create table page_change (
    id       bigint      generated always as identity primary key,
    page     text        not null references page,
    revision bigint      not null,              -- the one that it made
    at       timestamptz not null,
    actor    text        not null,              -- staff:<pseudonym>
    before   jsonb       not null,
    after    jsonb       not null,
    unique (page, revision)
);

create trigger page_change_rows before update or delete on page_change
    for each row execute function refuse_change();
create trigger page_change_whole before truncate on page_change
    for each statement execute function refuse_change();
