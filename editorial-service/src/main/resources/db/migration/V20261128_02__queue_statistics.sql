-- Each desk has its own share of what waits: taken for independent of each other, a queue was expected
-- to be much shorter than it is, and read through where the index of words knew sooner.
create statistics article_queue_statistics (mcv) on desk, workflow from article;
