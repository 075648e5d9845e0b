package galley.ingest.format;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import galley.events.Dateline;
import galley.events.ItemContent;
import galley.events.ItemMedia;
import galley.events.ItemProposal;
import galley.events.MediaKind;
import galley.events.Subject;
import galley.kit.html.SafeHtml;

/**
 * What a reader has found of an item so far, in the source's own words. Turns into an item whose
 * HTML is safe and whose texts are plain.
 */
public final class ItemDraft {
    private static final String CANCELED = "canceled";

    /** More than any item has; what is beyond is left out. */
    private static final int MAX_MEDIA = 500;

    private final int position;

    /** The address against which the item's relative addresses are read; absolute. */
    public URI base;

    /** The source's own id, or null. */
    public String guid;

    /** The source's own version of it, or null. */
    public String version;

    /** {@code text}, {@code picture}, {@code video}, {@code audio} or {@code composite}. */
    public String type = "text";

    /** {@code usable}, {@code withheld} or {@code canceled}. */
    public String pubStatus = "usable";

    /** From 1, the most urgent, to 9; or null. */
    public Integer urgency;

    /** From 1, the first to be dealt with, to 9; or null. */
    public Integer priority;

    /** The item's address, possibly relative, or null. */
    public String link;

    /** The headline, possibly with markup, or null. */
    public String headline;

    /** What its makers call it among themselves, or null. */
    public String slugline;

    /** Who wrote it, in the words of the source; null where only {@link #authors} is known. */
    public String byline;

    /** Where and when it was filed, or null. */
    public Dateline dateline;

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

    /** Until when nobody may publish it, or null. */
    public Instant embargoedUntil;

    /** From when on nobody may publish it any more, or null. */
    public Instant expiresAt;

    /** What the source tells editors and not readers, or null. */
    public String editorialNote;

    /** Whom to credit, or null. */
    public String credit;

    /** Whether the source says that this is not the whole text. */
    public boolean partial;

    /** What it is about, as concepts of controlled vocabularies. */
    public final List<Subject> subjects = new ArrayList<>();

    /** Names of the places it is about. */
    public final List<String> places = new ArrayList<>();

    /** Names of the authors. */
    public final List<String> authors = new ArrayList<>();

    /** What it is about, in the source's words. */
    public final List<String> keywords = new ArrayList<>();

    /** Media that belong to it. */
    public final List<ItemMedia> media = new ArrayList<>();

    /** Readings of it for editors to take or leave. */
    public final List<ItemProposal> proposals = new ArrayList<>();

    /** A draft of the entry with this number in its document, from 1. */
    public ItemDraft(int position) {
        this.position = position;
    }

    /**
     * Sets its address and its base: relative addresses in an item are read from its page, else
     * from its site.
     *
     * @param document where the document came from
     * @param home the site's address as the document tells it, or null
     * @param address the item's, possibly relative, or null
     */
    public void locate(URI document, String home, String address) {
        var site = CanonicalAddress.of(home, document);
        base = site == null ? document : URI.create(site);
        link = CanonicalAddress.of(address, base);
        base = link == null ? base : URI.create(link);
    }

    /**
     * Adds media, unless the address is none or stands there already.
     *
     * @param address the media's address, possibly relative to {@link #base}
     * @param headline possibly with markup, as are the others, or null
     */
    public void addMedia(
            MediaKind kind,
            String address,
            String headline,
            String caption,
            String alt,
            String credit) {
        var url = media.size() < MAX_MEDIA ? CanonicalAddress.resolve(address, base) : null;
        if (url != null && media.stream().noneMatch(known -> known.url().equals(url))) {
            media.add(
                    new ItemMedia(
                            kind,
                            url,
                            PlainText.lineOrNull(headline),
                            PlainText.lineOrNull(caption),
                            PlainText.lineOrNull(alt),
                            PlainText.lineOrNull(credit)));
        }
    }

    /**
     * Makes it a cancel: the source takes the item back.
     *
     * @param evidence the words that say so
     */
    public void cancel(String evidence) {
        pubStatus = CANCELED;
        proposals.add(new ItemProposal("cancel", null, null, PlainText.lineOrNull(evidence), 1.0));
    }

