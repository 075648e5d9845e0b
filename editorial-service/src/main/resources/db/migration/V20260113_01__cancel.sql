-- That the source takes back what it sent, as a proposal: no change of the article by itself.
alter table article add column cancel jsonb;
