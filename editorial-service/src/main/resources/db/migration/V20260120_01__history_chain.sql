-- Each entry carries the hash of itself and of the one before it, so that a change of any shows.
-- What is hashed is told in docs/editorial.md; here it is computed once, for what is there already.
lock table article, history in access exclusive mode;

drop trigger history_rows on history;
alter table history add column hash text;
alter table article add column history_hash text; -- of the newest entry; 64 zeros before the first

create function chain_json(value jsonb) returns text language plpgsql as $$
begin
    return case jsonb_typeof(value)
        when 'object' then (
            select '{' || coalesce(string_agg(to_json(m.key)::text || ':' || chain_json(m.value), ','
                order by m.key collate "C"), '') || '}'
            from jsonb_each(value) m)
        when 'array' then (
            select '[' || coalesce(string_agg(chain_json(e.value), ',' order by e.place), '') || ']'
            from jsonb_array_elements(value) with ordinality e (value, place))
        when 'number' then trim_scale(value::numeric)::text
        else value::text
    end;
end $$;

create function chain_text(value text) returns text language sql as $$
    select coalesce(to_json(value)::text, 'null')
$$;

create function chain_state(value text) returns text language sql as $$
    select chain_text(lower(replace(value, '_', '-')))
$$;

create function chain_entry(entry history, previous text) returns text language sql as $$
    select '{"actor":' || chain_text(entry.actor)
        || ',"articleId":' || chain_text(entry.article_id::text)
        || ',"at":' || chain_text(
            to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || ',"details":' || coalesce(chain_json(entry.details), 'null')
        || ',"fromPublication":' || chain_state(entry.from_publication)
        || ',"fromWorkflow":' || chain_state(entry.from_workflow)
        || ',"internalNote":' || chain_text(entry.internal_note)
        || ',"note":' || chain_text(entry.note)
        || ',"previous":' || chain_text(previous)
        || ',"revisionMade":' || coalesce(entry.revision_made::text, 'null')
        || ',"revisionSeen":' || coalesce(entry.revision_seen::text, 'null')
        || ',"step":' || chain_text(entry.step)
        || ',"toPublication":' || chain_state(entry.to_publication)
        || ',"toWorkflow":' || chain_state(entry.to_workflow)
        || ',"traceId":' || chain_text(entry.trace_id)
        || ',"version":' || entry.version || '}'
$$;

do $$
declare
    entry history;
    article uuid;
    previous text;
begin
    for entry in select * from history order by article_id, id loop
        if article is distinct from entry.article_id then
            article := entry.article_id;
            previous := repeat('0', 64);
        end if;
        previous := encode(sha256(convert_to(chain_entry(entry, previous), 'UTF8')), 'hex');
        update history set hash = previous where article_id = article and id = entry.id;
    end loop;
end $$;

update article set history_hash = coalesce(
    (select hash from history where article_id = article.id order by id desc limit 1),
    repeat('0', 64));

drop function chain_entry, chain_state, chain_text, chain_json;
alter table history alter column hash set not null;
alter table article alter column history_hash set not null;

-- The address is personal data: it may be forgotten, and nothing else of an entry changes.
create function refuse_all_but_forgetting() returns trigger language plpgsql as $$
begin
    old.address := null;
    if new is distinct from old then
        raise exception 'the table % is append-only', tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger history_rows before delete on history
    for each row execute function refuse_change();
create trigger history_addresses before update on history
    for each row execute function refuse_all_but_forgetting();

-- What somebody did is found when they ask for it, or are erased.
create index history_actor on history (actor, id);

-- Who was erased; their pseudonym stays.
create table staff_erasure (
    id    bigint      generated always as identity primary key,
    at    timestamptz not null,
    actor text        not null,                 -- staff:<pseudonym>: who decided it
    staff uuid        not null references staff
);
create trigger staff_erasure_rows before update or delete on staff_erasure
    for each row execute function refuse_change();
create trigger staff_erasure_whole before truncate on staff_erasure
    for each statement execute function refuse_change();
