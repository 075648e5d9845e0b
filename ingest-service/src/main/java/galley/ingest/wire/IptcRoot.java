package galley.ingest.wire;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import galley.ingest.feed.FeedXml;
import galley.ingest.format.RawDocument;

/** Tells the IPTC's formats from others by the root element. */
final class IptcRoot {
    private static final Pattern PREFIX = Pattern.compile("^<(?:([\\w.-]+):)?");
    private static final Pattern NAMESPACE =
            Pattern.compile("\\sxmlns(?::([\\w.-]+))?\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final String IPTC = "iptc.org/";

    private IptcRoot() {}

    /**
     * Whether the document's root has one of these names, in a namespace of the IPTC or in none:
     * the older formats had none, and some agencies leave it out.
     */
    static boolean isOneOf(RawDocument document, String... names) {
        var name = FeedXml.rootName(document);
        if (Stream.of(names).noneMatch(name::equalsIgnoreCase)) {
            return false;
        }
        var namespace = namespace(FeedXml.rootTag(document));
        return namespace.isEmpty() || namespace.contains(IPTC);
    }

    private static String namespace(String tag) {
        var prefix = PREFIX.matcher(tag).results().findFirst().map(match -> match.group(1));
        return NAMESPACE
                .matcher(tag)
                .results()
                .filter(match -> prefix.equals(Optional.ofNullable(match.group(1))))
                .map(match -> match.group(2).strip())
                .findFirst()
                .orElse("");
    }
}
