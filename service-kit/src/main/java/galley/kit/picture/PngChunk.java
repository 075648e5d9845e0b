package galley.kit.picture;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A chunk of a PNG (W3C PNG, 5.3).
 *
 * @param type its four letters
 * @param data its content
 * @param intact whether its checksum is right
 * @param whole the chunk as it stands in the file
 */
record PngChunk(String type, ByteReader data, boolean intact, ByteReader whole) {
    static PngChunk read(ByteReader file) throws UnfitPictureException {
        int start = file.position();
        long length = file.u32();
        int summed = file.position();
        var type = file.ascii(4);
        var data = file.part(length);
        var crc = new CRC32();
        crc.update(file.from(summed, file.position() - summed).rest());
        boolean intact = file.u32() == crc.getValue();
        return new PngChunk(type, data, intact, file.from(start, file.position() - start));
    }

    /** Writes a chunk of this type and content. */
    static void write(String type, byte[] data, ByteWriter out) {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.ISO_8859_1));
        crc.update(data);
        out.u32(data.length).ascii(type).bytes(data).u32((int) crc.getValue());
    }

    /** Whether readers can't show the picture without knowing this chunk. */
    boolean critical() {
        return Character.isUpperCase(type.charAt(0));
    }

    /** The number of its bytes. */
    int length() {
        return data.remaining();
    }
}
