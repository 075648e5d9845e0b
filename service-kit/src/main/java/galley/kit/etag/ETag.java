package galley.kit.etag;

import java.util.OptionalLong;
import java.util.regex.Pattern;

import galley.kit.problem.Problems;

/**
 * A strong entity tag (RFC 9110, section 8.8.3) and the preconditions that are checked against it.
 *
 * @param value the opaque text between the quotes
 */
public record ETag(String value) {
    /** {@code W/} and the quoted text; the text itself may hold commas. */
    private static final Pattern ENTITY_TAG =
            Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,17}");

    /** The tag of a resource that counts its changes. */
    public static ETag of(long revision) {
        return new ETag(Long.toString(revision));
    }

    /**
     * The revision that an {@code If-Match} names, of a resource that counts its changes.
     *
     * @param ifMatch the header as it came, or null
     * @throws galley.kit.problem.Problem 428 when there is none, 412 when it is of no revision
     */
    public static long revision(String ifMatch) {
        requirePresent(ifMatch);
        return revisionIn(ifMatch)
                .orElseThrow(() -> Problems.preconditionFailed("This is the ETag of no revision."));
    }

    /**
     * The revision that an {@code If-Match} names, of a resource that counts its changes; empty
     * when it names none.
     *
     * @param ifMatch the header as it came; of several tags the first counts
     */
    public static OptionalLong revisionIn(String ifMatch) {
        var tags = ENTITY_TAG.matcher(ifMatch);
        return tags.find() && REVISION.matcher(tags.group(2)).matches()
                ? OptionalLong.of(Long.parseLong(tags.group(2)))
                : OptionalLong.empty();
    }

    /** The tag as the header {@code ETag} carries it, quotes included. */
    @Override
    public String toString() {
        return '"' + value + '"';
    }

    /**
     * Insists on an {@code If-Match} that holds for this tag. Call it inside the transaction that
     * writes, with the tag of the row as it is there.
     *
     * @param ifMatch the header as it came (several lines joined by commas), or null
     * @throws galley.kit.problem.Problem 428 when there is none, 412 when it does not match; the
     *     comparison is strong, so a weak tag never matches
     */
    public void requireMatch(String ifMatch) {
        requirePresent(ifMatch);
        if (!isListed(ifMatch, false)) {
            throw Problems.preconditionFailed(
                    "It has changed since: its ETag is now " + this + ". Read it again.");
        }
    }

    /**
     * Whether a client that sends this {@code If-None-Match} has the present state already, so that
     * a GET is answered 304. The comparison is weak, as the standard asks.
     *
     * @param ifNoneMatch the header as it came (several lines joined by commas), or null
     */
    public boolean isKnownTo(String ifNoneMatch) {
        return ifNoneMatch != null && isListed(ifNoneMatch, true);
    }

    private static void requirePresent(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problems.preconditionRequired(
                    "Send If-Match with the ETag of the revision that you have read.");
        }
    }

    private boolean isListed(String header, boolean weakly) {
        if (header.strip().equals("*")) {
            return true;
        }
        var tags = ENTITY_TAG.matcher(header);
        while (tags.find()) {
            boolean weak = tags.group(1) != null;
            if (tags.group(2).equals(value) && (weakly || !weak)) {
                return true;
            }
        }
        return false;
    }
}
