-- How far those have got that follow the log of changes and make something of it.
create table change_follower (
    name     text   primary key,
    position bigint not null                    -- the last that they took
);

-- Until now this was written with each change: what was written before is done.
with fresh as (
    select id, row_number() over (order by id) as number from change_log where position is null
), placed as (
    update change_log log set position = change_head.last + fresh.number
    from fresh, change_head where log.id = fresh.id
    returning 1
)
update change_head set last = last + (select count(*) from placed);

insert into change_follower (name, position) select 'webhooks', last from change_head;
insert into change_follower (name, position)
select 'searches', coalesce(
    (select min(c.position) - 1 from change_log c join search_change s on s.article_id = c.article_id),
    last)
from change_head;

drop table search_change;
