-- What was withheld or killed is rare, and so is a priority among all articles: to list them, the latest
-- articles were gone through until enough were found, or all of them.
create index article_taken_back on article (publication, created_at, id)
    where publication in ('WITHHELD', 'KILLED');
create index article_priority on article (priority, created_at, id) where priority is not null;
