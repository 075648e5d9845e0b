-- Figures ask what happened on some days.
create index history_time on history (at);
