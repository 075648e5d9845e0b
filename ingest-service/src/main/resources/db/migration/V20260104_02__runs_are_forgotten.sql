-- Old runs are looked for by the time at which they ended.
create index run_age on run (finished_at);
