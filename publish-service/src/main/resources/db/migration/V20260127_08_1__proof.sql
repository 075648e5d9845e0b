-- The keys that published versions are signed with. One signs; the others only prove what they signed.
create table signing_key (
    kid         text        primary key,    -- RFC 7638 thumbprint
    public_key  text        not null,       -- RFC 8037 JWK
    private_key text,                       -- the same with its secret; gone once another key signs
    created_at  timestamptz not null,
    retired_at  timestamptz,
    check ((private_key is null) = (retired_at is not null))
);
create unique index signing_key_active on signing_key ((true)) where retired_at is null;

-- What was said under signature of each version: hashes of texts, never a text.
create table statement (
    payload_sha256 text        primary key, -- of what is signed: said again, it is the same statement
    article        uuid        not null,
    revision       bigint      not null,
    version        integer     not null,
    status         text        not null check (status in ('usable', 'withheld', 'canceled')),
    at             timestamptz not null,    -- since when it holds, as the document says
    -- of the canonical documents (RFC 8785); null for what was told before there were signatures
    article_sha256 text,
    ninjs_sha256   text,
    -- of the documents' bytes: finds the statement that fits what is answered
    article_bytes  text,
    ninjs_bytes    text,
    jws            text        not null,    -- RFC 7515, compact
    made_at        timestamptz not null
);
create index statement_article on statement (article, revision, status);
