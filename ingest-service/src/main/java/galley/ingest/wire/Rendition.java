package galley.ingest.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import galley.events.MediaKind;
import galley.ingest.format.MediaTypes;

/**
 * One of the forms in which a picture, a video or a sound is offered.
 *
 * @param kind what it is
 * @param address where it is, possibly relative
 * @param type its media type, empty when it is not known
 * @param name what the agency calls this form, for example {@code rnd:highRes}
 * @param width in pixels, 0 when it is not known
 */
record Rendition(MediaKind kind, String address, String type, String name, int width) {
    /** Media types and endings of files for print and broadcast, which no browser shows. */
    private static final Set<String> NOT_FOR_BROWSERS =
            Set.of(
                    "tiff",
                    "tif",
                    "eps",
                    "x-eps",
                    "psd",
                    "vnd.adobe.photoshop",
                    "jp2",
                    "mpeg-2",
                    "mpg",
                    "mxf",
                    "avi",
                    "x-msvideo",
                    "x-flv",
                    "flv",
                    "x-ms-asf",
                    "asf",
                    "x-ms-wmv",
                    "wmv",
                    "quicktime",
                    "mov",
                    "3gpp",
                    "3gp",
                    "3gpp2",
                    "3g2");

    private static final List<String> FOR_WEB =
            List.of("web", "view", "preview", "normal", "medium");
    private static final List<String> ORIGINAL = List.of("high", "original", "filed", "print");
    private static final List<String> SMALL =
            List.of("thumb", "icon", "quicklook", "watermark", "small");

    /** How many media an item may bring; no story shows more. */
    static final int MOST = 200;

    /** Wider than any page shows it. */
    private static final int WIDE = 2048;

    static Rendition of(String type, String address, String name, String width) {
        return new Rendition(
                MediaTypes.kind(type, address),
                address,
                type.toLowerCase(Locale.ROOT),
                name.toLowerCase(Locale.ROOT),
                width.matches("\\d{1,6}") ? Integer.parseInt(width) : 0);
    }

    /** The form that is best to show on a web page. */
    static Optional<Rendition> best(List<Rendition> renditions) {
        return renditions.stream()
                .max(
                        Comparator.comparing(Rendition::isForBrowsers)
                                .thenComparingInt(Rendition::rank)
                                .thenComparing(rendition -> rendition.width <= WIDE)
                                .thenComparingInt(Rendition::usefulWidth));
    }

    /**
     * Those of one kind that an item needs: the best, since the others show the same; but each
     * document, since none stands for another.
     */
    static List<Rendition> bestOf(MediaKind kind, List<Rendition> renditions) {
        var ofKind = renditions.stream().filter(one -> one.kind == kind).toList();
        return kind == MediaKind.DOCUMENT ? ofKind : best(ofKind).stream().toList();
    }

    /** Whether its name only says how large it is. */
    boolean isNamedForItsSize() {
        return rank() != 2;
    }

    private boolean isForBrowsers() {
        var file = address.toLowerCase(Locale.ROOT);
        return NOT_FOR_BROWSERS.stream()
                .noneMatch(one -> type.endsWith("/" + one) || file.endsWith("." + one));
    }

    private int rank() {
        if (SMALL.stream().anyMatch(name::contains)) {
            return 0;
        }
        if (FOR_WEB.stream().anyMatch(name::contains)) {
            return 3;
        }
        return ORIGINAL.stream().anyMatch(name::contains) ? 1 : 2;
    }

    private int usefulWidth() {
        return width <= WIDE ? width : -width;
    }
}
