package galley.publish.stream;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.Ninjs;
import galley.publish.announcement.Announcement;
import galley.publish.announcement.Marks;

/** Writes what streams tell of an announcement. */
@Singleton
class ArticleEvents {
    private final ObjectMapper json;

    ArticleEvents(ObjectMapper json) {
        this.json = json;
    }

    /**
     * JSON on one line.
     *
     * @param announcement one whose document is there
     * @param matches whether the article is among what the client asked for
     * @param withDocument whether the client wants the document
     */
    String write(Announcement announcement, boolean matches, boolean withDocument) {
        try {
            Ninjs ninjs = json.readValue(announcement.document(), Ninjs.class);
            Marks marks = announcement.marks();
            return json.writeValueAsString(
                    new ArticleEvent(
                            announcement.article(),
                            announcement.version(),
                            announcement.revision(),
                            announcement.status().wireName(),
                            url(ninjs),
                            headline(ninjs),
                            marks.section(),
                            marks.tags(),
                            marks.language(),
                            marks.kind(),
                            matches,
                            announcement.signature(),
                            withDocument ? announcement.document() : null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An announcement of no JSON", e);
        }
    }

    private static String headline(Ninjs ninjs) {
        return present(ninjs.headlines()).isEmpty() ? null : ninjs.headlines().getFirst().value();
    }

    /** The present address, which is the last of all that it ever had. */
    private static String url(Ninjs ninjs) {
        return present(ninjs.altIds()).isEmpty() ? null : ninjs.altIds().getLast().value();
    }

    private static <T> List<T> present(List<T> list) {
        return list == null ? List.of() : list;
    }
}
