package galley.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record's headers as two columns: their names and their values, in their order. */
record StoredHeaders(List<String> names, List<byte[]> values) {

    static StoredHeaders of(Headers headers) {
        List<String> names = new ArrayList<>();
        List<byte[]> values = new ArrayList<>();
        headers.forEach(
                header -> {
                    names.add(StorableText.of(header.key()));
                    values.add(header.value());
                });
        return new StoredHeaders(names, values);
    }

    Array names(Connection connection) throws SQLException {
        return connection.createArrayOf("text", names.toArray());
    }

    Array values(Connection connection) throws SQLException {
        return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
    }

    static Headers read(Array names, Array values) throws SQLException {
        String[] name = (String[]) names.getArray();
        byte[][] value = (byte[][]) values.getArray();
        Headers headers = new RecordHeaders();
        for (int i = 0; i < name.length; i++) {
            headers.add(name[i], value[i]);
        }
        return headers;
    }

    /** What people read of headers; those without a value are left out. */
    static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(
                header -> {
                    if (header.value() != null) {
                        texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
                    }
                });
        return texts;
    }
}
