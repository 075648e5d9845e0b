package galley.kit.picture;

import java.nio.ByteOrder;

/**
 * Checks and cleans a JPEG (ITU-T T.81). Of the application segments stay JFIF's without its
 * thumbnail, Adobe's, the colour profile, and Exif with nothing but the orientation.
 */
final class JpegCheck {
    private static final int DHT = 0xc4;
    private static final int DAC = 0xcc;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DQT = 0xdb;
    private static final int DNL = 0xdc;
    private static final int DRI = 0xdd;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP13 = 0xed;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;
    private static final int TEM = 0x01;
    private static final int MOST_SCANS = 100;

    private final ByteReader file;
    private final ByteWriter body;
    private final Metadata metadata = new Metadata();
    private final IccProfile profile = new IccProfile();
    private final ByteWriter photoshop = new ByteWriter(ByteOrder.BIG_ENDIAN, 0);
    private ByteReader jfif;
    private ByteReader adobe;
    private JpegFrame frame;
    private int quantization;
    private int scans;

    private JpegCheck(byte[] bytes) {
        file = new ByteReader(bytes, ByteOrder.BIG_ENDIAN);
        body = new ByteWriter(ByteOrder.BIG_ENDIAN, bytes.length);
    }

    static CheckedPicture of(byte[] bytes) throws UnfitPictureException {
        var check = new JpegCheck(bytes);
        check.read();
        return check.checked();
    }

    static UnfitPictureException broken() {
        return new UnfitPictureException("The JPEG is broken: its headers contradict each other.");
    }

    private void read() throws UnfitPictureException {
        file.skip(2); // the start of the image
        for (int marker = nextMarker(); marker != EOI; marker = nextMarker()) {
            if (marker != TEM && (marker < RST0 || marker > RST7)) {
                readSegment(marker);
            }
        }
        if (scans == 0) {
            throw ByteReader.breaksOff();
        }
    }

    /** The next marker wherever it stands; at the end of a file that has a scan, the end marker. */
    private int nextMarker() throws UnfitPictureException {
        boolean announced = false;
        while (!file.atEnd()) {
            int code = file.u8();
            if (announced && code != 0 && code != 0xff) {
                return code;
            }
            announced = code == 0xff;
        }
        return EOI;
    }

    private void readSegment(int marker) throws UnfitPictureException {
        int length = file.u16();
        if (length < 2) {
            throw broken();
        }
        var content = file.part(length - 2);
        switch (marker) {
            case DQT -> {
                quantization |= JpegTables.quantization(content);
                keep(marker, content);
            }
            case DHT -> {
                JpegTables.huffman(content);
                keep(marker, content);
            }
            case DRI -> {
                require(content.remaining() == 2);
                keep(marker, content);
            }
            case SOS -> readScan(content);
            case DAC, DNL, COM -> {} // neither is needed for what browsers show
            default -> {
                if (marker >= APP0 && marker <= APP15) {
                    readApplication(marker, content);
                } else {
                    require(marker >= 0xc0 && marker <= 0xcf && frame == null);
                    frame = JpegFrame.read(marker, content);
                    keep(marker, content);
                }
            }
        }
    }

    private void readApplication(int marker, ByteReader content) throws UnfitPictureException {
        if (scans > 0) {
            return; // where readers don't look any more
        }
        if (marker == APP0 && content.remaining() >= 14 && content.startsWith("JFIF\0")) {
            jfif = content.part(12);
        } else if (marker == APP1 && content.passes("Exif\0")) {
            content.skip(Math.min(1, content.remaining())); // a zero, mostly
            metadata.readExif(content.part(content.remaining()));
        } else if (marker == APP1 && content.passes("http://ns.adobe.com/xap/1.0/\0")) {
            metadata.readXmp(content);
        } else if (marker == APP2 && content.passes(IccProfile.NAME)) {
            profile.add(content);
        } else if (marker == APP13 && content.passes("Photoshop 3.0\0")) {
            photoshop.rest(content);
        } else if (marker == APP14 && content.remaining() >= 12 && content.startsWith("Adobe")) {
            adobe = content.part(12);
        }
    }

    private void readScan(ByteReader header) throws UnfitPictureException {
        require(frame != null);
        frame.requireScan(header, quantization);
        scans++;
        if (scans > MOST_SCANS) {
            throw new UnfitPictureException("The JPEG has more than " + MOST_SCANS + " scans.");
        }
        keep(SOS, header);
        int length = scanLength();
        require(length > 0);
        body.rest(file.part(length));
    }

    /** How many bytes there are until the next marker that ends the scan. */
    private int scanLength() {
        int length = 0;
        while (length < file.remaining()) {
            int next = length;
            while (next < file.remaining() && file.ahead(next) == 0xff) {
                next++;
            }
            if (next > length && (next == file.remaining() || endsScan(file.ahead(next)))) {
                return length;
            }
            length = next + 1;
        }
        return length;
    }

    private static boolean endsScan(int code) {
        return code != 0 && (code < RST0 || code > RST7);
    }

    private void keep(int marker, ByteReader content) {
        var whole = content.from(0, content.position() + content.remaining());
        body.u8(0xff).u8(marker).u16(2 + whole.remaining()).rest(whole);
    }

    private static void require(boolean sound) throws UnfitPictureException {
        if (!sound) {
            throw broken();
        }
    }

    private CheckedPicture checked() {
        metadata.readPhotoshop(new ByteReader(photoshop.written(), ByteOrder.BIG_ENDIAN));
        var clean = new ByteWriter(ByteOrder.BIG_ENDIAN, body.size() + 1_024);
        clean.u16(0xffd8);
        if (jfif != null) {
            clean.u16(0xffe0).u16(16).rest(jfif).u16(0); // a thumbnail of no pixels
        }
        if (metadata.orientation() != Exif.UPRIGHT) {
            var exif = Exif.write(metadata.orientation());
            clean.u16(0xffe1).u16(8 + exif.length).ascii("Exif\0\0").bytes(exif);
        }
        profile.write(clean);
        if (adobe != null) {
            clean.u16(0xffee).u16(14).rest(adobe);
        }
        clean.bytes(body.written()).u16(0xffd9);
        var shown = frame.canvas().turned(metadata.orientation());
        return new CheckedPicture(
                PictureType.JPEG,
                shown.width(),
                shown.height(),
                metadata.orientation(),
                false,
                metadata.notes(),
                clean.written());
    }
}
