-- Which pictures readers may have: those of live articles.
create index edition_article_pictures on edition_article
    using gin (jsonb_path_query_array(article, '$.parts[*].picture.hash') jsonb_path_ops)
    where state = 'LIVE';
