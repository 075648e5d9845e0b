package galley.kit.picture;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells formats apart by how files begin. */
final class Signature {
    private static final int BEGINNING = 1_024;

    private Signature() {}

    /**
     * The format.
     *
     * @throws UnfitPictureException when it is none that is taken; names it where it is known
     */
    static PictureType of(byte[] bytes) throws UnfitPictureException {
        var file = new ByteReader(bytes, ByteOrder.BIG_ENDIAN);
        if (file.startsWith("\u00ff\u00d8\u00ff")) {
            return PictureType.JPEG;
        }
        if (file.startsWith(PngCheck.SIGNATURE)) {
            return PictureType.PNG;
        }
        if (file.startsWith("GIF87a") || file.startsWith("GIF89a")) {
            return PictureType.GIF;
        }
        if (file.startsWith("RIFF") && bytes.length >= 12 && file.from(8, 4).startsWith("WEBP")) {
            return PictureType.WEBP;
        }
        throw new UnfitPictureException(
                "The file is " + name(file) + "; JPEG, PNG, GIF and WebP pictures are taken.");
    }

    private static String name(ByteReader file) {
        if (file.atEnd()) {
            return "empty";
        }
        if (file.remaining() >= 12 && file.from(4, 4).startsWith("ftyp")) {
            return ofMedia(file.from(8, 4));
        }
        if (file.startsWith("II*\0") || file.startsWith("MM\0*")) {
            return "TIFF or a camera's raw data, which browsers don't show";
        }
        if (file.startsWith("\0\0\0\fJXL ") || file.startsWith("\u00ff\n")) {
            return "JPEG XL, which few browsers show";
        }
        if (file.startsWith("\0\0\0\fjP  ")) {
            return "JPEG 2000, which few browsers show";
        }
        if (file.startsWith("8BPS")) {
            return "a Photoshop document";
        }
        if (file.startsWith("BM")) {
            return "BMP, which is not compressed";
        }
        if (file.startsWith("\0\0\1\0")) {
            return "an icon";
        }
        if (file.startsWith("PK\3\4")) {
            return "an archive or office document";
        }
        return ofText(file);
    }

    private static String ofMedia(ByteReader brand) {
        if (brand.startsWith("avi")) {
            return "AVIF, which older browsers don't show";
        }
        if (brand.startsWith("he") || brand.startsWith("mif1") || brand.startsWith("msf1")) {
            return "HEIC, which most browsers don't show";
        }
        return "a video or another media file";
    }

    private static String ofText(ByteReader file) {
        int length = Math.min(file.remaining(), BEGINNING);
        var beginning = new String(file.from(0, length).rest(), StandardCharsets.ISO_8859_1);
        var text = beginning.toLowerCase(Locale.ROOT);
        if (text.contains("%pdf-")) {
            return "a PDF document";
        }
        if (text.contains("<svg")) {
            return "SVG, a drawing that can carry programs";
        }
        if (text.contains("<html") || text.contains("<!doctype html") || text.contains("<script")) {
            return "a web page";
        }
        return text.contains("<?xml") ? "XML" : "no picture of a known format";
    }
}
