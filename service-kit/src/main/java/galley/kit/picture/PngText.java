package galley.kit.picture;

/** Reads the notes in a PNG's texts (W3C PNG, 11.3.3), as far as they are not compressed. */
final class PngText {
    private PngText() {}

    /** Reads a tEXt chunk. */
    static void readPlain(ByteReader data, Metadata metadata) throws UnfitPictureException {
        take(terminated(data), data, metadata);
    }

    /** Reads an iTXt chunk, which may be an XMP packet. */
    static void readInternational(ByteReader data, Metadata metadata) throws UnfitPictureException {
        var keyword = terminated(data);
        if (!data.passes("\0\0")) {
            return; // compressed
        }
        terminated(data); // the language
        terminated(data); // the keyword in it
        if (keyword.equals("XML:com.adobe.xmp")) {
            metadata.readXmp(data);
        } else {
            take(keyword, data, metadata);
        }
    }

    private static void take(String keyword, ByteReader value, Metadata metadata) {
        switch (keyword) {
            case "Author" -> metadata.add(new PictureNotes(text(value), null, null));
            case "Copyright" -> metadata.add(new PictureNotes(null, text(value), null));
            case "Description" -> metadata.add(new PictureNotes(null, null, text(value)));
            default -> {}
        }
    }

    private static String text(ByteReader value) {
        return NoteText.decode(value.rest());
    }

    /** The characters up to the next zero, which is passed. */
    private static String terminated(ByteReader data) throws UnfitPictureException {
        int length = 0;
        while (length < data.remaining() && data.ahead(length) != 0) {
            length++;
        }
        var text = data.ascii(length);
        data.passes("\0");
        return text;
    }
}
