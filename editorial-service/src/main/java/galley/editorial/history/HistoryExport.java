package galley.editorial.history;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.core.StreamingOutput;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes an article's history as lines of JSON. It reads page by page, so that a slow reader holds
 * no connection of the database.
 *
 * @param first the first page
 */
record HistoryExport(Chains chains, UUID article, List<ChainedEntry> first)
        implements StreamingOutput {

    @Override
    public void write(OutputStream output) throws IOException {
        String previous = Chain.START;
        List<ChainedEntry> entries = first;
        while (!entries.isEmpty()) {
            for (ChainedEntry entry : entries) {
                output.write((entry.line(previous) + "\n").getBytes(UTF_8));
                previous = entry.hash();
            }
            entries = chains.entries(article, entries.getLast().id());
        }
    }
}
