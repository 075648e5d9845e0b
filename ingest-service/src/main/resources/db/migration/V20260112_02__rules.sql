-- What is done with items that meet conditions.
create table rule (
    id          uuid        primary key,
    revision    bigint      not null check (revision >= 1),
    name        text        not null,
    source_id   uuid        references source,      -- null for the items of all sources
    place       int         not null,               -- rules apply in this order
    enabled     boolean     not null,
    conditions  jsonb       not null,
    hours       jsonb,                              -- null for always
    actions     jsonb       not null,
    created_at  timestamptz not null,
    deleted_at  timestamptz                         -- the row stays: histories name it
);
create index rule_in_force on rule (place, id) where deleted_at is null and enabled;

-- What rules decided when the item came, and why; null where none applied.
alter table item_revision add column routing jsonb;
