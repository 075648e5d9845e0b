package galley.ingest.wordpress;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.Subject;
import galley.ingest.feed.Markup;
import galley.ingest.feed.XmlName;
import galley.ingest.format.Entry;
import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.MediaTypes;
import galley.ingest.format.PlainText;
import galley.ingest.format.UnreadableEntry;

/** Reads one post or page of an export file. */
final class WxrPost {
    private static final XmlName CONTENT =
            new XmlName("http://purl.org/rss/1.0/modules/content/", "content", "encoded");
    static final XmlName CREATOR = new XmlName("http://purl.org/dc/elements/1.1/", "dc", "creator");
    private static final String TAG = "post_tag";
    private static final String CATEGORY = "category";

    private final Element item;
    private final WxrSite site;
    private final URI address;

    /** A post of a site whose file came from this address. */
    WxrPost(Element item, WxrSite site, URI address) {
        this.item = item;
        this.site = site;
        this.address = address;
    }

    Entry entry(int position) {
        var stored = CONTENT.textOf(item);
        var content = Shortcodes.of(stored == null ? "" : stored);
        var draft = new ItemDraft(position);
        draft.guid = site.guid(item);
        draft.locate(address, site.about("link"), site.rss("link").textOf(item));
        draft.headline = site.rss("title").textOf(item);
        draft.body = stored == null ? null : ClassicParagraphs.of(content.html());
        draft.summary = site.excerpt().childOf(item).map(Markup::of).orElse(null);
        Optional.ofNullable(CREATOR.textOf(item))
                .map(login -> PlainText.line(site.author(login)))
                .ifPresent(draft.authors::add);
        site.rss(CATEGORY).childrenOf(item).forEach(term -> readTerm(term, draft));
        readDates(draft);
        draft.language = site.about("language");
        readMedia(content, draft);
        return site.wp("post_password").textOf(item) != null
                ? UnreadableEntry.of(draft.toEntry(), "The post is protected by a password.")
                : draft.toEntry();
    }

    /** Categories and tags; other domains hold formats and the like. */
    private static void readTerm(Element term, ItemDraft draft) {
        var name = PlainText.lineOrNull(term.wholeText());
        var domain = term.attr("domain");
        if (name == null || !(domain.equals(CATEGORY) || domain.equals(TAG) || domain.isEmpty())) {
            return;
        }
        draft.keywords.add(name);
        if (domain.equals(CATEGORY)) {
            var code = PlainText.nameOrNull(term.attr("nicename"));
            draft.subjects.add(new Subject(CATEGORY, code, name));
        }
    }

    /** A post that was never scheduled may have zeros for a time. */
    private void readDates(ItemDraft draft) {
        draft.firstCreated =
                Stream.of(site.wp("post_date_gmt"), site.rss("pubDate"), site.wp("post_date"))
                        .map(name -> FeedDate.parse(name.textOf(item)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        draft.versionCreated = FeedDate.parse(site.wp("post_modified_gmt").textOf(item));
    }

    /** The numbers of the attachments that it shows: its featured image, and its galleries. */
    List<String> attachments() {
        var stored = CONTENT.textOf(item);
        return attachments(Shortcodes.of(stored == null ? "" : stored));
    }

    private List<String> attachments(Shortcodes content) {
        return Stream.concat(
                        site.meta(item, "_thumbnail_id").stream(), content.galleries().stream())
                .map(String::strip)
                .toList();
    }

    private void readMedia(Shortcodes content, ItemDraft draft) {
        attachments(content).stream()
                .flatMap(id -> site.attachment(id).stream())
                .forEach(
                        file ->
                                draft.addMedia(
                                        MediaTypes.kind(null, file.url()),
                                        file.url(),
                                        file.title(),
                                        file.caption(),
                                        file.alt(),
                                        null));
    }
}
