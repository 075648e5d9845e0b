package galley.ingest.format;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.events.MediaKind;

import static org.assertj.core.api.Assertions.assertThat;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, https://a.example/a, IMAGE",
        "IMAGE, , IMAGE",
        "picture, , IMAGE",
        "video/mp4; codecs=x, https://a.example/a.jpg, VIDEO",
        "audio/mpeg, , AUDIO",
        "application/pdf, https://a.example/a.jpg, DOCUMENT",
        "application/octet-stream, https://a.example/a.mp3, AUDIO",
        ", https://a.example/a.JPEG?width=9.9, IMAGE",
        ", 'https://a.example/a b.jpg', DOCUMENT",
        ", https://jpg.example, DOCUMENT",
        ", , DOCUMENT"
    })
    void theTypeTellsTheKindAndElseTheAddress(String type, String address, MediaKind kind) {
        assertThat(MediaTypes.kind(type, address)).isEqualTo(kind);
    }
}
