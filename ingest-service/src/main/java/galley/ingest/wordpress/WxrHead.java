package galley.ingest.wordpress;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

import galley.ingest.feed.FeedXml;
import galley.ingest.feed.WordPressExport;
import galley.ingest.format.PlainText;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;

/**
 * What the items of an export file share, so that each can be read by itself: the XML declaration,
 * the namespaces, and what the file says of the site.
 *
 * @param declaration the file's XML declaration, which may name its charset; or empty
 * @param start the root's and the channel's start tags, and what is said of the site
 */
public record WxrHead(String declaration, String start) {
    private static final URI NOWHERE = URI.create("about:blank");
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*\\?>");
    private static final Pattern ROOT = Pattern.compile("<([^\\s<>/]+)");
    private static final Set<String> ABOUT =
            Set.of("title", "link", "language", "wxr_version", "base_site_url", "base_blog_url");
    private static final String AUTHOR = "author";

    /**
     * Reads what stands before the first item.
     *
     * @throws UnreadableDocumentException when it is no beginning of an export file
     */
    public static WxrHead of(byte[] beginning) throws UnreadableDocumentException {
        var document = new RawDocument(beginning, null, NOWHERE);
        if (!WordPressExport.is(document)) {
            throw new UnreadableDocumentException("The file is no export of WordPress (WXR).");
        }
        var root = parse(document);
        var channel = new WxrSite(root).channel();
        var start = new StringBuilder(FeedXml.rootTag(document)).append("><channel>");
        for (var child : channel.children()) {
            if (ABOUT.contains(child.tag().localName())) {
                start.append(child.outerHtml());
            }
        }
        var declaration = DECLARATION.matcher(document.text());
        return new WxrHead(declaration.find() ? declaration.group() : "", start.toString());
    }

    /** The head that was written as this {@linkplain #text() text}. */
    public static WxrHead of(String text) {
        var declaration = DECLARATION.matcher(text);
        int end = declaration.find() ? declaration.end() : 0;
        return new WxrHead(text.substring(0, end), text.substring(end));
    }

    /** As one text, to be kept. */
    public String text() {
        return declaration + start;
    }

    /** The site's authors, by the names under which {@link WxrItem#needs()} asks for them. */
    public static Map<String, String> authors(byte[] beginning) throws UnreadableDocumentException {
        var site = new WxrSite(parse(new RawDocument(beginning, null, NOWHERE)));
        var authors = new LinkedHashMap<String, String>();
        for (var author : site.wp(AUTHOR).childrenOf(site.channel())) {
            var login = site.wp("author_login").textOf(author);
            if (login != null) {
                authors.put(
                        WxrItem.author(login),
                        PlainText.withoutStrayCharacters(author.outerHtml()));
            }
        }
        return authors;
    }

    /** The end tags that belong to the start. */
    String end() {
        var root = ROOT.matcher(start);
        return root.find() ? "</channel></" + root.group(1) + ">" : "";
    }

    private static Element parse(RawDocument document) throws UnreadableDocumentException {
        var root = FeedXml.parse(document);
        root.ownerDocument().outputSettings().prettyPrint(false);
        return root;
    }

    /** The text of a piece of the file, in whatever charset that is written. */
    String decode(byte[] piece) {
        var marked = declaration.getBytes(StandardCharsets.US_ASCII);
        var bytes = new byte[marked.length + piece.length];
        System.arraycopy(marked, 0, bytes, 0, marked.length);
        System.arraycopy(piece, 0, bytes, marked.length, piece.length);
        var text = new RawDocument(bytes, null, NOWHERE).text();
        return text.substring(Math.min(declaration.length(), text.length()));
    }
}
