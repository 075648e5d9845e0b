package galley.kit.picture;

import java.nio.ByteOrder;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static galley.kit.picture.Samples.SECRET;
import static galley.kit.picture.Samples.ascii;
import static galley.kit.picture.Samples.insert;
import static galley.kit.picture.Samples.join;
import static galley.kit.picture.Samples.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JpegCheckTest {
    private static final int AFTER_START = 2;
    private final byte[] jpeg = Samples.jpeg();

    @Test
    void whatTellsOnPeopleIsDroppedAndThePixelsStay() throws UnfitPictureException {
        for (var original : new byte[][] {jpeg, Samples.progressiveJpeg()}) {
            var told =
                    insert(
                            original,
                            AFTER_START,
                            exif(NoteSamples.exif(ByteOrder.LITTLE_ENDIAN, 1)),
                            xmp(NoteSamples.xmp()),
                            segment(0xed, "Photoshop 3.0\0" + SECRET),
                            segment(0xfe, SECRET),
                            segment(0xe0, "JFXX\0\20" + SECRET),
                            segment(0xe2, "MPF\0" + SECRET),
                            segment(0xef, SECRET));
            var checked = PictureCheck.of(join(told, original, ascii(SECRET)));
            assertThat(Samples.text(checked.bytes())).doesNotContain(SECRET, "Lens", "Exif");
            assertThat(Samples.pixels(checked.bytes())).isEqualTo(Samples.pixels(original));
            assertThat(checked.bytes()).isEqualTo(original);
            assertThat(checked.width()).isEqualTo(Samples.WIDTH);
            assertThat(checked.height()).isEqualTo(Samples.HEIGHT);
            assertThat(checked.animated()).isFalse();
        }
    }

    @Test
    void aCommentBetweenScansIsDropped() throws UnfitPictureException {
        var progressive = Samples.progressiveJpeg();
        int lastScan = Samples.text(progressive).lastIndexOf("\u00ff\u00da");
        var told = insert(progressive, lastScan, segment(0xfe, SECRET), segment(0xe1, SECRET));
        assertThat(PictureCheck.of(told).bytes()).isEqualTo(progressive);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void theOrientationStaysAlone(int orientation) throws UnfitPictureException {
        for (var order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            var told = insert(jpeg, AFTER_START, exif(NoteSamples.exif(order, orientation)));
            var checked = PictureCheck.of(told);
            assertThat(Samples.text(checked.bytes())).contains("Exif").doesNotContain(SECRET);
            assertThat(checked.bytes()).hasSize(jpeg.length + 36);
            int exif = Samples.indexOf(checked.bytes(), "Exif\0\0") + 6;
            var tiff = Arrays.copyOfRange(checked.bytes(), exif, checked.bytes().length);
            assertThat(Exif.read(new ByteReader(tiff, order)).orientation()).isEqualTo(orientation);
            boolean onItsSide = orientation >= 5;
            assertThat(checked.width()).isEqualTo(onItsSide ? Samples.HEIGHT : Samples.WIDTH);
            assertThat(checked.height()).isEqualTo(onItsSide ? Samples.WIDTH : Samples.HEIGHT);
            assertThat(Samples.pixels(checked.bytes())).isEqualTo(Samples.pixels(jpeg));
        }
    }

    @Test
    void anUnknownOrientationIsNone() throws UnfitPictureException {
        var told = insert(jpeg, AFTER_START, exif(NoteSamples.exif(ByteOrder.BIG_ENDIAN, 9)));
        assertThat(PictureCheck.of(told).bytes()).isEqualTo(jpeg);
    }

    @Test
    void theColourProfileStaysIfItIsWhole() throws UnfitPictureException {
        var profile = Samples.profile(70_000);
        var first = profileSegment(1, 2, Arrays.copyOf(profile, 60_000));
        var second = profileSegment(2, 2, Arrays.copyOfRange(profile, 60_000, 70_000));
        var whole = insert(jpeg, AFTER_START + 18, first, second);
        assertThat(PictureCheck.of(whole).bytes()).isEqualTo(whole);

        var half = insert(jpeg, AFTER_START + 18, first);
        assertThat(PictureCheck.of(half).bytes()).isEqualTo(jpeg);
        var turned = insert(jpeg, AFTER_START + 18, second, first);
        assertThat(PictureCheck.of(turned).bytes()).isEqualTo(jpeg);
        var other = profileSegment(1, 1, ascii(SECRET.repeat(10)));
        assertThat(PictureCheck.of(insert(jpeg, AFTER_START + 18, other)).bytes()).isEqualTo(jpeg);
    }

    @Test
    void adobesColoursStayWithoutWhatFollowsThem() throws UnfitPictureException {
        var adobe = segment(0xee, "Adobe\0\144\0\0\0\0\1");
        var told = segment(0xee, "Adobe\0\144\0\0\0\0\1" + SECRET);
        assertThat(PictureCheck.of(insert(jpeg, AFTER_START + 18, told)).bytes())
                .isEqualTo(insert(jpeg, AFTER_START + 18, adobe));
    }

    @Test
    void theThumbnailOfJfifIsDropped() throws UnfitPictureException {
        var thumbnail = segment(0xe0, "JFIF\0\1\2\0\0\1\0\1\1\1abc");
        var without = Arrays.copyOfRange(jpeg, AFTER_START + 18, jpeg.length);
        var told = join(Arrays.copyOf(jpeg, AFTER_START), thumbnail, without);
        assertThat(PictureCheck.of(told).bytes()).isEqualTo(jpeg);
    }

    @Test
    void aMissingEndIsAddedAndStrayBytesAreDropped() throws UnfitPictureException {
        var endless = Arrays.copyOf(jpeg, jpeg.length - 2);
        assertThat(PictureCheck.of(endless).bytes()).isEqualTo(jpeg);
        assertThat(PictureCheck.of(Arrays.copyOf(jpeg, jpeg.length - 1)).bytes()).isEqualTo(jpeg);
        var filled = insert(jpeg, AFTER_START + 18, ascii("stray \u00ff\u00ff"));
        assertThat(PictureCheck.of(filled).bytes()).isEqualTo(jpeg);
    }

    @Test
    void whatBreaksOffBeforeThePixelsIsRefused() {
        int pixels = Samples.indexOf(jpeg, "\u00ff\u00da") + 14;
        for (int length = 3; length <= pixels; length++) {
            assertRefused(Arrays.copyOf(jpeg, length), "");
        }
        assertRefused(Arrays.copyOf(jpeg, 300), "The picture breaks off before its end.");
        assertRefused(join(Arrays.copyOf(jpeg, 2), ascii("\u00ff\u00d9")), "breaks off");
    }

    @Test
    void othersThanBaselineAndProgressiveAreRefused() {
        int header = frameHeader();
        assertRefused(changed(header + 1, 0xc3), "lossless, hierarchical or arithmetically coded");
        assertRefused(changed(header + 1, 0xc9), "lossless, hierarchical or arithmetically coded");
        assertRefused(changed(header + 4, 12), "other than 8 bits");
    }

    @Test
    void headersThatContradictEachOtherAreRefused() {
        int header = frameHeader();
        int scan = Samples.indexOf(jpeg, "\u00ff\u00da");
        assertRefused(changed(header + 3, 14), "contradict"); // its length
        assertRefused(changed(header + 9, 4), "contradict"); // its components
        assertRefused(changed(header + 11, 0x50), "contradict"); // sampling
        assertRefused(changed(header + 12, 3), "contradict"); // a table that is not there
        assertRefused(changed(scan + 5, 9), "contradict"); // a component that is not there
        assertRefused(insert(jpeg, header, segment(0xdd, "abc")), "contradict");
        assertRefused(insert(jpeg, header, segment(0xf0, "abc")), "contradict");
        assertRefused(insert(jpeg, header, segment(0xdb, "\0abc")), "breaks off");
        assertRefused(
                insert(jpeg, scan, Arrays.copyOfRange(jpeg, header, header + 19)), "contradict");
    }

    @Test
    void whatIsTooLargeIsRefusedByItsHeader() {
        int header = frameHeader();
        var wide = jpeg.clone();
        wide[header + 7] = 0x75;
        wide[header + 8] = 0x31; // 30,001
        assertRefused(wide, "30001 by 16 pixels");
        var large = jpeg.clone();
        large[header + 5] = 0x2e;
        large[header + 7] = 0x2e;
        assertRefused(large, "100 million in all");
        assertRefused(changed(header + 6, 0), "no pixels");
    }

    @Test
    void scansWithoutEndAreRefused() {
        var progressive = Samples.progressiveJpeg();
        int first = Samples.indexOf(progressive, "\u00ff\u00da");
        int second = Samples.text(progressive).indexOf("\u00ff\u00c4", first);
        var scan = Arrays.copyOfRange(progressive, first, second);
        var scans = new byte[100][];
        Arrays.fill(scans, scan);
        assertRefused(insert(progressive, first, scans), "more than 100 scans");
    }

    private int frameHeader() {
        return Samples.indexOf(jpeg, "\u00ff\u00c0");
    }

    private byte[] changed(int at, int value) {
        var changed = jpeg.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] exif(byte[] tiff) {
        return segment(0xe1, join(ascii("Exif\0\0"), tiff));
    }

    private static byte[] xmp(byte[] packet) {
        return segment(0xe1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), packet));
    }

    private static byte[] profileSegment(int number, int count, byte[] part) {
        return segment(
                0xe2,
                Samples.big().ascii("ICC_PROFILE\0").u8(number).u8(count).bytes(part).written());
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> PictureCheck.of(bytes))
                .isInstanceOf(UnfitPictureException.class)
                .hasMessageContaining(reason);
    }
}
