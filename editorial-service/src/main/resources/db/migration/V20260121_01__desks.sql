-- A desk that is kept: who works there and what its articles need. Articles carry a desk's name
-- whether or not the desk is kept.
create table desk (
    name     text   primary key,
    revision bigint not null check (revision >= 0),
    rules    jsonb  not null
);

create table desk_change (
    id     bigint      generated always as identity primary key,
    desk   text        not null references desk,
    at     timestamptz not null,
    actor  text        not null,                -- staff:<pseudonym>
    before jsonb       not null,
    after  jsonb       not null
);

create trigger desk_change_rows before update or delete on desk_change
    for each row execute function refuse_change();
create trigger desk_change_whole before truncate on desk_change
    for each statement execute function refuse_change();

-- What somebody still has to deal with, for the queues and the workload.
create index article_open on article (desk, assignee, workflow, due_at)
    where workflow not in ('RELEASED', 'REJECTED', 'SPIKED') and publication <> 'KILLED';
