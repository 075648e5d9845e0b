package galley.endtoend;

import com.fasterxml.jackson.databind.JsonNode;

/** An event of the public topic: its CloudEvents id, its trace and its ninjs document. */
record PublishedEvent(String id, String traceparent, JsonNode document) {
    int version() {
        return Integer.parseInt(document.path("version").asText());
    }
}
