-- Editorial can keep an article from readers for a while.
alter table edition_article drop constraint edition_article_state_check;
alter table edition_article add constraint edition_article_state_check
    check (state in ('EMBARGOED', 'LIVE', 'WITHHELD', 'KILLED'));
