-- Since when an article stands in its state, so that how long it stayed is known when it leaves.
alter table article add column state_since timestamptz not null default now();

update article set state_since = entered.at
    from (
        select distinct on (article_id) article_id, at from history
            where from_workflow is distinct from to_workflow
            order by article_id, id desc
    ) as entered
    where entered.article_id = article.id;
