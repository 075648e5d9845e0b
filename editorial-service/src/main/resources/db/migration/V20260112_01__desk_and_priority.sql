-- Whose queue an article is in, and how soon it is to be dealt with.
alter table article add column desk text;
alter table article add column priority int check (priority between 1 and 9);
create index article_desk on article (desk, created_at, id) where desk is not null;
