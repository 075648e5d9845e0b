package galley.kit.picture;

/**
 * The area of a picture in pixels, within what browsers and people can use.
 *
 * @param width 1 to 30,000
 * @param height 1 to 30,000
 */
record Canvas(int width, int height) {
    private static final int LONGEST_SIDE = 30_000;
    private static final long MOST_PIXELS = 100_000_000;

    static Canvas of(long width, long height) throws UnfitPictureException {
        if (width < 1 || height < 1) {
            throw new UnfitPictureException("The picture has no pixels.");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
            throw new UnfitPictureException(
                    "The picture is "
                            + width
                            + " by "
                            + height
                            + " pixels large; "
                            + LONGEST_SIDE
                            + " a side and "
                            + MOST_PIXELS / 1_000_000
                            + " million in all are taken.");
        }
        return new Canvas((int) width, (int) height);
    }

    void requireInside(long x, long y, long frameWidth, long frameHeight)
            throws UnfitPictureException {
        if (frameWidth < 1
                || frameHeight < 1
                || x + frameWidth > width
                || y + frameHeight > height) {
            throw new UnfitPictureException("A frame does not lie inside the picture.");
        }
    }

    /** As it is shown with an Exif orientation, of which 5 to 8 lay the picture on its side. */
    Canvas turned(int orientation) {
        return orientation >= 5 ? new Canvas(/* width= */ height, /* height= */ width) : this;
    }
}
