-- What the text that an item says now is recognised by, for the same text from another source.
create table similarity_signature (
    -- The item is written later in the same transaction.
    item_id       uuid        primary key references item deferrable initially deferred,
    article_id    uuid        not null,
    source_id     uuid        not null,
    since         timestamptz not null,        -- when the item began to say this
    words         int         not null check (words > 0),
    partial       boolean     not null,        -- only the beginning of a text
    sketch        bytea       not null         -- MinHash; of a short text the hash of all of it
);

-- Hashes over parts of signatures: texts that are the same share at least one.
create table similarity_band (
    hash          int         not null,
    item_id       uuid        not null         -- with its signature; it has no band without one
);
create index similarity_band_hash on similarity_band (hash);

-- Items that came before texts had signatures: they get theirs one after the other.
create table similarity_unsigned (
    item_id       uuid        primary key references item
);
insert into similarity_unsigned select id from item;
