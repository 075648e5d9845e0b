package galley.publish.announcement;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Marks as the JSON that the log keeps. */
@Singleton
class MarksJson {
    private static final TypeReference<List<Marks>> LIST = new TypeReference<>() {};

    private final ObjectMapper json;

    MarksJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Marks marks) {
        try {
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Marks of no JSON", e);
        }
    }

    /** Reads marks; null are those of an article that nobody was shown. */
    Marks read(String text) {
        try {
            return text == null ? Marks.NONE : json.readValue(text, Marks.class);
        } catch (JsonProcessingException e) {
            throw illegible(e);
        }
    }

    List<Marks> readList(String text) {
        try {
            return json.readValue(text, LIST);
        } catch (JsonProcessingException e) {
            throw illegible(e);
        }
    }

    private static IllegalStateException illegible(JsonProcessingException e) {
        return new IllegalStateException("The log holds marks that are no JSON", e);
    }
}
