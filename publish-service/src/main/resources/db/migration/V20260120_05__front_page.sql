-- The front page and the sections' pages as editorial arranged them: the newest revision of each.
create table arranged_page (
    key      text   primary key,                -- as the contract names pages
    revision bigint not null,
    page     jsonb                              -- the event; null once the section was deleted
);
