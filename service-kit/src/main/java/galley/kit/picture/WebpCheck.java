package galley.kit.picture;

import java.nio.ByteOrder;

/**
 * Checks and cleans a WebP (RFC 9649). Stay the image data, transparency, animation and colour
 * profile.
 */
final class WebpCheck {
    private static final int PROFILE = 0x20;
    private static final int ALPHA = 0x10;
    private static final int ANIMATION = 0x02;
    private static final int HEADER = 12;

    private final ByteReader chunks;
    private final ByteWriter clean;
    private final Metadata metadata = new Metadata();
    private final FrameCount frames = new FrameCount();

    private WebpCheck(ByteReader chunks) {
        this.chunks = chunks;
        clean = new ByteWriter(ByteOrder.LITTLE_ENDIAN, chunks.remaining() + 1);
    }

    static CheckedPicture of(byte[] bytes) throws UnfitPictureException {
        var file = new ByteReader(bytes, ByteOrder.LITTLE_ENDIAN);
        file.skip(4);
        long size = file.u32();
        if (size < 4) {
            throw broken();
        }
        file.skip(4);
        var check = new WebpCheck(file.part(size - 4));
        var canvas = check.read();
        var whole =
                new ByteWriter(ByteOrder.LITTLE_ENDIAN, HEADER + check.clean.size())
                        .ascii("RIFF")
                        .u32(4 + check.clean.size())
                        .ascii("WEBP")
                        .bytes(check.clean.written());
        return new CheckedPicture(
                PictureType.WEBP,
                canvas.width(),
                canvas.height(),
                Exif.UPRIGHT,
                check.frames.animated(),
                check.metadata.notes(),
                whole.written());
    }

    static UnfitPictureException broken() {
        return new UnfitPictureException("The WebP is broken: its parts contradict each other.");
    }

    private Canvas read() throws UnfitPictureException {
        var first = RiffChunk.read(chunks);
        if (first.type().equals("VP8X")) {
            return readExtended(first.data());
        }
        var image = new WebpImage();
        image.read(first);
        var canvas = image.canvas();
        image.write(clean);
        return canvas;
    }

    private Canvas readExtended(ByteReader header) throws UnfitPictureException {
        int flags = header.u8();
        header.skip(3);
        var canvas = Canvas.of(u24(header) + 1L, u24(header) + 1L);
        boolean animated = (flags & ANIMATION) != 0;
        RiffChunk profile = null;
        RiffChunk control = null;
        var image = new WebpImage();
        var animation = new ByteWriter(ByteOrder.LITTLE_ENDIAN, animated ? chunks.remaining() : 0);
        while (!chunks.atEnd()) {
            var chunk = RiffChunk.read(chunks);
            switch (chunk.type()) {
                case "ICCP" -> profile = profile == null ? chunk : profile;
                case "ANIM" -> control = control == null ? chunk : control;
                case "EXIF" -> readExif(chunk.data());
                case "XMP " -> metadata.readXmp(chunk.data());
                case "ANMF" -> {
                    if (animated) {
                        readFrame(chunk.data(), canvas, animation);
                    }
                }
                default -> {
                    if (!animated) {
                        image.read(chunk);
                    }
                }
            }
        }
        boolean hasProfile = profile != null && (flags & PROFILE) != 0;
        int kept = (flags & (ALPHA | ANIMATION)) | (hasProfile ? PROFILE : 0);
        clean.ascii("VP8X").u32(10).u32(kept).u24(canvas.width() - 1).u24(canvas.height() - 1);
        if (hasProfile) {
            profile.write(clean);
        }
        if (animated) {
            writeAnimation(control, animation);
        } else {
            require(canvas.equals(image.canvas()));
            image.write(clean);
        }
        return canvas;
    }

    private void readExif(ByteReader data) throws UnfitPictureException {
        data.passes("Exif\0\0"); // which does not belong there, but is common
        metadata.readExif(data.part(data.remaining()));
    }

    private void readFrame(ByteReader data, Canvas canvas, ByteWriter animation)
            throws UnfitPictureException {
        frames.add();
        long x = 2L * u24(data);
        long y = 2L * u24(data);
        var area = Canvas.of(u24(data) + 1L, u24(data) + 1L);
        canvas.requireInside(x, y, area.width(), area.height());
        data.skip(4); // duration, blending and disposal
        var header = data.from(0, data.position());
        var image = new WebpImage();
        while (!data.atEnd()) {
            image.read(RiffChunk.read(data));
        }
        require(area.equals(image.canvas()));
        var content = new ByteWriter(ByteOrder.LITTLE_ENDIAN, header.remaining());
        content.rest(header);
        image.write(content);
        animation.ascii("ANMF").u32(content.size()).bytes(content.written());
    }

    private void writeAnimation(RiffChunk control, ByteWriter animation)
            throws UnfitPictureException {
        require(control != null && control.data().remaining() == 6 && frames.frames() > 0);
        control.write(clean);
        clean.bytes(animation.written());
    }

    private static int u24(ByteReader data) throws UnfitPictureException {
        return data.u16() | data.u8() << 16;
    }

    private static void require(boolean sound) throws UnfitPictureException {
        if (!sound) {
            throw broken();
        }
    }
}
