package galley.kit.picture;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static galley.kit.picture.Samples.SECRET;
import static galley.kit.picture.Samples.ascii;
import static galley.kit.picture.Samples.insert;
import static galley.kit.picture.Samples.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GifCheckTest {
    private static final byte[] START = ascii("GIF89a\2\0\2\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff");
    private static final byte[] TIMING = ascii("!\u00f9\4\0\12\0\0\0");
    private static final byte[] FRAME = ascii(",\0\0\0\0\2\0\2\0\0\2\2\u008cS\0");
    private static final byte[] LOOPS = ascii("!\u00ff\13NETSCAPE2.0\3\1\7\0\0");
    private static final byte[] END = ascii(";");
    private static final byte[] COMMENT = extension("\u00fe", SECRET);

    @Test
    void whatTellsOnPeopleIsDroppedAndThePixelsStay() throws UnfitPictureException {
        var gif = Samples.gif();
        int frame = Samples.indexOf(gif, ",\0\0\0\0\30\0\20\0");
        var told =
                insert(
                        gif,
                        frame,
                        COMMENT,
                        extension("\u00ff", "XMP DataXMP"),
                        extension("\u00ff", "ICCRGBG1012", SECRET),
                        extension("\u00ff", "MYPROGRAM.0", SECRET),
                        extension("\42", SECRET));
        var checked = PictureCheck.of(join(told, gif, ascii(SECRET)));
        assertThat(Samples.text(checked.bytes())).doesNotContain(SECRET, "XMP");
        assertThat(checked.bytes()).isEqualTo(gif);
        assertThat(Samples.pixels(checked.bytes())).isEqualTo(Samples.pixels(gif));
        assertThat(checked.width()).isEqualTo(Samples.WIDTH);
        assertThat(checked.height()).isEqualTo(Samples.HEIGHT);
        assertThat(checked.animated()).isFalse();
    }

    @Test
    void anAnimationKeepsItsTimingAndLoops() throws UnfitPictureException {
        var animated = join(START, LOOPS, TIMING, FRAME, TIMING, FRAME, END);
        var told = join(START, LOOPS, COMMENT, TIMING, FRAME, TIMING, COMMENT, FRAME, COMMENT, END);
        var checked = PictureCheck.of(told);
        assertThat(checked.bytes()).isEqualTo(animated);
        assertThat(checked.animated()).isTrue();
        var other = ascii(Samples.text(told).replace("NETSCAPE2.0", "ANIMEXTS1.0"));
        assertThat(PictureCheck.of(other).bytes()).isEqualTo(animated);
    }

    @Test
    void onlyTheNumberOfLoopsStaysOfAnApplication() throws UnfitPictureException {
        var chatty = extension("\u00ff", "NETSCAPE2.0", "\1\7\0", SECRET);
        assertThat(PictureCheck.of(join(START, chatty, FRAME, END)).bytes())
                .isEqualTo(join(START, LOOPS, FRAME, END));
        var buffering = extension("\u00ff", "NETSCAPE2.0", "\2\7\0\0\0");
        assertThat(PictureCheck.of(join(START, buffering, FRAME, END)).bytes())
                .isEqualTo(join(START, FRAME, END));
    }

    @Test
    void plainTextIsDroppedWithItsTiming() throws UnfitPictureException {
        var plain = extension("\1", "grid of text", SECRET);
        assertThat(PictureCheck.of(join(START, TIMING, plain, FRAME, END)).bytes())
                .isEqualTo(join(START, FRAME, END));
    }

    @Test
    void aMissingEndIsAddedAndTheUnknownIsTheEnd() throws UnfitPictureException {
        var whole = join(START, FRAME, END);
        assertThat(PictureCheck.of(join(START, FRAME)).bytes()).isEqualTo(whole);
        assertThat(PictureCheck.of(join(START, FRAME, ascii("\0<script>"), FRAME)).bytes())
                .isEqualTo(whole);
    }

    @Test
    void whatBreaksOffIsRefused() {
        var whole = join(START, LOOPS, TIMING, FRAME);
        for (int length = 6; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "");
        }
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "breaks off before its end");
        assertRefused(join(START, END), "no frame");
        assertRefused(ascii("GIF89a/*\1\0\1*/=alert(1)"), "");
    }

    @Test
    void partsThatContradictEachOtherAreRefused() {
        assertRefused(join(START, ascii(",\1\0\0\0\2\0\2\0\0\2\2\u008cS\0")), "not lie inside");
        assertRefused(join(START, ascii(",\0\0\0\0\0\0\2\0\0\2\2\u008cS\0")), "not lie inside");
        assertRefused(join(START, ascii(",\0\0\0\0\2\0\2\0\0\14\2\u008cS\0")), "contradict");
        assertRefused(join(START, ascii(",\0\0\0\0\2\0\2\0\0\2\0")), "contradict");
        assertRefused(join(START, ascii("!\u00f9\5\0\12\0\0\0\0"), FRAME, END), "contradict");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertRefused(ascii("GIF89a\u00ff\u00ff\1\0\0\0\0"), "65535 by 1 pixels");
        assertRefused(ascii("GIF89a\0\0\1\0\0\0\0"), "no pixels");
        var frames = new byte[2_001][];
        Arrays.fill(frames, FRAME);
        assertRefused(insert(join(START, END), START.length, frames), "more than 2000 frames");
    }

    private static byte[] extension(String label, String... blocks) {
        var extension = Samples.little().ascii("!").ascii(label);
        for (var block : blocks) {
            extension.u8(block.length()).ascii(block);
        }
        return extension.u8(0).written();
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> PictureCheck.of(bytes))
                .isInstanceOf(UnfitPictureException.class)
                .hasMessageContaining(reason);
    }
}
