package galley.publish.proof;

import java.util.Locale;
import java.util.regex.Pattern;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * What somebody says of the copy that they hold; either may be null.
 *
 * @param version of the article
 * @param sha256 of the copy in canonical form, in lower case
 */
record Copy(Integer version, String sha256) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    /** Reads the parameters of a request; null where both are missing. */
    static Copy read(String version, String sha256) {
        if (isMissing(version) && isMissing(sha256)) {
            return null;
        }
        if (!isMissing(version) && !NUMBER.matcher(version).matches()) {
            throw bad("bad-version", "Bad version", "version is a whole number from 1.");
        }
        if (!isMissing(sha256) && !SHA_256.matcher(sha256).matches()) {
            throw bad("bad-sha256", "Bad SHA-256", "sha256 is 64 hexadecimal digits.");
        }
        return new Copy(
                isMissing(version) ? null : Integer.valueOf(version),
                isMissing(sha256) ? null : sha256.toLowerCase(Locale.ROOT));
    }

    private static boolean isMissing(String text) {
        return text == null || text.isEmpty();
    }

    private static Problem bad(String name, String title, String detail) {
        return Problems.of(400, name, title, detail);
    }
}
