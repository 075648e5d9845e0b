package galley.events;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A published article as an IPTC ninjs 3.1 document; what the standard does not need is left out.
 * Subscribers of {@link Topics#PUBLISHED} get it.
 *
 * @param uri {@code urn:uuid:} and the article's id; never changes
 * @param type {@code text}
 * @param version a whole number as text; compare as numbers
 * @param pubStatus {@code usable}, {@code withheld} or {@code canceled}
 * @param edNote the correction's or the kill's note
 * @param by the byline
 * @param renditions the article's page, as a rendition named {@code web}
 * @param altIds every address that the article ever had, with the role {@code url}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Ninjs(
        Standard standard,
        String uri,
        String type,
        String representationType,
        String version,
        Instant firstCreated,
        Instant versionCreated,
        Instant embargoedUntil,
        String pubStatus,
        String language,
        String copyrightHolder,
        String copyrightNotice,
        String usageTerms,
        String edNote,
        String by,
        List<Text> headlines,
        List<Text> descriptions,
        List<Text> bodies,
        List<Named> subjects,
        List<InfoSource> infoSources,
        List<Rendition> renditions,
        List<AltId> altIds) {

    /** The events' CloudEvents type while the article stands. */
    public static final String PUBLISHED_TYPE = "galley.article.published.v1";

    /** The events' CloudEvents type once it was killed. */
    public static final String CANCELED_TYPE = "galley.article.canceled.v1";

    /** The standard that the document follows. */
    public record Standard(String name, String version, String schema) {
        /** ninjs 3.1. */
        public static final Standard NINJS_3_1 =
                new Standard("ninjs", "3.1", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");
    }

    /** A text with its role, such as {@code main}, and media type. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Text(String role, String contentType, String value) {}

    /** A concept; {@code uri} names it in its vocabulary, {@code literal} where it has no URI. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Named(String name, String rel, String uri, String literal) {}

    /** Who the content came from, with a role such as {@code publisher}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record InfoSource(String name, String role, String uri) {}

    /** A form in which the article can be had. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rendition(String name, String href, String contentType) {}

    /** Another name of the article. */
    public record AltId(String role, String value) {}
}
