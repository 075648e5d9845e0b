package galley.kit.picture;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static galley.kit.picture.Samples.ascii;
import static galley.kit.picture.Samples.chunk;
import static galley.kit.picture.Samples.extended;
import static galley.kit.picture.Samples.insert;
import static galley.kit.picture.Samples.join;
import static galley.kit.picture.Samples.pngChunk;
import static galley.kit.picture.Samples.segment;
import static galley.kit.picture.Samples.webp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Pictures that were damaged by chance or lie about their lengths. */
class MutatedPicturesTest {
    private static final int MUTANTS = 10_000;
    private static final int[] EDGES = {0, 1, 2, 3, 0x7f, 0x80, 0xd9, 0xda, 0xfe, 0xff};
    private static final byte[] EXIF = NoteSamples.exif(ByteOrder.BIG_ENDIAN, 6);

    static Stream<Arguments> pictures() {
        var gif = Samples.gif();
        var frame = chunk("ANMF", join(frameHeader(), chunk("VP8 ", Samples.lossy())));
        var lossless = chunk("VP8L", Samples.lossless());
        return Stream.of(
                arguments("JPEG", told(Samples.jpeg())),
                arguments("progressive JPEG", told(Samples.progressiveJpeg())),
                arguments("PNG", animatedPng()),
                arguments("palette PNG", Samples.palettePng()),
                arguments("GIF", gif),
                arguments(
                        "animated GIF",
                        insert(
                                Arrays.copyOf(gif, gif.length - 1),
                                gif.length - 1,
                                ascii("!\u00ff\13NETSCAPE2.0\3\1\7\0\0!\u00ff\13XMP DataXMP\2ab\0"),
                                ascii("!\u00f9\4\0\12\0\0\0,\0\0\0\0\2\0\2\0\0\2\2\u008cS\0;"))),
                arguments("WebP", Samples.lossyWebp()),
                arguments(
                        "extended WebP",
                        webp(
                                extended(0x3c, 8, 4),
                                chunk("ICCP", Samples.profile(60)),
                                lossless,
                                chunk("EXIF", EXIF),
                                chunk("XMP ", NoteSamples.xmp()))),
                arguments(
                        "animated WebP",
                        webp(extended(2, 16, 8), chunk("ANIM", new byte[6]), frame, frame)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void areRefusedOrBecomeAPictureThatStaysAsItIs(String name, byte[] picture)
            throws UnfitPictureException {
        assertThat(PictureCheck.of(picture)).isNotNull();
        int taken = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            var mutant = mutated(picture, new Random(seed));
            try {
                var checked = PictureCheck.of(mutant);
                taken++;
                assertStays(checked, seed);
            } catch (UnfitPictureException e) {
                assertThat(e.getMessage()).as("seed %d", seed).endsWith(".");
            }
        }
        assertThat(taken).isBetween(MUTANTS / 100, MUTANTS * 99 / 100);
    }

    private static void assertStays(CheckedPicture checked, int seed) {
        try {
            var again = PictureCheck.of(checked.bytes());
            assertThat(again.bytes()).as("seed %d", seed).isEqualTo(checked.bytes());
            assertThat(again.type()).isEqualTo(checked.type());
            assertThat(again.width()).isEqualTo(checked.width());
            assertThat(again.height()).isEqualTo(checked.height());
            assertThat(again.animated()).isEqualTo(checked.animated());
            assertThat(again.notes()).isEqualTo(PictureNotes.NONE);
        } catch (UnfitPictureException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static byte[] mutated(byte[] picture, Random random) {
        var mutant = picture.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(7)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) EDGES[random.nextInt(EDGES.length)];
                case 2 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                case 3 -> mutant = insert(mutant, at, some(random));
                case 4 -> mutant = without(mutant, at, random.nextInt(40));
                case 5 -> mutant = insert(mutant, at, part(mutant, random));
                default -> lie(mutant, at, random);
            }
        }
        return random.nextBoolean() ? withRightSums(mutant) : mutant;
    }

    private static byte[] some(Random random) {
        var some = new byte[1 + random.nextInt(20)];
        random.nextBytes(some);
        return some;
    }

    private static byte[] without(byte[] bytes, int from, int length) {
        int to = Math.min(bytes.length, from + length);
        var without = join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
        return without.length == 0 ? bytes : without;
    }

    private static byte[] part(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(100));
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Changes what may be a length or a number of two or four bytes. */
    private static void lie(byte[] bytes, int at, Random random) {
        int length = random.nextBoolean() ? 2 : 4;
        byte value = (byte) EDGES[random.nextInt(EDGES.length)];
        for (int i = at; i < Math.min(bytes.length, at + length); i++) {
            bytes[i] = random.nextBoolean() ? value : (byte) random.nextInt(256);
        }
    }

    /** Makes the checksums of a PNG right, as far as its lengths are, so that lies get further. */
    private static byte[] withRightSums(byte[] bytes) {
        var reader = new ByteReader(bytes, ByteOrder.BIG_ENDIAN);
        try {
            reader.skip(reader.startsWith(PngCheck.SIGNATURE) ? 8 : bytes.length);
            while (!reader.atEnd()) {
                long length = reader.u32();
                int start = reader.position();
                reader.skip(4 + length);
                var crc = new CRC32();
                crc.update(bytes, start, reader.position() - start);
                int end = reader.position();
                reader.skip(4);
                var sum = Samples.big().u32((int) crc.getValue()).written();
                System.arraycopy(sum, 0, bytes, end, 4);
            }
        } catch (UnfitPictureException e) {
            // the lengths lie from here on
        }
        return bytes;
    }

    private static byte[] told(byte[] jpeg) {
        var resources = NoteSamples.photoshop(NoteSamples.dataset(80, ascii("Ada")));
        return insert(
                jpeg,
                2,
                segment(0xe1, join(ascii("Exif\0\0"), EXIF)),
                segment(0xe1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), NoteSamples.xmp())),
                segment(0xe2, join(ascii("ICC_PROFILE\0\1\1"), Samples.profile(60))),
                segment(0xed, join(ascii("Photoshop 3.0\0"), resources)));
    }

    private static byte[] animatedPng() {
        var frame = Samples.big().u32(0).u32(8).u32(8).u32(0).u32(0).u32(10).u16(0).written();
        var data = Samples.big().u32(1).ascii("pixels").written();
        var png = Samples.png();
        var animated =
                insert(png, png.length - 12, pngChunk("fcTL", frame), pngChunk("fdAT", data));
        return insert(
                animated,
                33,
                pngChunk("acTL", Samples.big().u32(1).u32(0).written()),
                pngChunk("eXIf", EXIF),
                pngChunk("tEXt", "Author\0Ada"),
                pngChunk("iTXt", join(ascii("XML:com.adobe.xmp\0\0\0\0\0"), NoteSamples.xmp())));
    }

    private static byte[] frameHeader() {
        return Samples.little().u24(0).u24(0).u24(15).u24(7).u32(40).written();
    }
}
