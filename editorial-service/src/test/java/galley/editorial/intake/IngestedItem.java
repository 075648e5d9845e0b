package galley.editorial.intake;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.editorial.Events;
import galley.events.ArticleIngested;
import galley.events.Topics;

/** An item as ingest tells of it; a test changes what it is about. */
public final class IngestedItem {
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final String HARBOUR =
            """
            {"itemRevision": 1, "format": "rss",
             "source": {"name": "The Tide Letter", "url": "https://tide-letter.example/feed/"},
             "receivedAt": "2026-05-20T10:01:00.020Z",
             "rawSha256": "6548fafc5c96da113e319051a934a59acbf3d6532283175a3da1d452b1c93f13",
             "content": {
               "guid": "harbour", "version": null, "type": "text", "pubStatus": "usable", "urgency": null,
               "priority": null, "headline": "Harbour opens", "slugline": null, "byline": null, "dateline": null,
               "language": "en", "summary": null, "body": "<p>The harbour opened on Monday.</p>", "wordCount": 5,
               "keywords": [], "subjects": [], "authors": ["Ana Lobo"], "places": [],
               "firstCreated": "2026-05-20T09:00:00Z", "versionCreated": null, "embargoedUntil": null,
               "expiresAt": null, "editorialNote": null, "usageTerms": null, "credit": null,
               "url": "https://tide-letter.example/harbour", "media": [], "partial": false, "duplicateOf": null,
               "proposals": []}}
            """;

    private final ObjectNode event;

    private IngestedItem(ObjectNode event) {
        this.event = event;
    }

    /** A new item, of an article and a source of its own. */
    public static IngestedItem harbour() {
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(HARBOUR);
            event.put("articleId", UUID.randomUUID().toString());
            event.put("item", UUID.randomUUID().toString());
            ((ObjectNode) event.get("source")).put("id", UUID.randomUUID().toString());
            return new IngestedItem(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with another value in its content. */
    public IngestedItem with(String member, Object value) {
        ObjectNode changed = event.deepCopy();
        ((ObjectNode) changed.get("content")).set(member, JSON.valueToTree(value));
        return new IngestedItem(changed);
    }

    /** The same with what rules decided, or what the source's record allows. */
    IngestedItem withRecord(String member, Object value) {
        ObjectNode changed = event.deepCopy();
        changed.set(member, JSON.valueToTree(value));
        return new IngestedItem(changed);
    }

    /** The same item after its source has changed it. */
    public IngestedItem revised(long itemRevision, String body) {
        ObjectNode changed = event.deepCopy().put("itemRevision", itemRevision);
        return new IngestedItem(changed).with("body", body);
    }

    /** The article that it is or becomes. */
    public UUID article() {
        return UUID.fromString(event.path("articleId").asText());
    }

    String source() {
        return event.at("/source/id").asText();
    }

    /** As the service reads it. */
    ArticleIngested read() {
        return JSON.convertValue(event, ArticleIngested.class);
    }

    /** The value of the event. */
    byte[] data() {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends it, and waits until it has been dealt with. */
    public void arrive(Events events) {
        events.deliver(Topics.INGESTED, article(), ArticleIngested.TYPE, data());
    }
}
