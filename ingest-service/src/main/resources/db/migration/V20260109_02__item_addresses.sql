-- An item whose source has given it another guid is found by its address. The hash, because an
-- address may be longer than an index takes.
alter table item add column url text;
update item set url = (
    select r.content ->> 'url' from item_revision r
    where r.item_id = item.id and r.revision = item.revision);
create index item_address on item (source_id, md5(url)) where url is not null;
