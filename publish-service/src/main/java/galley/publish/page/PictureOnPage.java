package galley.publish.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import galley.events.Picture;
import galley.publish.media.Widths;
import galley.publish.site.Addresses;

/**
 * A picture of the store, ready for an {@code img}.
 *
 * @param src for browsers that can't choose
 * @param srcset the widths that there are; empty where there is one only
 */
public record PictureOnPage(
        String hash, String src, String srcset, int width, int height, String alt) {
    private static final int USUAL_WIDTH = 960;

    /** Wider than this no place on a page is, on any screen. */
    private static final int WIDEST = 2_560;

    static PictureOnPage of(Picture picture, String alt) {
        List<Integer> widths = Widths.of(picture);
        boolean hasUsual = widths.contains(USUAL_WIDTH);
        return new PictureOnPage(
                picture.hash(),
                hasUsual
                        ? Addresses.picturePath(picture.hash(), USUAL_WIDTH)
                        : Addresses.picturePath(picture.hash()),
                widths.isEmpty() ? "" : srcset(picture, widths),
                picture.width(),
                picture.height(),
                alt == null ? "" : alt);
    }

    private static String srcset(Picture picture, List<Integer> widths) {
        var narrow =
                widths.stream()
                        .map(it -> Addresses.picturePath(picture.hash(), it) + " " + it + "w");
        var whole =
                picture.width() > WIDEST
                        ? Stream.<String>empty()
                        : Stream.of(
                                Addresses.picturePath(picture.hash())
                                        + " "
                                        + picture.width()
                                        + "w");
        return Stream.concat(narrow, whole).collect(Collectors.joining(", "));
    }
}
