alter table source_record
    add column expires_at timestamptz,          -- of the newest item; null for never
    add column words      int;                  -- of a teaser; null of other texts and of older rows

-- Of an article those that came later and say the same.
create index source_record_duplicate_of on source_record (duplicate_of)
where duplicate_of is not null;

-- What a source allows since its rights record was changed: counts for all of its articles before
-- what their items said.
create table source_rights (
    source   uuid   primary key,
    revision bigint not null,                   -- of the source's settings: an older one changes nothing
    rights   jsonb
);
