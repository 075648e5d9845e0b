package galley.ingest.wire;

import java.util.regex.Pattern;

/** Tells the address of a file from what else agencies write in its place, such as archive ids. */
final class FileAddress {
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?i)^(?!https?:)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern FILE = Pattern.compile("(?i)^(https?:)?//.+|.*\\.[a-z0-9]{2,5}$");

    private FileAddress() {}

    /** Whether a reference is a web address, or the name of a file beside the document. */
    static boolean isOne(String reference) {
        var text = reference.strip();
        return FILE.matcher(text).matches() && !OTHER_SCHEME.matcher(text).matches();
    }
}
