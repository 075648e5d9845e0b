package galley.endtoend;

import com.fasterxml.jackson.databind.JsonNode;

/** What a fetch of a source has brought: how many items it saw, and what became of them. */
record Run(int seen, int fresh, int updated, int quarantined) {
    static Run of(JsonNode counts) {
        return new Run(
                counts.path("seen").asInt(),
                counts.path("new").asInt(),
                counts.path("updated").asInt(),
                counts.path("quarantined").asInt());
    }
}
