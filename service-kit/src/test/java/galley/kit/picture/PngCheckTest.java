package galley.kit.picture;

import java.nio.ByteOrder;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static galley.kit.picture.Samples.SECRET;
import static galley.kit.picture.Samples.ascii;
import static galley.kit.picture.Samples.insert;
import static galley.kit.picture.Samples.join;
import static galley.kit.picture.Samples.pngChunk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PngCheckTest {
    private static final int AFTER_HEADER = 33;
    private final byte[] png = Samples.png();
    private final int imageAt = Samples.indexOf(png, "IDAT") - 4;
    private final int endAt = png.length - 12;

    @Test
    void whatTellsOnPeopleIsDroppedAndThePixelsStay() throws UnfitPictureException {
        for (var original : new byte[][] {png, Samples.palettePng()}) {
            var texts =
                    join(
                            pngChunk("tEXt", "Comment\0" + SECRET),
                            pngChunk("zTXt", "Comment\0\0" + SECRET),
                            pngChunk("iTXt", "Comment\0\0\0\0\0" + SECRET),
                            pngChunk(
                                    "iTXt",
                                    join(ascii("XML:com.adobe.xmp\0\0\0\0\0"), NoteSamples.xmp())),
                            pngChunk("eXIf", NoteSamples.exif(ByteOrder.BIG_ENDIAN, 1)),
                            pngChunk("tIME", SECRET),
                            pngChunk("prVt", SECRET),
                            pngChunk("pHYs", SECRET)); // longer than it may be
            var told = insert(original, AFTER_HEADER, texts);
            told = join(insert(told, told.length - 12, texts), original, ascii(SECRET));
            var checked = PictureCheck.of(told);
            assertThat(Samples.text(checked.bytes())).doesNotContain(SECRET, "Lens", "eXIf");
            assertThat(checked.bytes()).isEqualTo(original);
            assertThat(Samples.pixels(checked.bytes())).isEqualTo(Samples.pixels(original));
            assertThat(checked.width()).isEqualTo(Samples.WIDTH);
            assertThat(checked.height()).isEqualTo(Samples.HEIGHT);
        }
    }

    @Test
    void theOrientationStaysAlone() throws UnfitPictureException {
        var exif = pngChunk("eXIf", NoteSamples.exif(ByteOrder.LITTLE_ENDIAN, 6));
        var checked = PictureCheck.of(insert(png, AFTER_HEADER, exif));
        assertThat(checked.bytes())
                .isEqualTo(insert(png, imageAt, pngChunk("eXIf", Exif.write(6))));
        assertThat(checked.width()).isEqualTo(Samples.HEIGHT);
        assertThat(checked.height()).isEqualTo(Samples.WIDTH);
    }

    @Test
    void whatSaysHowItLooksStays() throws UnfitPictureException {
        var looks =
                insert(
                        png,
                        AFTER_HEADER,
                        pngChunk("gAMA", new byte[4]),
                        pngChunk("cHRM", new byte[32]),
                        pngChunk("sRGB", new byte[1]),
                        pngChunk("iCCP", "name\0\0zlib"),
                        pngChunk("sBIT", new byte[4]),
                        pngChunk("bKGD", new byte[6]),
                        pngChunk("pHYs", new byte[9]),
                        pngChunk("cICP", new byte[4]),
                        pngChunk("mDCV", new byte[24]),
                        pngChunk("cLLI", new byte[8]));
        assertThat(PictureCheck.of(looks).bytes()).isEqualTo(looks);
    }

    @Test
    void aSecondOneOrOneWithABrokenChecksumIsDropped() throws UnfitPictureException {
        var one = insert(png, AFTER_HEADER, pngChunk("gAMA", new byte[4]));
        assertThat(PictureCheck.of(insert(one, AFTER_HEADER, pngChunk("gAMA", "abcd"))).bytes())
                .isEqualTo(insert(png, AFTER_HEADER, pngChunk("gAMA", "abcd")));
        one[AFTER_HEADER + 8] = 1;
        assertThat(PictureCheck.of(one).bytes()).isEqualTo(png);
    }

    @Test
    void anAnimationStays() throws UnfitPictureException {
        var animated = animation(2, control(0, 24, 16, 0, 0), control(1, 8, 8, 16, 8), data(2));
        var checked = PictureCheck.of(animated);
        assertThat(checked.bytes()).isEqualTo(animated);
        assertThat(checked.animated()).isTrue();
        assertThat(PictureCheck.of(png).animated()).isFalse();
    }

    @Test
    void anAnimationThatContradictsItselfIsRefused() {
        var first = control(0, 24, 16, 0, 0);
        assertRefused(animation(3, first, control(1, 8, 8, 0, 0), data(2)), "frames");
        assertRefused(animation(2, first, control(1, 8, 8, 17, 0), data(2)), "not lie inside");
        assertRefused(
                animation(2, first, control(1, 8, 8, 0xffff_ffff, 0), data(2)), "not lie inside");
        assertRefused(animation(2, first, control(1, 0, 8, 0, 0), data(2)), "not lie inside");
        assertRefused(animation(2, first, control(2, 8, 8, 0, 0), data(3)), "frames");
        assertRefused(animation(2, first, control(1, 8, 8, 0, 0), new byte[0]), "frames");
        assertRefused(animation(2, control(0, 24, 15, 0, 0), control(1, 8, 8, 0, 0), data(2)), "");
        assertRefused(animation(0, new byte[0], control(0, 8, 8, 0, 0), data(1)), "frames");
    }

    @Test
    void tooManyFramesAreRefused() {
        var frames = new byte[4_002][];
        for (int i = 0; i < frames.length; i += 2) {
            frames[i] = control(i, 1, 1, 0, 0);
            frames[i + 1] = data(i + 1);
        }
        assertRefused(animation(2_001, new byte[0], frames), "more than 2000 frames");
    }

    @Test
    void framesWithoutAnAnimationAreDropped() throws UnfitPictureException {
        var frames = insert(png, endAt, control(0, 8, 8, 0, 0), data(1));
        assertThat(PictureCheck.of(frames).bytes()).isEqualTo(png);
    }

    @Test
    void whatBreaksOffIsRefused() {
        for (int length = 8; length < png.length; length++) {
            assertRefused(Arrays.copyOf(png, length), "The picture breaks off before its end.");
        }
    }

    @Test
    void partsThatContradictEachOtherAreRefused() {
        assertRefused(insert(png, endAt, pngChunk("tEXt", "a"), pngChunk("IDAT", "a")), "broken");
        assertRefused(insert(png, AFTER_HEADER, pngChunk("ABCD", "a")), "no standard knows");
        assertRefused(insert(png, AFTER_HEADER, pngChunk("PLTE", "abcd")), "broken");
        assertRefused(join(Arrays.copyOf(png, imageAt), pngChunk("IEND", "")), "broken");
        assertRefused(header(24, 16, 8, 5), "broken");
        assertRefused(header(24, 16, 4, 6), "broken");
        assertRefused(header(24, 16, 8, 3), "broken"); // no palette follows
        var checksum = png.clone();
        checksum[endAt - 1]++;
        assertRefused(checksum, "broken");
        var length = png.clone();
        length[imageAt] = 0x7f;
        assertRefused(length, "breaks off");
    }

    @Test
    void whatIsTooLargeIsRefusedByItsHeader() {
        assertRefused(header(30_001, 1, 8, 6), "30001 by 1 pixels");
        assertRefused(header(10_001, 10_000, 8, 6), "100 million in all");
        assertRefused(header(0xffff_ffff, 0xffff_ffff, 8, 6), "4294967295 by 4294967295 pixels");
        assertRefused(header(0, 1, 8, 6), "no pixels");
    }

    private byte[] header(int width, int height, int depth, int colour) {
        var header =
                Samples.big().u32(width).u32(height).u8(depth).u8(colour).u16(0).u8(0).written();
        return join(
                Arrays.copyOf(png, 8),
                pngChunk("IHDR", header),
                Arrays.copyOfRange(png, AFTER_HEADER, png.length));
    }

    private byte[] animation(int frames, byte[] first, byte[]... others) {
        var control = pngChunk("acTL", Samples.big().u32(frames).u32(0).written());
        return insert(insert(png, endAt, others), AFTER_HEADER, control, first);
    }

    private static byte[] control(int sequence, int width, int height, int x, int y) {
        var control = Samples.big().u32(sequence).u32(width).u32(height).u32(x).u32(y);
        return pngChunk("fcTL", control.u16(1).u16(10).u8(0).u8(0).written());
    }

    private static byte[] data(int sequence) {
        return pngChunk("fdAT", Samples.big().u32(sequence).ascii("pixels").written());
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> PictureCheck.of(bytes))
                .isInstanceOf(UnfitPictureException.class)
                .hasMessageContaining(reason);
    }
}
