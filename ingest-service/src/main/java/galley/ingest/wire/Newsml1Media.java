package galley.ingest.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.MediaKind;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.MediaTypes;
import galley.ingest.format.PlainText;

/** The media of a NewsItem of NewsML 1. */
final class Newsml1Media {
    /** Roles of files that are none of the news. */
    private static final List<String> NO_NEWS = List.of("logo", "stylesheet");

    private final List<Newsml1Component> components;
    private final List<Newsml1Text> texts;

    Newsml1Media(List<Newsml1Component> components, List<Newsml1Text> texts) {
        this.components = components;
        this.texts = texts;
    }

    /** A component whose ContentItems show one thing, by the best of them. */
    private record Shown(Newsml1Component component, Rendition rendition) {}

    /** What stands side by side: the media of one kind in the components of one component. */
    private record Whole(Newsml1Component component, MediaKind kind) {}

    /**
     * Adds all media to a draft whose base is set.
     *
     * @param isCaptioned whether the item has no text but a caption
     */
    void read(ItemDraft draft, boolean isCaptioned) {
        for (var shown : shown()) {
            var caption = caption(shown.component);
            var headline = shown.component.line("NewsLines", "HeadLine");
            boolean isItems = !isCaptioned && Objects.equals(headline, draft.headline);
            draft.addMedia(
                    shown.rendition.kind(),
                    shown.rendition.address(),
                    isItems ? null : headline,
                    caption.orElse(null),
                    null,
                    credit(shown.component));
            if (isCaptioned && draft.summary == null) {
                draft.summary = caption.orElse(null);
            }
        }
    }

    /** Of components side by side that differ in size alone, the one with the best. */
    private List<Shown> shown() {
        Map<Whole, List<Shown>> byWhole = new LinkedHashMap<>();
        var news = components.stream().filter(one -> !NO_NEWS.contains(one.role()));
        for (var component : news.toList()) {
            var renditions = renditions(component);
            for (var kind : MediaKind.values()) {
                for (var rendition : Rendition.bestOf(kind, renditions)) {
                    byWhole.computeIfAbsent(
                                    new Whole(component.whole(), kind), key -> new ArrayList<>())
                            .add(new Shown(component, rendition));
                }
            }
        }
        return byWhole.values().stream()
                .flatMap(Newsml1Media::withoutSizes)
                .limit(Rendition.MOST)
                .toList();
    }

    private static Stream<Shown> withoutSizes(List<Shown> sideBySide) {
        var whole = sideBySide.stream().filter(one -> !one.rendition.isNamedForItsSize()).toList();
        if (whole.size() > 1) {
            return whole.stream();
        }
        return Rendition.best(sideBySide.stream().map(Shown::rendition).toList()).stream()
                .map(best -> new Shown(sideBySide.getFirst().component, best));
    }

    private static List<Rendition> renditions(Newsml1Component component) {
        return XmlPath.all(component.element(), "ContentItem").stream()
                .map(item -> rendition(component, item))
                .filter(rendition -> FileAddress.isOne(rendition.address()))
                .toList();
    }

    private static Rendition rendition(Newsml1Component component, Element item) {
        var address = item.attr("Href").strip();
        var width =
                XmlPath.all(item, "Characteristics", "Property").stream()
                        .filter(one -> one.attr("FormalName").equalsIgnoreCase("Width"))
                        .map(one -> one.attr("Value"))
                        .findFirst();
        return Rendition.of(type(item, address), address, component.ownRole(), width.orElse(""));
    }

    /** The media type; else the sort of media as far as NewsML has a word for it. */
    private static String type(Element item, String address) {
        var type = XmlPath.attribute(item, "FormalName", "MimeType");
        var format = XmlPath.attribute(item, "FormalName", "Format");
        if (type == null && format != null && format.contains("/")) {
            type = format;
        }
        if (type != null) {
            return type;
        }
        var medium = XmlPath.attribute(item, "FormalName", "MediaType");
        return switch (medium == null ? "" : medium.toLowerCase(Locale.ROOT)) {
            case "photo", "picture", "image", "graphic" -> "image";
            case "video" -> "video";
            case "audio", "sound" -> "audio";
            default -> MediaTypes.kind(null, address).name().toLowerCase(Locale.ROOT);
        };
    }

    /** The caption beside the file, or around it. */
    private Optional<String> caption(Newsml1Component component) {
        return component
                .outwards()
                .skip(component.whole().equals(component) ? 0 : 1)
                .flatMap(
                        whole ->
                                texts.stream()
                                        .filter(text -> isCaption(text.role()))
                                        .filter(text -> isIn(text.component(), whole)))
                .findFirst()
                .flatMap(text -> HtmlText.in(text.content()))
                .map(tree -> tree.html().strip());
    }

    private static boolean isCaption(String role) {
        return role.equals("caption") || role.equals("legend");
    }

    private static boolean isIn(Newsml1Component component, Newsml1Component whole) {
        return component.outwards().anyMatch(whole::equals);
    }

    private static String credit(Newsml1Component component) {
        var line = component.line("NewsLines", "CreditLine");
        return line != null
                ? line
                : CreditLine.of(party(component, "Creator"), party(component, "Provider"));
    }

    private static String party(Newsml1Component component, String part) {
        return PlainText.lineOrNull(
                component.attribute("FormalName", "AdministrativeMetadata", part, "Party"));
    }
}
