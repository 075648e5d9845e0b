-- What the source's record and the item said of an article: its checks look at this, and nobody
-- edits it.
create table source_record (
    article_id   uuid    primary key references article,
    rights       jsonb,                         -- the newest; null where the record says nothing
    partial      boolean not null,              -- the text that was taken is only a teaser
    duplicate_of uuid                           -- another article that says the same
);

-- How severe what a check finds is: of a desk, or (with an empty name) where no desk says otherwise.
create table check_settings (
    desk       text   primary key,
    revision   bigint not null check (revision >= 0),
    severities jsonb  not null                  -- by the check's name; only what was set
);

create table check_settings_change (
    id     bigint      generated always as identity primary key,
    desk   text        not null references check_settings,
    at     timestamptz not null,
    actor  text        not null,                -- staff:<pseudonym>
    before jsonb       not null,
    after  jsonb       not null
);

create trigger check_settings_change_rows before update or delete on check_settings_change
    for each row execute function refuse_change();
create trigger check_settings_change_whole before truncate on check_settings_change
    for each statement execute function refuse_change();

-- The addresses in the present content of each article. Written with the article, apart from what
-- is known of an address, so that articles with the same links never wait for each other.
create table article_link (
    article_id uuid    not null references article,
    address    text    not null,
    server     text    not null,                -- whom a fetch asks
    in_hand    boolean not null,                -- people have decided on the article, or written it
    noted      boolean not null,                -- the address has its row in link
    primary key (article_id, address)
);
create index article_link_address on article_link (address);
create index article_link_new on article_link (article_id) where in_hand and not noted;

-- What is known of an address that an unreleased article has.
create table link (
    address       text        primary key,
    server        text        not null,
    head_refused  boolean     not null,         -- only GET tells
    status        int,                          -- of the last answer; null where none came
    problem       text,                         -- why none came
    failures      int         not null,         -- in a row; neither a fetch that went well nor a
                                                -- clear no is one
    broken        boolean     not null,
    checked_at    timestamptz,
    next_check_at timestamptz not null
);
create index link_due on link (server, next_check_at);

-- Whose links wait, and when it may be asked again; later while somebody asks it.
create table link_server (
    server  text        primary key,
    next_at timestamptz not null
);
