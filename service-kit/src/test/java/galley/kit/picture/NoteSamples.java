package galley.kit.picture;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Metadata as cameras and agencies write them. */
final class NoteSamples {
    private NoteSamples() {}

    /** Exif from its TIFF header on, with an orientation, texts and a secret that stands behind. */
    static byte[] exif(ByteOrder order, int orientation) {
        var texts = new String[] {"Harbour by night", "Ada Lens", "(c) Lens 2026"};
        int[] tags = {0x010e, 0x013b, 0x8298};
        int at = 8 + 2 + 4 * 12 + 4;
        var exif = new ByteWriter(order, 256);
        exif.ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II").u16(42).u32(8).u16(4);
        exif.u16(0x0112).u16(3).u32(1).u16(orientation).u16(0);
        for (int i = 0; i < texts.length; i++) {
            exif.u16(tags[i]).u16(2).u32(texts[i].length() + 1).u32(at);
            at += texts[i].length() + 1;
        }
        exif.u32(0);
        for (var text : texts) {
            exif.ascii(text).u8(0);
        }
        return exif.ascii(Samples.SECRET).written();
    }

    /** Photoshop's image resources, with IPTC's notes among them. */
    static byte[] photoshop(byte[]... datasets) {
        var iptc = Samples.join(datasets);
        return Samples.big()
                .ascii("8BIM")
                .u16(0x03ed)
                .u8(3)
                .ascii("odd")
                .u32(3)
                .ascii("abc")
                .u8(0)
                .ascii("8BIM")
                .u16(0x0404)
                .u16(0)
                .u32(iptc.length)
                .bytes(iptc)
                .written();
    }

    static byte[] dataset(int number, byte[] value) {
        return Samples.big().u8(0x1c).u8(2).u8(number).u16(value.length).bytes(value).written();
    }

    /** An XMP packet whose description has these attributes and this content. */
    static byte[] xmp(String attributes, String content) {
        return """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
        xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" %s>
        %s
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>\
        """
                .formatted(attributes, content)
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xmp() {
        return xmp(
                "photoshop:Credit=\"Coast Pictures\"",
                "<dc:creator><rdf:Seq><rdf:li>Ada Lens</rdf:li></rdf:Seq></dc:creator><!--"
                        + Samples.SECRET
                        + "-->");
    }
}
