package galley.kit.picture;

import java.nio.ByteOrder;

/**
 * Checks and cleans a GIF (87a, 89a). Of the extensions stay the timing of frames and the number of
 * loops. A file that goes on with something unknown after a frame, or ends there, has its end
 * there, as in browsers.
 */
final class GifCheck {
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;
    private static final int PLAIN_TEXT = 0x01;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;
    private static final int LONGEST_CODE = 11;

    private final ByteReader file;
    private final ByteWriter clean;
    private final Metadata metadata = new Metadata();
    private final FrameCount frames = new FrameCount();
    private ByteReader control;
    private Canvas canvas;

    private GifCheck(byte[] bytes) {
        file = new ByteReader(bytes, ByteOrder.LITTLE_ENDIAN);
        clean = new ByteWriter(ByteOrder.LITTLE_ENDIAN, bytes.length + 1);
    }

    static CheckedPicture of(byte[] bytes) throws UnfitPictureException {
        var check = new GifCheck(bytes);
        check.read();
        return new CheckedPicture(
                PictureType.GIF,
                check.canvas.width(),
                check.canvas.height(),
                Exif.UPRIGHT,
                check.frames.animated(),
                check.metadata.notes(),
                check.clean.u8(TRAILER).written());
    }

    private void read() throws UnfitPictureException {
        file.skip(6); // signature and version
        canvas = Canvas.of(file.u16(), file.u16());
        int flags = file.u8();
        file.skip(2); // background and aspect ratio
        skipPalette(flags);
        clean.rest(file.from(0, file.position()));
        while (readBlock()) {
            // the next one
        }
        if (frames.frames() == 0) {
            throw new UnfitPictureException("The GIF has no frame.");
        }
    }

    private boolean readBlock() throws UnfitPictureException {
        int kind = file.atEnd() ? TRAILER : file.u8();
        switch (kind) {
            case IMAGE -> readFrame();
            case EXTENSION -> readExtension();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readFrame() throws UnfitPictureException {
        int start = file.position();
        canvas.requireInside(file.u16(), file.u16(), file.u16(), file.u16());
        skipPalette(file.u8());
        int code = file.u8();
        if (code < 1 || code > LONGEST_CODE || file.startsWith("\0")) {
            throw broken();
        }
        skipBlocks();
        frames.add();
        if (control != null) {
            clean.u8(EXTENSION).u8(GRAPHIC_CONTROL).u8(4).rest(control).u8(0);
            control = null;
        }
        clean.u8(IMAGE).rest(file.from(start, file.position() - start));
    }

    private void readExtension() throws UnfitPictureException {
        int label = file.u8();
        switch (label) {
            case GRAPHIC_CONTROL -> {
                if (file.u8() != 4) {
                    throw broken();
                }
                control = file.part(4);
                skipBlocks();
            }
            case APPLICATION -> readApplication();
            default -> {
                skipBlocks();
                if (label == PLAIN_TEXT) {
                    control = null; // which was the text's
                }
            }
        }
    }

    private void readApplication() throws UnfitPictureException {
        var name = file.part(file.u8());
        int start = file.position();
        if (name.passes("NETSCAPE2.0") || name.passes("ANIMEXTS1.0")) {
            if (name.atEnd() && file.passes("\3\1")) {
                writeLoops(file.u16());
            }
            skipBlocks();
        } else {
            skipBlocks();
            if (name.passes("XMP DataXMP")) {
                metadata.readXmp(file.from(start, file.position() - start));
            }
        }
    }

    private void writeLoops(int loops) {
        clean.u8(EXTENSION).u8(APPLICATION).u8(11).ascii("NETSCAPE2.0").u8(3).u8(1);
        clean.u16(loops).u8(0);
    }

    private void skipPalette(int flags) throws UnfitPictureException {
        if ((flags & 0x80) != 0) {
            file.skip(6L << (flags & 7));
        }
    }

    private void skipBlocks() throws UnfitPictureException {
        for (int length = file.u8(); length > 0; length = file.u8()) {
            file.skip(length);
        }
    }

    private static UnfitPictureException broken() {
        return new UnfitPictureException("The GIF is broken: its parts contradict each other.");
    }
}
