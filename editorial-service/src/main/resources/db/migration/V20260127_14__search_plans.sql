-- Tells the planner what it costs to hold a text against words: the text is unpacked first. The
-- operator itself counts as cheap as a comparison of two numbers, so that the planner would walk
-- through the latest articles where words are better looked up. Always true.
create function takes_unpacking(article uuid) returns boolean
    language plpgsql immutable parallel safe cost 1200 as $$
begin
    return true;
end
$$;

-- A desk's queue, the empty one too.
create index article_queue on article (desk, workflow, created_at, id)
    where desk is not null and workflow not in ('RELEASED', 'REJECTED', 'SPIKED');
