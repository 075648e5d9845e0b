package galley.publish.sitemap;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import galley.publish.edition.PublicationMonth;

/**
 * A sitemap of articles: those of one month of first publication, so that old sitemaps stay the
 * same; a month with more than a sitemap may have has several.
 *
 * @param part 1 for the first, and mostly the only one
 */
record Chunk(YearMonth month, int part) {
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2})(?:-([1-9]\\d{0,4}))?");

    /** The chunks of a month. */
    static List<Chunk> of(PublicationMonth month) {
        int parts = Math.ceilDiv(month.articles(), Sitemaps.MAX_ADDRESSES);
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> new Chunk(month.month(), part))
                .toList();
    }

    /** Reads a name; empty where it is none. */
    static Optional<Chunk> named(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var month = YearMonth.parse(parts.group(1));
            var part = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
            return Optional.of(new Chunk(month, part)).filter(chunk -> chunk.name().equals(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** For example {@code 2026-05}, or {@code 2026-05-2}. */
    String name() {
        return part == 1 ? month.toString() : month + "-" + part;
    }

    /** How many of the month's articles stand before it. */
    int offset() {
        return (part - 1) * Sitemaps.MAX_ADDRESSES;
    }
}
