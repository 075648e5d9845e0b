-- The rest of the workflow: going out at a time, amendments, what is put away, who has it in hand.
alter table article
    add column scheduled_at         timestamptz,
    add column scheduled_by         text,           -- the pseudonym whose decision the release is
    add column amendment            jsonb,          -- what the working revision of a released article is for
    add column spiked_from          text,           -- the state that it comes back to
    add column assignee             text,           -- the pseudonym of who has it in hand
    add column due_at               timestamptz,
    add column released_revision    bigint,         -- of the last release
    add column publication_revision bigint not null default 0, -- of the last withholding or reinstating
    add constraint scheduled check ((workflow = 'SCHEDULED') = (scheduled_at is not null)
        and (scheduled_at is null) = (scheduled_by is null)),
    add constraint spiked check ((workflow = 'SPIKED') = (spiked_from is not null));
alter table article alter column publication_revision drop default;
update article set released_revision = (
    select max(revision_made) from history
    where history.article_id = article.id and step = 'release')
where version > 0;
create index article_schedule on article (scheduled_at) where scheduled_at is not null;
create index article_assignee on article (assignee, created_at, id) where assignee is not null;
create index article_due on article (due_at) where due_at is not null;
-- What a decision was about, beside its notes: a time, a person, what was overridden.
alter table history add column details jsonb;
