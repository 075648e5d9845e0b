package galley.ingest.wire;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.ingest.format.Entry;
import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.UnreadableEntry;

/** A NewsItem of NewsML 1. */
final class Newsml1Item {
    private final Element item;
    private final ItemDraft draft;
    private final Filing filing = new Filing();
    private final List<Newsml1Component> components;
    private final List<Newsml1Text> texts;
    private final List<Newsml1Text> body;

    Newsml1Item(Element item, int position, URI address) {
        this.item = item;
        this.draft = new ItemDraft(position);
        this.draft.base = address;
        this.components = Newsml1Component.allOf(item);
        this.texts = Newsml1Text.allOf(components);
        this.body = Newsml1Text.bodyOf(texts);
    }

    /**
     * The item as an entry.
     *
     * @param priority that of the envelope, or null
     */
    Entry toEntry(Integer priority) {
        draft.priority = priority;
        var identifier = Newsml1Identifier.of(item);
        draft.guid = identifier.guid();
        draft.version = identifier.revision();
        var main = main();
        var lines = main.map(one -> new Newsml1Lines(one, components, draft));
        lines.ifPresent(one -> one.read(filing));
        main.ifPresent(this::describe);
        manage();
        fillFromNitf();
        lines.ifPresent(Newsml1Lines::fillSummary);
        new Newsml1Media(components, texts).read(draft, body.isEmpty());
        setType();
        WireBody.put(tree(), draft, filing);
        return withReason(draft.toEntry());
    }

    /** The component that speaks for the item: that of its text, else the first with content. */
    private Optional<Newsml1Component> main() {
        var ofText = body.stream().map(Newsml1Text::component).findFirst();
        var withContent =
                components.stream()
                        .filter(one -> XmlPath.first(one.element(), "ContentItem").isPresent())
                        .findFirst();
        return ofText.or(() -> withContent).or(() -> components.stream().findFirst());
    }

    private void describe(Newsml1Component main) {
        new Newsml1Description(item, main, draft).read(filing);
        if (draft.headline == null) {
            draft.headline =
                    Stream.of("headline", "title")
                            .flatMap(role -> Newsml1Text.withRole(role, texts).stream())
                            .map(text -> XmlPath.line(text.content()))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }
        if (draft.slugline == null) {
            draft.slugline = XmlPath.line(item, "Identification", "NameLabel");
        }
        if (draft.language == null) {
            draft.language = item.attr("xml:lang");
        }
    }

    /** NewsManagement: the times, and what may be done when. */
    private void manage() {
        draft.firstCreated = time("FirstCreated");
        draft.versionCreated = time("ThisRevisionCreated");
        draft.urgency = IptcCode.level(management("FormalName", "Urgency"));
        if (draft.urgency == null) {
            draft.urgency = IptcCode.level(XmlPath.value(item, "NewsManagement", "Urgency"));
        }
        for (var change : XmlPath.all(item, "NewsManagement", "StatusWillChange")) {
            var status = IptcCode.of(XmlPath.attribute(change, "FormalName", "FutureStatus"));
            var time = FeedDate.parse(XmlPath.value(change, "DateAndTime"));
            if (status.equals("usable")) {
                draft.embargoedUntil = time;
            } else {
                draft.expiresAt = time;
            }
        }
        PubStatus.set(draft, management("FormalName", "Status"), draft.editorialNote);
    }

    private Instant time(String name) {
        return FeedDate.parse(XmlPath.value(item, "NewsManagement", name));
    }

    private String management(String attribute, String name) {
        return XmlPath.attribute(item, attribute, "NewsManagement", name);
    }

    private void fillFromNitf() {
        for (var text : body) {
            HtmlText.nitfIn(text.content())
                    .ifPresent(
                            nitf -> {
                                NitfDescription.fill(nitf, draft);
                                NitfBodyHead.fill(nitf, draft, filing);
                                NitfMedia.read(nitf, draft);
                            });
        }
        if (filing.date == null) {
            filing.date =
                    main().map(one -> one.line("DescriptiveMetadata", "DateLineDate"))
                            .map(Filing::dayOf)
                            .orElse(null);
        }
    }

    private void setType() {
        if (body.isEmpty() && !draft.media.isEmpty()) {
            draft.type =
                    switch (draft.media.getFirst().kind()) {
                        case IMAGE -> "picture";
                        case VIDEO -> "video";
                        case AUDIO -> "audio";
                        case DOCUMENT -> "text";
                    };
        }
    }

    private Element tree() {
        var tree = NitfText.emptyTree();
        for (var text : body) {
            HtmlText.in(text.content())
                    .ifPresent(part -> tree.appendChildren(part.childNodesCopy()));
        }
        return tree.childNodeSize() == 0 ? null : tree;
    }

    /** What is no news says so in its own words. */
    private Entry withReason(Entry entry) {
        if (entry instanceof UnreadableEntry && components.isEmpty()) {
            var reason =
                    XmlPath.first(item, "Update").isPresent()
                            ? "The NewsItem only changes parts of another revision (Update)."
                            : "The NewsItem has no NewsComponent.";
            return new UnreadableEntry(
                    entry.position(), entry.identity(), entry.contentHash(), reason);
        }
        return entry;
    }
}
