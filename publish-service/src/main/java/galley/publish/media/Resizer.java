package galley.publish.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

import galley.kit.picture.CheckedPicture;
import galley.kit.picture.PictureCheck;
import galley.kit.picture.PictureType;
import galley.kit.picture.UnfitPictureException;

/** Makes pictures narrower: JPEG and PNG, turned as they are meant to be seen. */
final class Resizer {
    /** What a progressive JPEG needs to be decoded grows with its pixels. */
    private static final long MOST_PIXELS = 40_000_000;

    /** Of larger pictures not every pixel is read. */
    private static final double PIXELS_TO_READ = 12_000_000;

    private static final float QUALITY = 0.82f;

    private Resizer() {}

    /**
     * The same picture, this many pixels wide as it is shown.
     *
     * @return empty where the picture is no wider, moves, is too large to be worked on, or is of a
     *     sort that this platform can't decode
     */
    static Optional<byte[]> narrow(byte[] file, int width) {
        try {
            var picture = PictureCheck.of(file);
            boolean fit =
                    (picture.type() == PictureType.JPEG || picture.type() == PictureType.PNG)
                            && !picture.animated()
                            && picture.width() > width
                            && (long) picture.width() * picture.height() <= MOST_PIXELS;
            return fit
                    ? Optional.of(write(draw(read(picture), picture, width), picture.type()))
                    : Optional.empty();
        } catch (IOException | UnfitPictureException | RuntimeException e) {
            return Optional.empty(); // four colours for print, or pixels of which decoders despair
        }
    }

    private static BufferedImage read(CheckedPicture picture) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(picture.type().mediaType()).next();
        try (var input =
                ImageIO.createImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
            reader.setInput(input, true, true);
            var how = reader.getDefaultReadParam();
            double pixels = (double) picture.width() * picture.height();
            int step = (int) Math.ceil(Math.sqrt(pixels / PIXELS_TO_READ));
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage draw(BufferedImage read, CheckedPicture picture, int width) {
        int height =
                Math.max(1, (int) Math.round((double) picture.height() * width / picture.width()));
        boolean onItsSide = picture.orientation() >= 5;
        int across = onItsSide ? height : width;
        int down = onItsSide ? width : height;
        var scaled = read;
        // by halves, so that every pixel has its share in the result
        while (scaled.getWidth() >= 2 * across && scaled.getHeight() >= 2 * down) {
            scaled = scale(scaled, scaled.getWidth() / 2, scaled.getHeight() / 2);
        }
        return turn(scale(scaled, across, down), picture.orientation(), width, height);
    }

    private static BufferedImage scale(BufferedImage picture, int width, int height) {
        var result = canvas(picture, width, height);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    private static BufferedImage turn(
            BufferedImage picture, int orientation, int width, int height) {
        if (orientation == 1) {
            return picture;
        }
        var result = canvas(picture, width, height);
        Graphics2D graphics = result.createGraphics();
        graphics.drawImage(picture, turned(orientation, width, height), null);
        graphics.dispose();
        return result;
    }

    /** What Exif's orientations (CIPA DC-008, 4.6.5) ask for, in a result of this size. */
    private static AffineTransform turned(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, height);
            default -> new AffineTransform();
        };
    }

    private static BufferedImage canvas(BufferedImage like, int width, int height) {
        int type =
                like.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB;
        return new BufferedImage(width, height, type);
    }

    private static byte[] write(BufferedImage picture, PictureType type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            if (type == PictureType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
