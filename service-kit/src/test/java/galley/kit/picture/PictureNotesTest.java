package galley.kit.picture;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static galley.kit.picture.NoteSamples.dataset;
import static galley.kit.picture.NoteSamples.photoshop;
import static galley.kit.picture.NoteSamples.xmp;
import static galley.kit.picture.Samples.ascii;
import static galley.kit.picture.Samples.insert;
import static galley.kit.picture.Samples.join;
import static galley.kit.picture.Samples.pngChunk;
import static galley.kit.picture.Samples.segment;
import static org.assertj.core.api.Assertions.assertThat;

class PictureNotesTest {
    private static final PictureNotes OF_EXIF =
            new PictureNotes("Ada Lens", "(c) Lens 2026", "Harbour by night");
    private static final PictureNotes OF_XMP =
            new PictureNotes("Ada Lens / Coast Pictures", null, null);

    @Test
    void exifIsRead() throws UnfitPictureException {
        for (var order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            var tiff = NoteSamples.exif(order, 1);
            assertThat(notes(segment(0xe1, join(ascii("Exif\0\0"), tiff)))).isEqualTo(OF_EXIF);
            assertThat(ofPng(pngChunk("eXIf", tiff))).isEqualTo(OF_EXIF);
            assertThat(ofWebp(Samples.chunk("EXIF", tiff))).isEqualTo(OF_EXIF);
            assertThat(ofWebp(Samples.chunk("EXIF", join(ascii("Exif\0\0"), tiff))))
                    .isEqualTo(OF_EXIF);
        }
    }

    @Test
    void brokenExifSaysWhatItStillCan() throws UnfitPictureException {
        var tiff = NoteSamples.exif(ByteOrder.BIG_ENDIAN, 1);
        var cut = Arrays.copyOf(tiff, Samples.indexOf(tiff, "(c)"));
        assertThat(ofPng(pngChunk("eXIf", cut)))
                .isEqualTo(new PictureNotes("Ada Lens", null, "Harbour by night"));
        assertThat(ofPng(pngChunk("eXIf", "MM"))).isEqualTo(PictureNotes.NONE);
    }

    @Test
    void xmpIsReadInEveryFormat() throws UnfitPictureException {
        assertThat(notes(xmpSegment(xmp()))).isEqualTo(OF_XMP);
        assertThat(ofPng(pngChunk("iTXt", join(ascii("XML:com.adobe.xmp\0\0\0\0\0"), xmp()))))
                .isEqualTo(OF_XMP);
        assertThat(ofWebp(Samples.chunk("XMP ", xmp()))).isEqualTo(OF_XMP);
        assertThat(ofGif(xmp())).isEqualTo(OF_XMP);
    }

    @Test
    void xmpsListsAndLanguagesAreRead() throws UnfitPictureException {
        var packet =
                xmp(
                        "",
                        """
                        <dc:creator><rdf:Seq><rdf:li>Ada</rdf:li><rdf:li>Bo</rdf:li></rdf:Seq>
                        </dc:creator>
                        <dc:rights>© 2026 &lt;Lens&gt; <![CDATA[& Co]]></dc:rights>
                        <dc:description><rdf:Alt>
                        <rdf:li xml:lang="de">Der Hafen</rdf:li>
                        <rdf:li xml:lang="x-default">The harbour</rdf:li>
                        </rdf:Alt></dc:description>\
                        """);
        assertThat(notes(xmpSegment(packet)))
                .isEqualTo(new PictureNotes("Ada, Bo", "© 2026 <Lens> & Co", "The harbour"));
    }

    @Test
    void whatXmpSaysOfOtherPicturesIsNotRead() throws UnfitPictureException {
        var packet =
                xmp(
                        "",
                        """
                        <xmpMM:Pantry><rdf:Bag><rdf:li><rdf:Description>
                        <dc:description>Another picture</dc:description>
                        </rdf:Description></rdf:li></rdf:Bag></xmpMM:Pantry>
                        <photoshop:Credit>Coast Pictures</photoshop:Credit>\
                        """);
        assertThat(notes(xmpSegment(packet)))
                .isEqualTo(new PictureNotes("Coast Pictures", null, null));
    }

    @Test
    void entitiesOfXmpAreNeverResolved() throws UnfitPictureException {
        var secret =
                "<!DOCTYPE x [<!ENTITY a \"grows\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>";
        for (var entity : new String[] {"&a;", "&f;"}) {
            var packet =
                    new String(
                            xmp("", "<dc:rights>says " + entity + "</dc:rights>"),
                            StandardCharsets.UTF_8);
            var told = packet.replace("<x:xmpmeta", secret + "<x:xmpmeta");
            var rights = notes(xmpSegment(told.getBytes(StandardCharsets.UTF_8))).copyrightNotice();
            assertThat(rights == null ? "" : rights).matches("|says");
        }
    }

    @Test
    void brokenXmpSaysWhatItStillCan() throws UnfitPictureException {
        var packet = xmp("photoshop:Credit='Coast'", "<dc:rights>Lens</dc:rights></broken>");
        assertThat(notes(xmpSegment(packet))).isEqualTo(new PictureNotes("Coast", "Lens", null));
        assertThat(notes(xmpSegment(ascii("no XML")))).isEqualTo(PictureNotes.NONE);
    }

