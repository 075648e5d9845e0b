package galley.ingest.structure;

import java.text.Normalizer;
import java.util.Locale;

/** Tells whether a publisher is meant by a shorter name. */
final class SameName {
    private static final int SHORTEST_WORD = 4;

    private SameName() {}

    /** Whether an agency, or null, is that publisher: {@code Lantern} is {@code The Lantern}. */
    static boolean isAgency(String agency, String publisher) {
        var one = letters(agency == null ? "" : agency);
        var other = letters(publisher);
        return !one.isEmpty() && !other.isEmpty() && (other.contains(one) || one.contains(other));
    }

    /** Whether an address, or null, is on that publisher's site: {@code mare.example}, Maré. */
    static boolean isSite(String address, String publisher) {
        if (address == null) {
            return false;
        }
        var host = letters(address.replaceFirst("^https?://", "").replaceFirst("[/:?#].*$", ""));
        return Token.of(publisher).stream()
                .map(word -> letters(word.text()))
                .anyMatch(word -> word.length() >= SHORTEST_WORD && host.contains(word));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
