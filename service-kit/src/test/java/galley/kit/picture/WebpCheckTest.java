package galley.kit.picture;

import java.nio.ByteOrder;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static galley.kit.picture.Samples.SECRET;
import static galley.kit.picture.Samples.alpha;
import static galley.kit.picture.Samples.ascii;
import static galley.kit.picture.Samples.chunk;
import static galley.kit.picture.Samples.extended;
import static galley.kit.picture.Samples.join;
import static galley.kit.picture.Samples.lossless;
import static galley.kit.picture.Samples.lossy;
import static galley.kit.picture.Samples.webp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebpCheckTest {
    private static final int PROFILE = 0x20;
    private static final int ALPHA = 0x10;
    private static final int EXIF = 0x08;
    private static final int XMP = 0x04;
    private static final int ANIMATION = 0x02;
    private static final byte[] LOSSY = chunk("VP8 ", lossy());
    private static final byte[] LOSSLESS = chunk("VP8L", lossless());
    private static final byte[] ICC = chunk("ICCP", Samples.profile(99));
    private static final byte[] TOLD =
            join(
                    chunk("EXIF", NoteSamples.exif(ByteOrder.LITTLE_ENDIAN, 6)),
                    chunk("XMP ", NoteSamples.xmp()),
                    chunk("abcd", ascii(SECRET)));

    @Test
    void aSimpleOneStaysAndWhatFollowsIsDropped() throws UnfitPictureException {
        var lossy = PictureCheck.of(join(Samples.lossyWebp(), ascii(SECRET)));
        assertThat(lossy.bytes()).isEqualTo(Samples.lossyWebp());
        assertThat(lossy.width()).isEqualTo(16);
        assertThat(lossy.height()).isEqualTo(8);
        var lossless = PictureCheck.of(webp(LOSSLESS, TOLD));
        assertThat(lossless.bytes()).isEqualTo(Samples.losslessWebp());
        assertThat(lossless.width()).isEqualTo(8);
        assertThat(lossless.height()).isEqualTo(4);
        assertThat(lossless.animated()).isFalse();
    }

    @Test
    void whatTellsOnPeopleIsDroppedAndItsFlagsAreTaken() throws UnfitPictureException {
        var alpha = chunk("ALPH", alpha());
        var told =
                webp(extended(0xc1 | PROFILE | ALPHA | EXIF | XMP, 16, 8), ICC, alpha, LOSSY, TOLD);
        var checked = PictureCheck.of(told);
        assertThat(checked.bytes())
                .isEqualTo(webp(extended(PROFILE | ALPHA, 16, 8), ICC, alpha, LOSSY));
        assertThat(checked.width()).isEqualTo(16);
        assertThat(checked.height()).isEqualTo(8);
    }

    @Test
    void aProfileStaysOnlyIfItIsAnnounced() throws UnfitPictureException {
        assertThat(PictureCheck.of(webp(extended(0, 8, 4), ICC, LOSSLESS)).bytes())
                .isEqualTo(webp(extended(0, 8, 4), LOSSLESS));
        assertThat(PictureCheck.of(webp(extended(PROFILE, 8, 4), LOSSLESS)).bytes())
                .isEqualTo(webp(extended(0, 8, 4), LOSSLESS));
    }

    @Test
    void anAnimationStaysWithoutTheUnknown() throws UnfitPictureException {
        var header = extended(ANIMATION, 20, 10);
        var control = chunk("ANIM", new byte[6]);
        var first = frame(0, 0, 16, 8, LOSSY);
        var second = frame(6, 3, 8, 4, LOSSLESS);
        var told = webp(header, control, frame(0, 0, 16, 8, LOSSY, TOLD), TOLD, second);
        var checked = PictureCheck.of(told);
        assertThat(checked.bytes()).isEqualTo(webp(header, control, first, second));
        assertThat(checked.animated()).isTrue();
        assertThat(checked.width()).isEqualTo(20);
        assertThat(checked.height()).isEqualTo(10);
    }

    @Test
    void framesThatContradictTheCanvasAreRefused() {
        var control = chunk("ANIM", new byte[6]);
        var header = extended(ANIMATION, 20, 10);
        assertRefused(webp(header, control, frame(3, 0, 16, 8, LOSSY)), "not lie inside");
        assertRefused(webp(header, control, frame(0, 2, 16, 8, LOSSY)), "not lie inside");
        assertRefused(webp(header, control, frame(0, 0, 15, 8, LOSSY)), "contradict");
        assertRefused(webp(header, frame(0, 0, 16, 8, LOSSY)), "contradict");
        assertRefused(webp(header, control), "contradict");
        assertRefused(webp(header, control, frame(0, 0, 16, 8, new byte[0])), "no image");
        assertRefused(webp(extended(0, 16, 9), LOSSY), "contradict");
        assertRefused(webp(extended(0, 16, 8)), "no image");
        var frames = new byte[2_001][];
        Arrays.fill(frames, frame(0, 0, 8, 4, LOSSLESS));
        assertRefused(webp(header, control, join(frames)), "more than 2000 frames");
    }

    @Test
    void whatBreaksOffIsRefused() {
        for (var whole : new byte[][] {Samples.lossyWebp(), Samples.losslessWebp()}) {
            for (int length = 12; length < whole.length; length++) {
                assertRefused(Arrays.copyOf(whole, length), "breaks off");
            }
        }
        assertRefused(webp(chunk("VP8 ", Arrays.copyOf(lossy(), 12))), "breaks off");
        var shortened = Samples.lossyWebp();
        shortened[4] = 20; // as RIFF says
        assertRefused(shortened, "breaks off");
        shortened[4] = 3;
        assertRefused(shortened, "contradict");
    }

    @Test
    void anImageThatIsNoneIsRefused() {
        for (int at : new int[] {0, 3, 4, 5}) {
            var image = lossy();
            image[at] ^= 0x11; // no key frame, or not to be shown, or another signature
            assertRefused(webp(chunk("VP8 ", image)), "contradict");
        }
        var image = lossless();
        image[0] ^= 1;
        assertRefused(webp(chunk("VP8L", image)), "contradict");
        image[0] ^= 1;
        image[4] |= 0x20;
        assertRefused(webp(chunk("VP8L", image)), "contradict");
        assertRefused(webp(TOLD), "no image");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertRefused(webp(extended(0, 1 << 24, 1 << 24), LOSSY), "16777216 by 16777216 pixels");
        var large = Samples.lossyWebp();
        Arrays.fill(large, 26, 30, (byte) 0x3f);
        assertRefused(large, "100 million in all");
    }

    private static byte[] frame(int x, int y, int width, int height, byte[]... chunks) {
        var area = Samples.little().u24(x).u24(y).u24(width - 1).u24(height - 1).u32(40);
        return chunk("ANMF", join(area.written(), join(chunks)));
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> PictureCheck.of(bytes))
                .isInstanceOf(UnfitPictureException.class)
                .hasMessageContaining(reason);
    }
}