    @Test
    void iptcIsRead() throws UnfitPictureException {
        var utf8 =
                photoshop(
                        dataset(5, ascii("a title")),
                        dataset(80, ascii("Ada Lens")),
                        dataset(80, ascii("Bo")),
                        dataset(110, ascii("Coast Pictures")),
                        dataset(116, "© Lens".getBytes(StandardCharsets.UTF_8)),
                        dataset(120, ascii("The\rharbour\0 by\t\tnight ")));
        assertThat(notes(photoshopSegment(utf8)))
                .isEqualTo(
                        new PictureNotes(
                                "Ada Lens, Bo / Coast Pictures", "© Lens", "The harbour by night"));
        var latin = photoshop(dataset(120, "Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(notes(photoshopSegment(latin)).caption()).isEqualTo("Café");
    }

    @Test
    void iptcMaySpreadOverSegments() throws UnfitPictureException {
        var whole = photoshop(dataset(110, ascii("Coast")), dataset(120, ascii("The harbour")));
        var first = Arrays.copyOf(whole, whole.length - 7);
        var second = Arrays.copyOfRange(whole, whole.length - 7, whole.length);
        assertThat(notes(photoshopSegment(first), photoshopSegment(second)))
                .isEqualTo(new PictureNotes("Coast", null, "The harbour"));
    }

    @Test
    void xmpComesBeforeIptcBeforeExif() throws UnfitPictureException {
        var exif = join(ascii("Exif\0\0"), NoteSamples.exif(ByteOrder.BIG_ENDIAN, 1));
        var iptc = photoshop(dataset(110, ascii("IPTC")), dataset(116, ascii("of IPTC")));
        assertThat(notes(segment(0xe1, exif), photoshopSegment(iptc), xmpSegment(xmp())))
                .isEqualTo(new PictureNotes(OF_XMP.credit(), "of IPTC", OF_EXIF.caption()));
    }

    @Test
    void textsOfPngAreRead() throws UnfitPictureException {
        assertThat(
                        ofPng(
                                pngChunk("tEXt", "Author\0Ada Lens"),
                                pngChunk("tEXt", "Copyright\0\u00a9 Lens"),
                                pngChunk("iTXt", "Description\0\0\0en\0\0The harbour")))
                .isEqualTo(new PictureNotes("Ada Lens", "© Lens", "The harbour"));
    }

    @Test
    void whoIsMakerAndProviderIsNamedOnce() {
        assertThat(PictureNotes.of("Ada", "Ada/Coast", null, null).credit()).isEqualTo("Ada/Coast");
        assertThat(PictureNotes.of("Ada, Coast", "Coast", null, null).credit())
                .isEqualTo("Ada, Coast");
        assertThat(PictureNotes.of("Ada", " ", null, null).credit()).isEqualTo("Ada");
        assertThat(PictureNotes.of(null, "Coast", null, null).credit()).isEqualTo("Coast");
        assertThat(PictureNotes.of(null, null, null, null)).isEqualTo(PictureNotes.NONE);
    }

    @Test
    void textsAreBoundedLines() {
        var notes =
                new PictureNotes("a".repeat(250), "©".repeat(501), "\uD83D\uDE00".repeat(6_000));
        assertThat(notes.credit()).hasSize(250).doesNotContain("…");
        assertThat(notes.copyrightNotice()).hasSize(500).endsWith("©…");
        assertThat(notes.caption().codePoints()).hasSize(5_000);
        assertThat(notes.caption()).endsWith("\uD83D\uDE00…");
        assertThat(new PictureNotes("\0\uD83D \n", "a\u0007b", "").toString())
                .isEqualTo(new PictureNotes(null, "a b", null).toString());
    }

    @Test
    void aCleanedPictureSaysNothing() throws UnfitPictureException {
        var told = insert(Samples.jpeg(), 2, xmpSegment(xmp()));
        var clean = PictureCheck.of(told).bytes();
        assertThat(PictureCheck.of(clean).notes()).isEqualTo(PictureNotes.NONE);
    }

    private static PictureNotes notes(byte[]... segments) throws UnfitPictureException {
        return PictureCheck.of(insert(Samples.jpeg(), 2, segments)).notes();
    }

    private static PictureNotes ofPng(byte[]... chunks) throws UnfitPictureException {
        return PictureCheck.of(insert(Samples.png(), 33, chunks)).notes();
    }

    private static PictureNotes ofWebp(byte[] chunk) throws UnfitPictureException {
        var image = Samples.chunk("VP8L", Samples.lossless());
        return PictureCheck.of(Samples.webp(Samples.extended(12, 8, 4), image, chunk)).notes();
    }

    /** XMP stands in a GIF as it is, followed by bytes that lead every reader to the end. */
    private static PictureNotes ofGif(byte[] packet) throws UnfitPictureException {
        var trailer = Samples.big().u8(1);
        for (int value = 255; value >= 0; value--) {
            trailer.u8(value);
        }
        var gif = Samples.gif();
        int frame = Samples.indexOf(gif, ",\0\0\0\0\30\0\20\0");
        var told =
                insert(gif, frame, ascii("!\u00ff\13XMP DataXMP"), packet, trailer.u8(0).written());
        var checked = PictureCheck.of(told);
        assertThat(checked.bytes()).isEqualTo(gif);
        return checked.notes();
    }

    private static byte[] xmpSegment(byte[] packet) {
        return segment(0xe1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), packet));
    }

    private static byte[] photoshopSegment(byte[] resources) {
        return segment(0xed, join(ascii("Photoshop 3.0\0"), resources));
    }
}
