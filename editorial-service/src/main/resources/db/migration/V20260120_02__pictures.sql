-- The pictures that the staff uploaded: what is known of a file in the store.
create table picture (
    id               uuid primary key,
    -- the SHA-256 of the file, under which it is kept
    hash             text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    type             text not null,
    width            integer not null,
    height           integer not null,
    animated         boolean not null,
    bytes            bigint not null,
    credit           text,
    copyright_notice text,
    caption          text,
    uploaded_by      text not null,
    uploaded_at      timestamptz not null
);

create index picture_newest on picture (uploaded_at desc, id desc);
create index picture_uploader on picture (uploaded_by, uploaded_at desc, id desc);
