-- W3C trace context of the first request that led to the event.
alter table outbox add column origin text;
