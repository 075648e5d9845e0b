package galley.publish.edition;

import java.time.Instant;
import java.time.YearMonth;

/**
 * The live articles that were first published in one month, in sum.
 *
 * @param month in UTC
 * @param articles how many they are
 * @param fingerprint another one as soon as any of them comes, goes or changes
 * @param changedAt when any of that month last changed here, also by leaving
 */
public record PublicationMonth(
        YearMonth month, int articles, long fingerprint, Instant changedAt) {}
