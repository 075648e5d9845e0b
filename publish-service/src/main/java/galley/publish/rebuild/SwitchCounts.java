package galley.publish.rebuild;

/**
 * What a switch did.
 *
 * @param articles how many the new edition has
 * @param renewed what readers get the same as before
 * @param missed articles that the old edition had not, or in an older revision
 * @param changed articles that the old edition had otherwise
 * @param unknown articles that the old edition had and the log does not know of
 * @param removed how many of those were removed
 * @param announced how many articles the world was told of
 */
record SwitchCounts(
        long articles,
        long renewed,
        long missed,
        long changed,
        long unknown,
        long removed,
        long announced) {}
