-- How much was left out of what a webhook was to be told, because too much waited for it.
alter table webhook add column left_out bigint not null default 0;
