-- What items say, and what they need, may be written before the items, so that rows of one table go
-- in together.
alter table item_revision
    alter constraint item_revision_item_id_fkey deferrable initially deferred;
alter table follow_up
    alter constraint follow_up_item_id_fkey deferrable initially deferred;
