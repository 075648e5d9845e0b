package galley.ingest.wordpress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

import galley.ingest.feed.WordPressExport;
import galley.ingest.feed.XmlName;
import galley.ingest.format.PlainText;

/** What the posts of an export file refer to: its vocabulary, its authors and its attachments. */
final class WxrSite {
    /** A file in the site's library. */
    record Attachment(String url, String title, String caption, String alt) {}

    private final Element channel;
    private final String namespace;
    private final Map<String, String> authors = new HashMap<>();
    private final Map<String, Attachment> attachments = new HashMap<>();
    private final Set<String> guids = new HashSet<>();
    private final Set<String> sharedGuids = new HashSet<>();

    WxrSite(Element root) {
        this.channel = XmlName.own(root, "channel").childOf(root).orElse(root);
        this.namespace =
                root.attributes().asList().stream()
                        .map(Attribute::getValue)
                        .filter(value -> WordPressExport.NAMESPACE.matcher(value).matches())
                        .map(value -> value.endsWith("/") ? value : value + "/")
                        .findFirst()
                        .orElse("http://wordpress.org/export/1.2/");
        wp("author").childrenOf(channel).forEach(this::addAuthor);
        root.stream().filter(rss("item")::isNameOf).forEach(this::addItem);
    }

    /** The element that holds all that the file says. */
    Element channel() {
        return channel;
    }

    /** A name of RSS's own vocabulary. */
    XmlName rss(String local) {
        return XmlName.own(channel, local);
    }

    /** A name of the exports' vocabulary, in the version of this file. */
    XmlName wp(String local) {
        return new XmlName(namespace, "wp", local);
    }

    /** The name of the element that holds a post's excerpt. */
    XmlName excerpt() {
        return new XmlName(namespace + "excerpt/", "excerpt", "encoded");
    }

    /** Something that the file says of the whole site, or null. */
    String about(String local) {
        return rss(local).textOf(channel);
    }

    /** A post's guid; null where it is a copy that kept the guid of another. */
    String guid(Element item) {
        var guid = rss("guid").textOf(item);
        return sharedGuids.contains(guid) ? null : guid;
    }

    /** The name under which an author writes; the login where the file does not tell. */
    String author(String login) {
        return authors.getOrDefault(login, login);
    }

    Optional<Attachment> attachment(String id) {
        return Optional.ofNullable(attachments.get(id));
    }

    /** The values of an item's own fields (postmeta) with this key. */
    List<String> meta(Element item, String key) {
        return wp("postmeta").childrenOf(item).stream()
                .filter(meta -> key.equals(wp("meta_key").textOf(meta)))
                .flatMap(meta -> Optional.ofNullable(wp("meta_value").textOf(meta)).stream())
                .toList();
    }

    private void addAuthor(Element author) {
        var login = wp("author_login").textOf(author);
        var name = PlainText.lineOrNull(wp("author_display_name").textOf(author));
        if (login != null && name != null) {
            authors.put(login, name);
        }
    }

    private void addItem(Element item) {
        var guid = rss("guid").textOf(item);
        if (guid != null && !guids.add(guid)) {
            sharedGuids.add(guid);
        }
        addAttachment(item);
    }

    private void addAttachment(Element item) {
        var id = wp("post_id").textOf(item);
        var url = wp("attachment_url").textOf(item);
        if (id == null || url == null) {
            return;
        }
        var caption = excerpt().textOf(item);
        attachments.put(
                id,
                new Attachment(
                        url,
                        rss("title").textOf(item),
                        caption != null ? caption : rss("description").textOf(item),
                        meta(item, "_wp_attachment_image_alt").stream().findFirst().orElse(null)));
    }
}
