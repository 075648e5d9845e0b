package galley.kit.picture;

/** Counts the frames of an animation, up to what is taken. */
final class FrameCount {
    private static final int MOST = 2_000;

    private int frames;

    void add() throws UnfitPictureException {
        frames++;
        if (frames > MOST) {
            throw new UnfitPictureException("The animation has more than " + MOST + " frames.");
        }
    }

    int frames() {
        return frames;
    }

    boolean animated() {
        return frames > 1;
    }
}
