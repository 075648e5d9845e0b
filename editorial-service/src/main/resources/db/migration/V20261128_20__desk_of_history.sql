-- In whose queue the article was then, so that handing it over does not take from a desk what was done
-- there: empty for none, null in entries from before this was noted.
alter table history add column desk text;
