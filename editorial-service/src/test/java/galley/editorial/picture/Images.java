package galley.editorial.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Pictures that no test has had before. */
final class Images {
    private Images() {}

    static byte[] png(int width, int height) {
        return noise("png", width, height);
    }

    static byte[] jpeg(int width, int height) {
        return noise("jpg", width, height);
    }

    /** A JPEG whose XMP says what a camera and a picture desk say. */
    static byte[] jpegWithNotes(String credit, String caption, String latitude) {
        var packet =
                """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
                  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:exif="http://ns.adobe.com/exif/1.0/"><rdf:Description
                  exif:GPSLatitude="%s"><dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt>
                  </dc:description></rdf:Description></rdf:RDF></x:xmpmeta>
                """
                        .formatted(latitude, credit, caption);
        byte[] xmp = ("http://ns.adobe.com/xap/1.0/\0" + packet).getBytes(UTF_8);
        byte[] plain = jpeg(8, 6);
        return ByteBuffer.allocate(plain.length + xmp.length + 4)
                .put(plain, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (xmp.length + 2))
                .put(xmp)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** A PNG of few bytes that would be 900 million pixels. */
    static byte[] bomb() {
        byte[] png = png(4, 4);
        ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    /** Whether the bytes have the text in them. */
    static boolean contains(byte[] file, String text) {
        return new String(file, ISO_8859_1).contains(text);
    }

    private static byte[] noise(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, ThreadLocalRandom.current().nextInt());
            }
        }
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
