package galley.localstack.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes records as lines of JSON: {@code {"key", "headers", "value"}}. A value that is JSON is
 * written as such, any other as text, and none (a tombstone) as null.
 */
final class EventLines {
    private final JsonFactory json = new JsonFactory();
    private final OutputStream out;
    private final JsonGenerator generator;

    EventLines(OutputStream out) throws IOException {
        this.out = out;
        this.generator = json.createGenerator(out);
        generator.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        generator.setRootValueSeparator(null);
    }

    void print(ConsumerRecord<byte[], byte[]> event) {
        try {
            generator.writeStartObject();
            generator.writeStringField("key", text(event.key()));
            generator.writeObjectFieldStart("headers");
            for (Header header : event.headers()) {
                generator.writeStringField(header.key(), text(header.value()));
            }
            generator.writeEndObject();
            generator.writeFieldName("value");
            writeValue(event.value());
            generator.writeEndObject();
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void flush() throws IOException {
        generator.flush();
        out.flush();
    }

    private void writeValue(byte[] value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (isJson(value)) {
            try (JsonParser parser = json.createParser(value)) {
                parser.nextToken();
                generator.copyCurrentStructureExact(parser);
            }
        } else {
            generator.writeString(text(value));
        }
    }

    private boolean isJson(byte[] value) throws IOException {
        try (JsonParser parser = json.createParser(value)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }
}
