package galley.ingest.folder;

import java.net.URI;
import java.util.regex.Pattern;

/** The address of a folder as a source has it, such as {@code folder:agency/sport}. */
public final class FolderAddress {
    private static final String SCHEME = "folder";

    /** Names as every file system has them, none of them hidden. */
    private static final Pattern PATH =
            Pattern.compile(
                    "[\\p{Alnum}_-][\\p{Alnum}._ -]*(/[\\p{Alnum}_-][\\p{Alnum}._ -]*){0,9}");

    private FolderAddress() {}

    /** Whether a text, or an address, is meant to be a folder's. */
    public static boolean isMeant(String text) {
        return text.regionMatches(true, 0, SCHEME + ":", 0, SCHEME.length() + 1);
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it leads to no folder below the operator's
     */
    public static URI parse(String text) {
        var path = text.substring(SCHEME.length() + 1).strip();
        if (!PATH.matcher(path).matches() || path.length() > 200) {
            throw new IllegalArgumentException(
                    "A folder's address is folder: and its path, such as folder:agency/sport.");
        }
        return URI.create(SCHEME + ":" + path.replace(" ", "%20"));
    }

    /** The path below the operator's folder. */
    static String path(URI address) {
        return address.getSchemeSpecificPart();
    }
}
