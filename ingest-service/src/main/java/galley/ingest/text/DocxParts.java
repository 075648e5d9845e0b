package galley.ingest.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import galley.ingest.format.ElementLimit;
import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** The parts of a DOCX file that matter, unpacked within bounds. */
final class DocxParts {
    private static final int MAX_ENTRIES = 2_000;
    private static final int MAX_BYTES = 32 * 1024 * 1024;
    private static final String TEXT = "word/document.xml";
    private static final String LINKS = "word/_rels/document.xml.rels";
    private static final String LISTS = "word/numbering.xml";
    private static final String ABOUT = "docProps/core.xml";
    private static final Set<String> WANTED = Set.of(TEXT, LINKS, LISTS, ABOUT);

    private final Map<String, Document> parts;

    private DocxParts(Map<String, Document> parts) {
        this.parts = parts;
    }

    /**
     * Unpacks a file.
     *
     * @throws IOException when it is no ZIP file, has no text, or is larger than is taken
     */
    static DocxParts of(byte[] file) throws IOException {
        var parts = new HashMap<String, Document>();
        int left = MAX_BYTES;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    throw new IOException("it has too many parts");
                }
                if (WANTED.contains(entry.getName())) {
                    var bytes = zip.readNBytes(left + 1);
                    left -= bytes.length;
                    if (left < 0) {
                        throw new IOException("it is too large");
                    }
                    parts.put(entry.getName(), parse(bytes));
                } else {
                    left -= skip(zip, left);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("its directory is broken", e);
        }
        if (!parts.containsKey(TEXT)) {
            throw new IOException("it has no text");
        }
        return new DocxParts(parts);
    }

    /** What is left unread is unpacked all the same, so it counts. */
    private static int skip(ZipInputStream zip, int left) throws IOException {
        var buffer = new byte[8192];
        int skipped = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            skipped += n;
            if (skipped > left) {
                throw new IOException("it is too large");
            }
        }
        return skipped;
    }

    private static Document parse(byte[] bytes) {
        var xml = ElementLimit.xml(new String(bytes, StandardCharsets.UTF_8));
        return Jsoup.parse(xml, "", Parser.xmlParser());
    }

    /** The body of the text. */
    Element body() throws IOException {
        var body = parts.get(TEXT).getElementsByTag("w:body").first();
        if (body == null) {
            throw new IOException("it has no text");
        }
        return body;
    }

    /** The address of a link by its id, or empty. */
    String address(String id) {
        var links = parts.get(LINKS);
        return links == null ? "" : links.getElementsByAttributeValue("Id", id).attr("Target");
    }

    /** Whether a list is numbered rather than bulleted. */
    boolean isNumbered(String list) {
        var lists = parts.get(LISTS);
        if (lists == null) {
            return false;
        }
        var definition =
                lists.getElementsByTag("w:num").stream()
                        .filter(each -> each.attr("w:numId").equals(list))
                        .flatMap(each -> each.getElementsByTag("w:abstractNumId").stream())
                        .map(each -> each.attr("w:val"))
                        .findFirst();
        return lists.getElementsByTag("w:abstractNum").stream()
                .filter(each -> definition.filter(each.attr("w:abstractNumId")::equals).isPresent())
                .flatMap(each -> each.getElementsByTag("w:numFmt").stream())
                .findFirst()
                .filter(format -> !format.attr("w:val").equals("bullet"))
                .isPresent();
    }

    /** Tells a draft what the document says about itself. */
    void tell(ItemDraft draft) {
        var about = parts.get(ABOUT);
        if (about == null) {
            return;
        }
        draft.headline = escaped(text(about, "dc:title"));
        draft.language = text(about, "dc:language");
        draft.firstCreated = FeedDate.parse(text(about, "dcterms:created"));
        draft.versionCreated = FeedDate.parse(text(about, "dcterms:modified"));
        var author = PlainText.line(text(about, "dc:creator"));
        if (!author.isEmpty()) {
            draft.authors.add(author);
        }
    }

    private static String text(Document part, String element) {
        var text = part.getElementsByTag(element).text();
        return text.isBlank() ? null : text;
    }

    private static String escaped(String text) {
        return text == null ? null : PlainText.escape(text);
    }
}
