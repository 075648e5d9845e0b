-- How far each version of an article, and each withdrawal, has got beyond this service.
create table receipt (
    id         uuid        primary key,
    article_id uuid        not null references article,
    revision   bigint      not null,
    version    int         not null,
    door       text        not null,            -- public, or how a subscriber is sent it
    subscriber uuid,                            -- the subscription; null for the public
    name       text,                            -- what the subscriber was called at the time
    type       text        not null,            -- of what is sent
    state      text        not null
        check (state in ('OFFERED', 'TAKEN_DOWN', 'PENDING', 'CONFIRMED', 'FAILED', 'OVERTAKEN')),
    first_at   timestamptz not null,            -- when it was first reported
    at         timestamptz not null,            -- since when it stands so
    detail     text,
    check ((subscriber is null) = (name is null)),
    unique nulls not distinct (article_id, revision, door, subscriber)
);
create index receipt_list on receipt (article_id, first_at desc, id desc);
