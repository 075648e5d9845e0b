alter table source add column complete_from_page boolean not null default false;
alter table source alter column complete_from_page drop default;

-- Pictures in the content-addressed store, by the hash of their bytes there.
create table picture (
    sha256           text        primary key check (length(sha256) = 64),
    media_type       text        not null,
    width            int         not null,
    height           int         not null,
    animated         boolean     not null,
    size             bigint      not null,
    credit           text,                     -- what its metadata said, before they were taken away
    copyright_notice text,
    caption          text,
    kept_at          timestamptz not null
);

-- What is to be fetched for an item after it was taken in, and was.
create table follow_up (
    id            uuid        primary key,
    item_id       uuid        not null references item,
    item_revision bigint      not null,
    kind          text        not null check (kind in ('PAGE', 'PICTURE')),
    url           text        not null,
    server        text,                        -- host and port of the address
    due_at        timestamptz not null,
    tries         int         not null,
    done_at       timestamptz,
    failure       text,                        -- of the last try
    sha256        text        references picture
);
create index follow_up_due on follow_up (due_at) where done_at is null;
create index follow_up_of_item on follow_up (item_id);
