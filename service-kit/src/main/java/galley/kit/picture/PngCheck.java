package galley.kit.picture;

import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks and cleans a PNG (W3C PNG, third edition). Optional chunks stay where they say how the
 * picture looks; of Exif only the orientation. As in browsers, a broken checksum costs an optional
 * chunk and refuses the picture where the chunk is needed.
 */
final class PngCheck {
    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private final ByteReader file;
    private final ByteWriter clean;
    private final Metadata metadata = new Metadata();
    private final Set<String> kept = new HashSet<>();
    private PngHeader header;
    private PngAnimation animation;
    private int paletteEntries;
    private int orientation = Exif.UPRIGHT;
    private String before = "";

    private PngCheck(byte[] bytes) {
        file = new ByteReader(bytes, ByteOrder.BIG_ENDIAN);
        clean = new ByteWriter(ByteOrder.BIG_ENDIAN, bytes.length + 64);
    }

    static CheckedPicture of(byte[] bytes) throws UnfitPictureException {
        var check = new PngCheck(bytes);
        check.read();
        return check.checked();
    }

    static UnfitPictureException broken() {
        return new UnfitPictureException("The PNG is broken: its parts contradict each other.");
    }

    private void read() throws UnfitPictureException {
        file.skip(SIGNATURE.length());
        clean.ascii(SIGNATURE);
        var chunk = PngChunk.read(file);
        require(chunk.type().equals("IHDR") && chunk.intact());
        header = PngHeader.read(chunk.data());
        keep(chunk);
        while (!chunk.type().equals("IEND")) {
            chunk = PngChunk.read(file);
            readChunk(chunk);
            before = chunk.type();
        }
    }

    private void readChunk(PngChunk chunk) throws UnfitPictureException {
        require(chunk.intact() || !chunk.critical());
        switch (chunk.type()) {
            case "PLTE" -> readPalette(chunk);
            case "IDAT" -> readImage(chunk);
            case "IEND" -> require(kept.contains("IDAT") && chunk.length() == 0);
            case "acTL" -> readAnimation(chunk);
            case "fcTL", "fdAT" -> readFrame(chunk);
            default -> readAncillary(chunk);
        }
    }

    private void readPalette(PngChunk chunk) throws UnfitPictureException {
        if (!header.mayHavePalette()) {
            return; // readers ignore it
        }
        require(!kept.contains("PLTE") && !kept.contains("IDAT"));
        paletteEntries = chunk.length() / 3;
        require(chunk.length() % 3 == 0 && paletteEntries >= 1 && paletteEntries <= 256);
        keep(chunk);
    }

    private void readImage(PngChunk chunk) throws UnfitPictureException {
        if (!kept.contains("IDAT")) {
            require(!header.hasPalette() || paletteEntries > 0);
            begin();
        } else {
            require(before.equals("IDAT"));
        }
        keep(chunk);
    }

    /** What stands before the image data is known, and decides how they are shown. */
    private void begin() {
        orientation = metadata.orientation();
        if (orientation != Exif.UPRIGHT) {
            PngChunk.write("eXIf", Exif.write(orientation), clean);
        }
        if (animation != null) {
            animation.reachImage();
        }
    }

    private void readAnimation(PngChunk chunk) throws UnfitPictureException {
        if (!kept.contains("IDAT")) {
            require(animation == null && chunk.intact());
            animation = new PngAnimation(chunk.data(), header.canvas());
            keep(chunk);
        }
    }

    private void readFrame(PngChunk chunk) throws UnfitPictureException {
        if (animation == null) {
            return; // readers ignore it
        }
        require(chunk.intact());
        boolean image = kept.contains("IDAT");
        if (chunk.type().equals("fcTL")) {
            animation.readControl(chunk.data(), !image);
        } else {
            require(image);
            animation.readData(chunk.data());
        }
        keep(chunk);
    }

    private void readAncillary(PngChunk chunk) throws UnfitPictureException {
        if (chunk.critical()) {
            throw new UnfitPictureException(
                    "The PNG has a part that no standard knows and no browser can pass over.");
        }
        if (!chunk.intact()) {
            return;
        }
        switch (chunk.type()) {
            case "eXIf" -> metadata.readExif(chunk.data());
            case "tEXt" -> PngText.readPlain(chunk.data(), metadata);
            case "iTXt" -> PngText.readInternational(chunk.data(), metadata);
            default -> {
                boolean inPlace = !kept.contains("IDAT") && !kept.contains(chunk.type());
                if (inPlace && PngAncillary.isKept(chunk, header, paletteEntries)) {
                    keep(chunk);
                }
            }
        }
    }

    private void keep(PngChunk chunk) {
        kept.add(chunk.type());
        clean.rest(chunk.whole());
    }

    private static void require(boolean sound) throws UnfitPictureException {
        if (!sound) {
            throw broken();
        }
    }

    private CheckedPicture checked() throws UnfitPictureException {
        boolean animated = animation != null && animation.finish();
        PngChunk.write("IEND", new byte[0], clean);
        var shown = header.canvas().turned(orientation);
        return new CheckedPicture(
                PictureType.PNG,
                shown.width(),
                shown.height(),
                metadata.orientation(),
                animated,
                metadata.notes(),
                clean.written());
    }
}
