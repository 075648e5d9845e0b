package galley.editorial.person;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.StreamingOutput;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes all that is kept about a person as lines of JSON. It reads page by page, so that a slow
 * reader holds no connection of the database.
 *
 * @param actor the person's pseudonym with its prefix
 * @param person the first line
 */
record PersonExport(PersonalData data, String actor, String person) implements StreamingOutput {

    @Override
    public void write(OutputStream output) throws IOException {
        write(output, person);
        for (Section section : PersonalData.sections()) {
            String after = null;
            List<Tuple> rows = data.next(section, actor, after);
            while (!rows.isEmpty()) {
                for (Tuple row : rows) {
                    after = row.get(0, String.class);
                    write(output, row.get(1, String.class));
                }
                rows = data.next(section, actor, after);
            }
        }
    }

    private static void write(OutputStream output, String line) throws IOException {
        output.write((line + "\n").getBytes(UTF_8));
    }
}
