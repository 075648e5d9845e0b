package galley.ingest.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jsoup.nodes.Element;

import galley.events.MediaKind;
import galley.ingest.format.ItemDraft;

/** Media of NITF documents: pictures stand in the text, where the document has them. */
final class NitfMedia {
    private NitfMedia() {}

    /** Adds all media of a document to a draft whose base is set. */
    static void read(Element nitf, ItemDraft draft) {
        var all = XmlPath.inside(nitf, "media").stream().limit(Rendition.MOST);
        for (var media : all.toList()) {
            best(media)
                    .ifPresent(
                            rendition ->
                                    draft.addMedia(
                                            rendition.kind(),
                                            rendition.address(),
                                            null,
                                            caption(media),
                                            alternateText(media),
                                            credit(media)));
        }
    }

    /** Puts a picture with its caption into a text; of other media nothing is shown there. */
    static void show(Element media, Element target) {
        best(media)
                .filter(rendition -> rendition.kind() == MediaKind.IMAGE)
                .ifPresent(
                        rendition -> {
                            var figure = target.appendElement("figure");
                            figure.appendElement("img")
                                    .attr("src", rendition.address())
                                    .attr("alt", Objects.toString(alternateText(media), ""));
                            var caption = caption(media);
                            if (caption != null) {
                                figure.appendElement("figcaption").append(caption);
                            }
                        });
    }

    private static Optional<Rendition> best(Element media) {
        return Rendition.best(
                XmlPath.all(media, "media-reference").stream()
                        .map(reference -> rendition(media, reference))
                        .filter(rendition -> FileAddress.isOne(rendition.address()))
                        .toList());
    }

    private static Rendition rendition(Element media, Element reference) {
        var type = reference.attr("mime-type");
        return Rendition.of(
                type.isBlank() ? media.attr("media-type") : type,
                reference.attr("source"),
                reference.attr("name"),
                reference.attr("width"));
    }

    private static String caption(Element media) {
        var captions =
                XmlPath.all(media, "media-caption").stream()
                        .map(NitfText::html)
                        .filter(html -> !html.isBlank())
                        .toList();
        return captions.isEmpty() ? null : String.join(" ", captions);
    }

    private static String alternateText(Element media) {
        return XmlPath.attribute(media, "alternate-text", "media-reference");
    }

    private static String credit(Element media) {
        var producer = XmlPath.line(media, "media-producer");
        var credits =
                List.of("source-credit", "copyright").stream()
                        .map(name -> XmlPath.attribute(media, name, "media-reference"))
                        .filter(Objects::nonNull);
        return producer != null ? producer : credits.findFirst().orElse(null);
    }
}
