-- With whose key other programs read, and what they may read with it.
create table api_key (
    id         uuid        primary key,
    revision   bigint      not null,            -- counts the changes of its settings
    owner      text        not null,            -- staff:<pseudonym>
    name       text        not null,
    hash       bytea       not null unique,     -- SHA-256 of the key; nobody can read the key again
    hint       text        not null,            -- its last characters
    product    jsonb,                           -- which articles; null for all
    rate       int,                             -- requests a minute; null for the usual
    created_at timestamptz not null
);
create index api_key_list on api_key (created_at, id);
create index api_key_owner on api_key (owner, created_at, id);

-- Whether an article of the edition is of a product: the same rule as galley.publish.product.Product
-- has for what is announced.
create function in_product(
    product jsonb, section text, tags varchar[], sources varchar[], language text, article jsonb)
returns boolean language sql immutable parallel safe
return
    (product ->> 'sections' is null or coalesce(product -> 'sections' @> to_jsonb(section), false))
    and (product ->> 'tags' is null or exists (
        select from jsonb_array_elements_text(product -> 'tags') wanted where wanted = any(tags)))
    and (product ->> 'sources' is null or exists (
        select from jsonb_array_elements_text(product -> 'sources') wanted
        where wanted = any(sources)))
    and (product ->> 'languages' is null or exists (
        select from jsonb_array_elements_text(product -> 'languages') wanted
        where lower(language) = lower(wanted)
        or starts_with(lower(language), lower(wanted) || '-')))
    and (product ->> 'kinds' is null
        or coalesce(product -> 'kinds' @> (article -> 'kind'), false))
    and (product ->> 'subjects' is null or exists (
        select from jsonb_array_elements_text(product -> 'subjects') wanted
        where wanted = any(subject_names(article))));
