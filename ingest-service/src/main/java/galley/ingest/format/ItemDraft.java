package galley.ingest.format;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import galley.events.ItemContent;
import galley.events.ItemMedia;
import galley.kit.html.SafeHtml;

/**
 * What a reader has found of an item so far, in the source's own words. Turns into an item whose
 * HTML is safe and whose texts are plain.
 */
public final class ItemDraft {
    private final int position;

    /** The address against which the item's relative addresses are read; absolute. */
    public URI base;

    /** The source's own id, or null. */
    public String guid;

    /** The item's address, possibly relative, or null. */
    public String link;

    /** The headline, possibly with markup, or null. */
    public String headline;

    /** The whole text as HTML, or null. */
    public String body;

    /** A summary as HTML, or null. */
    public String summary;

    /** A language tag, or null. */
    public String language;

    /** What may be done with the item, or null. */
    public String usageTerms;

    /** When it was first published, or null. */
    public Instant firstCreated;

    /** When this version was made, or null. */
    public Instant versionCreated;

    /** Names of the authors. */
    public final List<String> authors = new ArrayList<>();

    /** What it is about, in the source's words. */
    public final List<String> keywords = new ArrayList<>();

    /** Media that belong to it. */
    public final List<ItemMedia> media = new ArrayList<>();

    /** A draft of the entry with this number in its document, from 1. */
    public ItemDraft(int position) {
        this.position = position;
    }

    /** The entry as far as it goes: an item, or why it is none. */
    public Entry toEntry() {
        var url = CanonicalAddress.of(link, base);
        var hash = contentHash(url);
        var identity = Identity.of(PlainText.nameOrNull(guid), url, hash);
        var content = content(url);
        if (content.headline().isEmpty() && content.body().isEmpty() && media.isEmpty()) {
            return new UnreadableEntry(
                    position, identity, hash, "The entry has neither headline nor text.");
        }
        return new ReadItem(position, identity, hash, content);
    }

    private ItemContent content(String url) {
        var address = base.toString();
        var safeBody = body == null ? "" : SafeHtml.clean(body, address);
        var names = authors.stream().distinct().toList();
        return new ItemContent(
                PlainText.nameOrNull(guid),
                null,
                "text",
                "usable",
                null,
                null,
                PlainText.line(headline),
                null,
                names.isEmpty() ? null : String.join(", ", names),
                null,
                Languages.tag(language),
                summary == null ? null : SafeHtml.clean(summary, address),
                safeBody,
                WordCount.of(safeBody),
                keywords.stream().distinct().toList(),
                List.of(),
                names,
                List.of(),
                firstCreated,
                versionCreated,
                null,
                null,
                null,
                PlainText.lineOrNull(usageTerms),
                null,
                url,
                List.copyOf(media),
                body != null && Teaser.isTeaser(body),
                null,
                List.of());
    }

    /**
     * Without dates, which some sources make anew at every fetch, and without what is the feed's.
     */
    private String contentHash(String url) {
        var pictures = new StringJoiner("\n");
        media.forEach(medium -> pictures.add(medium.toString()));
        return Sha256.of(
                url,
                headline,
                body,
                summary,
                String.join("\n", authors),
                String.join("\n", keywords),
                pictures.toString());
    }
}
