-- What the publication has settled for itself, a document for each thing: content profiles, desks and the
-- house style. What has no row is as on a fresh install.
create table setting_document (
    name     text   primary key,
    revision bigint not null check (revision >= 0),
    document jsonb  not null
);

create table setting_document_change (
    id     bigint      generated always as identity primary key,
    name   text        not null references setting_document,
    at     timestamptz not null,
    actor  text        not null,                -- staff:<pseudonym>
    before jsonb       not null,
    after  jsonb       not null
);

create trigger setting_document_change_rows before update or delete on setting_document_change
    for each row execute function refuse_change();
create trigger setting_document_change_whole before truncate on setting_document_change
    for each statement execute function refuse_change();

-- What articles can begin with.
create table template (
    id         uuid        primary key,
    revision   bigint      not null check (revision >= 1),
    name       text        not null,
    kind       text        not null,
    desk       text,                            -- whose it is; null for every desk's
    content    jsonb       not null,            -- some of an article's content
    created_at timestamptz not null
);
create index template_created on template (created_at, id);

-- The languages of translations have a check of their own; it stays as severe as it was set.
with carried as (
    update check_settings
    set severities = severities
            || jsonb_build_object('translation-languages', severities -> 'missing-attribution'),
        revision = revision + 1
    where severities -> 'missing-attribution' is not null
    returning desk, severities
)
insert into check_settings_change (desk, at, actor, before, after)
select desk, now(), 'service:editorial', severities - 'translation-languages', severities
from carried;
