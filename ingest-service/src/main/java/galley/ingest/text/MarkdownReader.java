package galley.ingest.text;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/**
 * Reads Markdown (CommonMark with tables) with front matter in YAML. The title in the front matter,
 * else a heading of the first level that the text begins with, is the headline.
 */
@ApplicationScoped
class MarkdownReader implements FormatReader {
    private static final int MAX_DEPTH = 64;

    /** What the parser makes of a single mark takes hundreds of bytes of memory. */
    private static final int MAX_MARKS = 100_000;

    private static final String MARKS = "*_[]`<>#|!\n";

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private final Parser parser =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(MAX_DEPTH).build();
    private final HtmlRenderer html = HtmlRenderer.builder().extensions(EXTENSIONS).build();

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return false; // any text is Markdown
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/markdown", "text/x-markdown");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        if (document.text().isBlank()) {
            throw new UnreadableDocumentException("The text is empty.");
        }
        if (document.text().chars().filter(c -> MARKS.indexOf(c) >= 0).count() > MAX_MARKS) {
            throw new UnreadableDocumentException(
                    "The text has more than " + MAX_MARKS + " marks and lines.");
        }
        var frontMatter = FrontMatter.of(document.text());
        var text = parser.parse(frontMatter.rest());
        var draft = new ItemDraft(1);
        draft.base = document.address();
        frontMatter.tell(draft);
        var first = text.getFirstChild();
        if (draft.headline == null && first instanceof Heading title && title.getLevel() == 1) {
            title.unlink();
            draft.headline = html.render(title);
        }
        draft.body = html.render(text);
        return new Reading(format(), List.of(draft.toEntry()), true);
    }
}
