package galley.kit.picture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignatureTest {
    @Test
    void theContentTellsTheType() throws UnfitPictureException {
        assertThat(PictureCheck.of(Samples.jpeg()).type()).isEqualTo(PictureType.JPEG);
        assertThat(PictureCheck.of(Samples.png()).type()).isEqualTo(PictureType.PNG);
        assertThat(PictureCheck.of(Samples.gif()).type()).isEqualTo(PictureType.GIF);
        assertThat(PictureCheck.of(Samples.lossyWebp()).type()).isEqualTo(PictureType.WEBP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "''|empty",
                "<svg xmlns='http://www.w3.org/2000/svg'/>|SVG",
                "<?xml version='1.0'?><!-- a --><SVG/>|SVG",
                "<!DOCTYPE html><img src='a.jpg'>|a web page",
                "<script>alert(1)</script>|a web page",
                "<?xml version='1.0'?><rss/>|XML",
                "%PDF-1.7|a PDF document",
                "....ftypavif....|AVIF",
                "....ftypheic....|HEIC",
                "....ftypmif1....|HEIC",
                "....ftypisom....|a video",
                "II*~....|TIFF",
                "MM~*....|TIFF",
                "BM......|BMP",
                "~~\u0001~....|an icon",
                "PK\u0003\u0004....|an archive",
                "8BPS....|a Photoshop document",
                "~~~\fJXL ....|JPEG XL",
                "RIFF....WAVE|no picture",
                " GIF89a|no picture",
                "GIF88a|no picture"
            })
    void everythingElseIsRefusedByName(String content, String name) {
        assertThatThrownBy(() -> PictureCheck.of(Samples.ascii(content.replace('~', '\0'))))
                .isInstanceOf(UnfitPictureException.class)
                .hasMessageContaining("The file is " + name)
                .hasMessageEndingWith("; JPEG, PNG, GIF and WebP pictures are taken.");
    }
}
