package galley.publish.rebuild;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.common.TopicPartition;

/** Places in topics, as JSON: {@code {"topic/0": 17}}. */
@Converter
class Offsets implements AttributeConverter<Map<TopicPartition, Long>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Long>> FLAT = new TypeReference<>() {};

    static String write(Map<TopicPartition, Long> offsets) {
        Map<String, Long> flat = new TreeMap<>();
        offsets.forEach((place, offset) -> flat.put(nameOf(place), offset));
        try {
            return JSON.writeValueAsString(flat);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Offsets of no JSON", e);
        }
    }

    @Override
    public String convertToDatabaseColumn(Map<TopicPartition, Long> offsets) {
        return write(offsets);
    }

    @Override
    public Map<TopicPartition, Long> convertToEntityAttribute(String text) {
        try {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            JSON.readValue(text, FLAT).forEach((name, offset) -> offsets.put(place(name), offset));
            return offsets;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Offsets were kept that are no JSON", e);
        }
    }

    private static String nameOf(TopicPartition place) {
        return place.topic() + "/" + place.partition();
    }

    private static TopicPartition place(String name) {
        int slash = name.lastIndexOf('/');
        return new TopicPartition(
                name.substring(0, slash), Integer.parseInt(name.substring(slash + 1)));
    }
}
