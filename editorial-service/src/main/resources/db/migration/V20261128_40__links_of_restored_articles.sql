-- What was put away and restored lost what was known of its links: it is fetched again.
update article_link l set noted = false
from article a
where a.id = l.article_id and l.in_hand and l.noted and a.publication <> 'KILLED'
and a.workflow not in ('RELEASED', 'REJECTED', 'SPIKED')
and not exists (select from link known where known.address = l.address);
