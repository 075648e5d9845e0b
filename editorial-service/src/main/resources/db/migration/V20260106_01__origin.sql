-- W3C trace context of the request that the article began with; unknown of older ones.
alter table article add column origin text;
