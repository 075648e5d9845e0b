-- What somebody decided about a source's later revision.
alter table source_revision
    add column decision   text check (decision in ('taken', 'left')),
    add column decided_by text,                     -- a pseudonym
    add column decided_at timestamptz;
