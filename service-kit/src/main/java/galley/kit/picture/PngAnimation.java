package galley.kit.picture;

/** Checks the chunks of an animated PNG (W3C PNG, 11.3.6) against each other and the picture. */
final class PngAnimation {
    private final Canvas canvas;
    private final FrameCount frames = new FrameCount();
    private final long declared;
    private long sequence;
    private boolean awaitsData;

    /** Begins with the content of the animation control chunk. */
    PngAnimation(ByteReader control, Canvas canvas) throws UnfitPictureException {
        this.canvas = canvas;
        require(control.remaining() == 8);
        declared = control.u32();
    }

    /** Reads the content of a frame control chunk; the picture itself may be the first frame. */
    void readControl(ByteReader control, boolean beforeImage) throws UnfitPictureException {
        require(control.remaining() == 26 && !awaitsData);
        nextInSequence(control);
        long width = control.u32();
        long height = control.u32();
        long x = control.u32();
        long y = control.u32();
        canvas.requireInside(x, y, width, height);
        require(!beforeImage || (width == canvas.width() && height == canvas.height()));
        control.skip(4); // the delay
        require(control.u8() <= 2 && control.u8() <= 1);
        frames.add();
        awaitsData = true;
    }

    /** Reads the content of a frame data chunk. */
    void readData(ByteReader data) throws UnfitPictureException {
        nextInSequence(data);
        require(frames.frames() > 0 && !data.atEnd());
        awaitsData = false;
    }

    /** The picture itself begins: it is the frame, if one was announced. */
    void reachImage() {
        awaitsData = false;
    }

    /** Checks that everything came, and says whether it moves. */
    boolean finish() throws UnfitPictureException {
        require(!awaitsData && frames.frames() == declared);
        return frames.animated();
    }

    private void nextInSequence(ByteReader data) throws UnfitPictureException {
        require(data.u32() == sequence);
        sequence++;
    }

    private static void require(boolean sound) throws UnfitPictureException {
        if (!sound) {
            throw new UnfitPictureException(
                    "The PNG is broken: the frames of its animation contradict each other.");
        }
    }
}
