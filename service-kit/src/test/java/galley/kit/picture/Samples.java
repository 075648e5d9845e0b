package galley.kit.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Small pictures as encoders write them, and their bytes taken apart and put together. */
final class Samples {
    /** What must never be found in a cleaned picture. */
    static final String SECRET = "54.3213N 10.1349E";

    static final int WIDTH = 24;
    static final int HEIGHT = 16;

    private Samples() {}

    static byte[] jpeg() {
        return encoded(image(BufferedImage.TYPE_INT_RGB), "jpeg", false);
    }

    static byte[] progressiveJpeg() {
        return encoded(image(BufferedImage.TYPE_INT_RGB), "jpeg", true);
    }

    static byte[] png() {
        return encoded(image(BufferedImage.TYPE_INT_ARGB), "png", false);
    }

    static byte[] palettePng() {
        return encoded(image(BufferedImage.TYPE_BYTE_INDEXED), "png", false);
    }

    static byte[] gif() {
        return encoded(image(BufferedImage.TYPE_BYTE_INDEXED), "gif", false);
    }

    /** 16 by 8 pixels. */
    static byte[] lossyWebp() {
        return webp(chunk("VP8 ", lossy()));
    }

    /** 8 by 4 pixels. */
    static byte[] losslessWebp() {
        return webp(chunk("VP8L", lossless()));
    }

    /** 16 by 8 pixels, as the content of a chunk. */
    static byte[] lossy() {
        return HexFormat.of()
                .parseHex(
                        "d001009d012a1000080002c04c25b00274010ebb058e0000fef4a0dea6b36d55b07f745e42"
                                + "203e395716fea4fbdc62bbe997e347fcae1d7ed4000000");
    }

    /** 8 by 4 pixels, as the content of a chunk. */
    static byte[] lossless() {
        return HexFormat.of().parseHex("2f07c0001007508f22d7a3808188e87f00");
    }

    /** The transparency of 16 by 8 pixels, as the content of a chunk: not compressed. */
    static byte[] alpha() {
        return new byte[1 + 16 * 8];
    }

    static byte[] webp(byte[]... chunks) {
        var content = join(chunks);
        return little().ascii("RIFF")
                .u32(4 + content.length)
                .ascii("WEBP")
                .bytes(content)
                .written();
    }

    static byte[] extended(int flags, int width, int height) {
        return chunk("VP8X", little().u32(flags).u24(width - 1).u24(height - 1).written());
    }

    static byte[] chunk(String type, byte[] content) {
        var chunk = little().ascii(type).u32(content.length).bytes(content);
        return (content.length % 2 == 0 ? chunk : chunk.u8(0)).written();
    }

    static byte[] pngChunk(String type, byte[] content) {
        var out = big();
        PngChunk.write(type, content, out);
        return out.written();
    }

    static byte[] pngChunk(String type, String content) {
        return pngChunk(type, ascii(content));
    }

    static byte[] segment(int marker, byte[] content) {
        return big().u8(0xff).u8(marker).u16(2 + content.length).bytes(content).written();
    }

    static byte[] segment(int marker, String content) {
        return segment(marker, ascii(content));
    }

    /** A colour profile's beginning, followed by as much as wanted. */
    static byte[] profile(int length) {
        return big().u32(length)
                .bytes(new byte[32])
                .ascii("acsp")
                .bytes(new byte[length - 40])
                .written();
    }

    /** Puts bytes in before an offset. */
    static byte[] insert(byte[] whole, int at, byte[]... added) {
        return join(
                Arrays.copyOf(whole, at), join(added), Arrays.copyOfRange(whole, at, whole.length));
    }

    static byte[] join(byte[]... parts) {
        var all = big();
        for (var part : parts) {
            all.bytes(part);
        }
        return all.written();
    }

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static ByteWriter big() {
        return new ByteWriter(ByteOrder.BIG_ENDIAN, 64);
    }

    static ByteWriter little() {
        return new ByteWriter(ByteOrder.LITTLE_ENDIAN, 64);
    }

    /** The bytes as characters, to be searched. */
    static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    static int indexOf(byte[] bytes, String ascii) {
        return text(bytes).indexOf(ascii);
    }

    /** The pixels as a decoder sees them. */
    static int[] pixels(byte[] picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            return image.getRGB(
                    0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage image(int type) {
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(
                        x, y, (255 - x) << 24 | (x * 10) << 16 | (y * 15) << 8 | (x * y) % 256);
            }
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var parameters = writer.getDefaultWriteParam();
        if (progressive) {
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