    /**
     * The entry as far as it goes: an item, or why it is none. A cancel needs no text, but must
     * name what it takes back.
     *
     * @throws TooManyElementsException when one of its texts has too many
     */
    public Entry toEntry() {
        var url = CanonicalAddress.of(link, base);
        var hash = contentHash(url);
        var identity = Identity.of(PlainText.nameOrNull(guid), url, hash);
        var content = content(url);
        boolean silent =
                content.headline().isEmpty() && content.body().isEmpty() && media.isEmpty();
        boolean named = content.guid() != null || url != null;
        if (silent && !(named && pubStatus.equals(CANCELED))) {
            return new UnreadableEntry(
                    position, identity, hash, "The entry has neither headline nor text.");
        }
        return new ReadItem(position, identity, hash, content);
    }

    private ItemContent content(String url) {
        var address = base.toString();
        var safeBody = body == null ? "" : SafeHtml.clean(ElementLimit.html(body), address);
        var text = SafeHtml.toText(safeBody);
        var names = authors.stream().distinct().toList();
        return new ItemContent(
                PlainText.nameOrNull(guid),
                PlainText.nameOrNull(version),
                type,
                pubStatus,
                urgency,
                priority,
                PlainText.line(headline),
                PlainText.lineOrNull(slugline),
                byline != null || names.isEmpty()
                        ? PlainText.lineOrNull(byline)
                        : String.join(", ", names),
                dateline,
                Languages.tag(language),
                summary == null ? null : SafeHtml.clean(ElementLimit.html(summary), address),
                safeBody,
                WordCount.of(text),
                keywords.stream().distinct().toList(),
                subjects.stream().distinct().toList(),
                names,
                places.stream().distinct().toList(),
                firstCreated,
                versionCreated,
                embargoedUntil,
                expiresAt,
                PlainText.lineOrNull(editorialNote),
                PlainText.lineOrNull(usageTerms),
                PlainText.lineOrNull(credit),
                url,
                List.copyOf(media),
                partial || (body != null && Teaser.isTeaser(body, text)),
                null,
                List.copyOf(proposals));
    }

    /**
     * Without dates, which some sources make anew at every fetch, and without what is the feed's.
     */
    private String contentHash(String url) {
        var pictures = new StringJoiner("\n");
        media.forEach(medium -> pictures.add(medium.toString()));
        var said = new ArrayList<String>();
        said.add(url);
        said.add(headline);
        said.add(body);
        said.add(summary);
        said.add(String.join("\n", authors));
        said.add(String.join("\n", keywords));
        said.add(pictures.toString());
        said.addAll(wireFields());
        return Sha256.of(said.toArray(String[]::new));
    }

    /**
     * What only agencies' formats have, each with its name and only where it says something: an
     * item without any keeps the hash that it had before these fields were read.
     */
    private List<String> wireFields() {
        var fields = new ArrayList<String>();
        addIfTold(fields, "version", version);
        addIfTold(fields, "type", type.equals("text") ? null : type);
        addIfTold(fields, "pubStatus", pubStatus.equals("usable") ? null : pubStatus);
        addIfTold(fields, "urgency", urgency);
        addIfTold(fields, "priority", priority);
        addIfTold(fields, "slugline", slugline);
        addIfTold(fields, "byline", byline);
        addIfTold(fields, "dateline", dateline);
        addIfTold(fields, "embargoedUntil", embargoedUntil);
        addIfTold(fields, "expiresAt", expiresAt);
        addIfTold(fields, "partial", partial ? true : null);
        addIfTold(fields, "editorialNote", editorialNote);
        addIfTold(fields, "credit", credit);
        addIfTold(fields, "subjects", subjects.isEmpty() ? null : subjects);
        addIfTold(fields, "places", places.isEmpty() ? null : places);
        return fields;
    }

    private static void addIfTold(List<String> fields, String name, Object value) {
        if (value != null) {
            fields.add(name + "=" + value);
        }
    }
}
