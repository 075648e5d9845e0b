package galley.ingest.wire;

import java.util.Locale;

import org.jsoup.nodes.Element;

/**
 * The code of a concept, without the scheme that it is from: {@code usable} for {@code
 * stat:usable}, {@code http://cv.iptc.org/newscodes/pubstatusg2/usable} and {@code Usable}.
 */
final class IptcCode {
    private static final int MOST_URGENT = 1;
    private static final int LEAST_URGENT = 9;

    private IptcCode() {}

    /** The code in lower case; empty for null. */
    static String of(String concept) {
        var text = concept == null ? "" : concept.strip();
        int scheme =
                Math.max(
                        text.lastIndexOf(':'),
                        Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')));
        return text.substring(scheme + 1).toLowerCase(Locale.ROOT);
    }

    /** The code that a NewsML-G2 property has as qcode, URI or literal; empty when it has none. */
    static String of(Element property) {
        for (var attribute : new String[] {"qcode", "uri", "literal"}) {
            var code = of(property.attr(attribute));
            if (!code.isEmpty()) {
                return code;
            }
        }
        return "";
    }

    /** A step on the scales of urgency and priority, from 1 to 9; null for anything else. */
    static Integer level(String text) {
        var code = of(text);
        if (!code.matches("\\d")) {
            return null;
        }
        int level = Integer.parseInt(code);
        return level >= MOST_URGENT && level <= LEAST_URGENT ? level : null;
    }
}
