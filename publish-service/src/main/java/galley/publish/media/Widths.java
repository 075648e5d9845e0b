package galley.publish.media;

import java.util.List;

import galley.events.Picture;

/** In which widths this site has a picture, so that a page need not load more than it shows. */
public final class Widths {
    /** Pixels, the least first. */
    public static final List<Integer> ALL = List.of(320, 640, 960, 1280, 1920);

    private static final List<String> TYPES = List.of("image/jpeg", "image/png");

    private Widths() {}

    /** Those in which there is a narrower form of the picture; none of a GIF or WebP. */
    public static List<Integer> of(Picture picture) {
        return TYPES.contains(picture.type())
                ? ALL.stream().filter(width -> width < picture.width()).toList()
                : List.of();
    }
}
