package galley.ingest.wire;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/**
 * What identifies a NewsItem of NewsML 1 (NewsIdentifier). Its public identifier (RFC 3085) ends in
 * the revision, which is the version's: all revisions are one item.
 *
 * @param guid the identifier without the revision, or null
 * @param revision the revision as the agency writes it, or null
 */
record Newsml1Identifier(String guid, String revision) {
    private static final String PREFIX = "urn:newsml:";
    private static final Pattern WITH_REVISION =
            Pattern.compile("(?i)(urn:newsml:[^:]+:[^:]+:.+):\\d+[NUA]?");

    static Newsml1Identifier of(Element item) {
        var revision = value(item, "RevisionId");
        var identifier = value(item, "PublicIdentifier");
        var guid = identifier == null || isSameForAll(identifier) ? composed(item) : identifier;
        return new Newsml1Identifier(guid == null ? null : without(revision, guid), revision);
    }

    /** Some agencies write only who they are. */
    private static boolean isSameForAll(String identifier) {
        var plain = identifier.toLowerCase(Locale.ROOT);
        return plain.startsWith(PREFIX) && !plain.substring(PREFIX.length()).contains(":");
    }

    private static String composed(Element item) {
        var id = value(item, "NewsItemId");
        return id == null
                ? null
                : PREFIX
                        + Stream.of(value(item, "ProviderId"), value(item, "DateId"), id)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(":"));
    }

    private static String without(String revision, String identifier) {
        var complete = WITH_REVISION.matcher(identifier);
        if (complete.matches()) {
            return complete.group(1);
        }
        return revision == null
                ? identifier
                : identifier.replaceFirst(":" + Pattern.quote(revision) + "[NUA]?$", "");
    }

    private static String value(Element item, String name) {
        return XmlPath.value(item, "Identification", "NewsIdentifier", name);
    }
}
