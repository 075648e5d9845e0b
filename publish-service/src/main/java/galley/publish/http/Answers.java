package galley.publish.http;

import java.time.Instant;
import java.util.Arrays;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Turns representations into HTTP answers. Whoever keeps a copy asks again before it uses it
 * ({@code no-cache}), which costs an empty 304 while the copy is good: nobody reads what was
 * corrected or withdrawn.
 */
public final class Answers {
    static final String CACHE_CONTROL = "public, no-cache";

    private static final String MAY_BE_STALE = "public, max-age=60, stale-while-revalidate=86400";

    private Answers() {}

    /**
     * 200 with the representation, compressed where the client takes that; 304 when its {@code
     * If-None-Match}, or without one its {@code If-Modified-Since}, shows that it has it already.
     *
     * @param lastModified when it last changed, or null where whole seconds can't tell
     */
    public static Response.ResponseBuilder of(
            Representation representation, Instant lastModified, HttpHeaders request) {
        return of(representation, lastModified, lastModified, request);
    }

    /**
     * The same for what shows nothing of any article, such as a style sheet: there is nothing in it
     * to correct or to withdraw. Copies are used for a minute; for a day after that they are used
     * once more while the new one is fetched.
     */
    public static Response.ResponseBuilder ofNoArticle(
            Representation representation, HttpHeaders request) {
        return of(representation, null, request).header(HttpHeaders.CACHE_CONTROL, MAY_BE_STALE);
    }

    /**
     * The same for a list that may change several times within one second.
     *
     * @param lastChange when any of what it lists last changed, or null
     */
    public static Response.ResponseBuilder ofList(
            Representation representation, Instant lastChange, Instant now, HttpHeaders request) {
        return of(representation, lastChange, HttpDate.settled(lastChange, now), request);
    }

    private static Response.ResponseBuilder of(
            Representation representation, Instant changed, Instant told, HttpHeaders request) {
        var acceptEncoding = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        var coding = Coding.choose(acceptEncoding, representation.size());
        var answer =
                isKnown(representation, changed, request)
                        ? Response.notModified()
                        : full(representation, coding);
        answer.header(HttpHeaders.ETAG, representation.tag(coding).toString())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (told != null) {
            answer.header(HttpHeaders.LAST_MODIFIED, HttpDate.format(told));
        }
        return answer;
    }

    private static Response.ResponseBuilder full(Representation representation, Coding coding) {
        var answer = Response.ok(representation.encoded(coding), representation.mediaType());
        return coding == Coding.IDENTITY
                ? answer
                : answer.header(HttpHeaders.CONTENT_ENCODING, coding.token());
    }

    private static boolean isKnown(
            Representation representation, Instant changed, HttpHeaders request) {
        var ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null) {
            // a cache may hold any coding, and all say the same
            return Arrays.stream(Coding.values())
                    .anyMatch(coding -> representation.tag(coding).isKnownTo(ifNoneMatch));
        }
        return HttpDate.isKnownTo(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE), changed);
    }
}
