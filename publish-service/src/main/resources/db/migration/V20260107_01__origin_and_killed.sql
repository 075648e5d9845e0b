-- W3C trace context of the request that the article began with; unknown of older ones.
alter table edition_article add column origin text;
create index edition_article_killed on edition_article (changed_at desc, id desc)
    where state = 'KILLED' and shown;
