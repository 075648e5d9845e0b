package galley.ingest.wordpress;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import galley.ingest.format.ElementLimit;
import galley.ingest.format.PlainText;
import galley.ingest.format.Sha256;

/**
 * An item of an export file that was cut out of it: a post, an attachment or anything else. It says
 * what others may need of it and what it needs of others, so that a file of any size can be read
 * item by item.
 */
public final class WxrItem {
    /** What names of guids begin with: one that is found belongs to several items. */
    public static final String GUID = "guid:";

    private static final String ATTACHMENT = "attachment:";
    private static final String ALT = "_wp_attachment_image_alt";
    private static final Set<String> OF_ATTACHMENTS =
            Set.of("title", "description", "encoded", "post_id", "post_type", "attachment_url");

    private final WxrHead head;
    private final String text;
    private final Element item;
    private final WxrSite site;

    private WxrItem(WxrHead head, String text, Element item, WxrSite site) {
        this.head = head;
        this.text = text;
        this.item = item;
        this.site = site;
    }

    /**
     * Reads an item as leniently as a whole file is read.
     *
     * @param bytes from its start tag to its end tag, if it has one
     */
    public static WxrItem of(WxrHead head, byte[] bytes) {
        var text = ElementLimit.xml(head.decode(bytes));
        var document = Parser.xmlParser().parseInput(head.start() + text, "");
        document.outputSettings().prettyPrint(false);
        var root = document.firstElementChild();
        var site = new WxrSite(root);
        var item = root.stream().filter(site.rss("item")::isNameOf).findFirst().orElseThrow();
        return new WxrItem(head, text, item, site);
    }

    /** Whether it is an article that readers could see. */
    public boolean isPublished() {
        return WxrReader.isPublished(item, site);
    }

    /** What other items may need of it, by names, each as XML. */
    public Map<String, String> offers() {
        var offers = new LinkedHashMap<String, String>();
        var guid = site.rss("guid").textOf(item);
        if (guid != null) {
            offers.put(guid(guid), copyOf(guid));
        }
        var id = site.wp("post_id").textOf(item);
        if (id != null && site.wp("attachment_url").textOf(item) != null) {
            offers.put(ATTACHMENT + id, PlainText.withoutStrayCharacters(attachment()));
        }
        return offers;
    }

    /** The names of what it needs of others, of which some may not exist. */
    public Set<String> needs() {
        var needs = new LinkedHashSet<String>();
        var guid = site.rss("guid").textOf(item);
        if (guid != null) {
            needs.add(guid(guid));
        }
        var login = WxrPost.CREATOR.textOf(item);
        if (login != null) {
            needs.add(author(login));
        }
        new WxrPost(item, site, null)
                .attachments()
                .forEach(attachment -> needs.add(ATTACHMENT + attachment));
        return needs;
    }

    /**
     * An export file that has this item alone, and what it needs.
     *
     * @param found what there is of what it needs, as XML
     * @param whole false if it breaks off, as the file then does too
     */
    public byte[] document(Collection<String> found, boolean whole) {
        var document = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        document.append(head.start());
        found.forEach(document::append);
        document.append(text);
        if (whole) {
            document.append(head.end());
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String author(String login) {
        return "author:" + Sha256.of(login);
    }

    private static String guid(String guid) {
        return GUID + Sha256.of(guid);
    }

    /** Shows the reader that another item has the guid too; it is none that is published. */
    private static String copyOf(String guid) {
        var escaped = guid.replace("&", "&amp;").replace("<", "&lt;");
        return "<item><guid>%s</guid><wp:status>copy</wp:status></item>"
                .formatted(PlainText.withoutStrayCharacters(escaped));
    }

    /** Without what only WordPress needs, such as the sizes of thumbnails. */
    private String attachment() {
        return item.children().stream()
                .filter(this::isOfAttachment)
                .map(Element::outerHtml)
                .collect(Collectors.joining("", "<item>", "</item>"));
    }

    private boolean isOfAttachment(Element child) {
        return OF_ATTACHMENTS.contains(child.tag().localName())
                || ALT.equals(site.wp("meta_key").textOf(child));
    }
}
