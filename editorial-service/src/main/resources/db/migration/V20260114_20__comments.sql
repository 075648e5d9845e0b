-- What the staff say to each other about an article; no part of it.
create table comment (
    id          uuid        primary key,
    article_id  uuid        not null references article,
    thread_id   uuid        references comment,     -- what it replies to; null begins a thread
    at          timestamptz not null,
    author      text        not null,               -- a pseudonym
    text        text,                               -- null once it is taken back and has replies
    edited_at   timestamptz,
    resolved_at timestamptz,
    resolved_by text,                               -- a pseudonym
    suggestion  text,                               -- what the words it is about should become
    outcome     text        check (outcome in ('ACCEPTED', 'DISMISSED')),
    check ((resolved_at is null) = (resolved_by is null)),
    check (thread_id is null or (resolved_at is null and suggestion is null)),
    check (outcome is null or suggestion is not null)
);
create index comment_thread on comment (article_id, at, id) where thread_id is null;
create index comment_reply on comment (thread_id, at, id) where thread_id is not null;

-- The words that a thread is about; the place is in UTF-16 code units of the part's text, and
-- none while the words are gone.
create table anchor (
    comment_id uuid primary key references comment on delete cascade,
    article_id uuid not null references article,
    part       text,
    from_unit  int,
    to_unit    int,
    words      text not null,
    check ((part is null) = (from_unit is null) and (part is null) = (to_unit is null)),
    check (0 <= from_unit and from_unit < to_unit)
);
create index anchor_article on anchor (article_id);

-- What somebody should know of.
create table notification (
    id         uuid        primary key,
    recipient  text        not null,                -- a pseudonym
    at         timestamptz not null,
    kind       text        not null check (kind in ('MENTION', 'REPLY')),
    article_id uuid        not null references article,
    comment_id uuid        not null references comment on delete cascade,
    text       text        not null,                -- the comment's
    read_at    timestamptz,
    unique (comment_id, recipient)
);
create index notification_recipient on notification (recipient, at, id);
create index notification_unread on notification (recipient, at, id) where read_at is null;
