package galley.ingest.text;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import galley.events.ItemContent;
import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.UnreadableDocumentException;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads texts that are one article each. */
final class Texts {
    private Texts() {}

    static ItemContent read(FormatReader reader, String text) throws UnreadableDocumentException {
        return read(reader, text.getBytes(StandardCharsets.UTF_8));
    }

    static ItemContent read(FormatReader reader, byte[] bytes) throws UnreadableDocumentException {
        var document = new RawDocument(bytes, null, URI.create("about:blank"));
        var entries = reader.read(document).entries();
        assertThat(entries).hasSize(1);
        return ((ReadItem) entries.getFirst()).content();
    }
}
