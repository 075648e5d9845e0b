package galley.ingest.intake;

/**
 * What became of many retries.
 *
 * @param tried how many were read again
 * @param resolved how many of them wait no more
 * @param waiting how many wait now, of those that were meant
 * @param items what came in
 */
record ManyRetriesAnswer(int tried, int resolved, long waiting, Counts items) {}
