-- The readers' site finds words where the content API does, in the table edition_words. With the
-- function go the indexes by it: the edition's, and that of a new edition while a rebuild makes one.
drop function edition_words(text, jsonb) cascade;
