-- What somebody still has to deal with, for the queues and the workload.
create index article_open on article (desk, assignee, workflow, due_at)
    where workflow not in ('RELEASED', 'REJECTED', 'SPIKED') and publication <> 'KILLED';
