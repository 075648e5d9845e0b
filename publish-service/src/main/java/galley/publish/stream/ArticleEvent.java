package galley.publish.stream;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * An announcement as streams tell it.
 *
 * @param version what the public counts
 * @param revision orders everything that is told of one article
 * @param status {@code usable}, {@code withheld} or {@code canceled}
 * @param url the address of its page, or null where nobody was told
 * @param headline null of what is withheld
 * @param matches whether the article is among what the client asked for; false when it has left
 * @param signature the compact JWS that vouches for the document
 * @param document the ninjs 3.1 document; absent if the client wants none
 */
record ArticleEvent(
        UUID id,
        int version,
        long revision,
        String status,
        String url,
        String headline,
        String section,
        List<String> tags,
        String language,
        String kind,
        boolean matches,
        String signature,
        @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) String document) {}
