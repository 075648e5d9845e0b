package galley.kit.picture;

import java.nio.ByteOrder;

/** The notes in IPTC's Information Interchange Model, among Photoshop's image resources. */
final class Iptc {
    private static final int IPTC_RESOURCE = 0x0404;
    private static final int DATASET = 0x1c;
    private static final int APPLICATION_RECORD = 2;
    private static final int BYLINE = 80;
    private static final int CREDIT = 110;
    private static final int COPYRIGHT_NOTICE = 116;
    private static final int CAPTION = 120;
    private static final int LONGEST_VALUE = 0x7fff;
    private static final int MOST_BYLINES = 20;

    private final StringBuilder bylines = new StringBuilder();
    private int bylineCount;
    private String credit;
    private String copyrightNotice;
    private String caption;

    private Iptc() {}

    /** Reads the image resources as far as they can be read. */
    static PictureNotes read(ByteReader resources) {
        var iptc = new Iptc();
        try {
            iptc.readResources(resources.inOrder(ByteOrder.BIG_ENDIAN));
        } catch (UnfitPictureException e) {
            // what was found until there is good
        }
        return PictureNotes.of(
                iptc.bylines.toString(), iptc.credit, iptc.copyrightNotice, iptc.caption);
    }

    private void readResources(ByteReader resources) throws UnfitPictureException {
        while (resources.passes("8BIM")) {
            int id = resources.u16();
            int name = resources.u8();
            resources.skip(name | 1); // name and its length take an even number of bytes
            long length = resources.u32();
            var data = resources.part(length);
            if (id == IPTC_RESOURCE) {
                readDatasets(data);
            }
            resources.skip(length & 1);
        }
    }

    private void readDatasets(ByteReader datasets) throws UnfitPictureException {
        while (!datasets.atEnd() && datasets.u8() == DATASET) {
            int datasetRecord = datasets.u8();
            int number = datasets.u8();
            int length = datasets.u16();
            if (length > LONGEST_VALUE) {
                return; // an extended dataset, which is none of those that are wanted
            }
            var value = datasets.part(length);
            if (datasetRecord == APPLICATION_RECORD) {
                take(number, value);
            }
        }
    }

    private void take(int number, ByteReader value) {
        switch (number) {
            case BYLINE -> addByline(value);
            case CREDIT -> credit = NoteText.decode(value.rest());
            case COPYRIGHT_NOTICE -> copyrightNotice = NoteText.decode(value.rest());
            case CAPTION -> caption = NoteText.decode(value.rest());
            default -> {}
        }
    }

    private void addByline(ByteReader value) {
        if (bylineCount < MOST_BYLINES) {
            bylines.append(bylines.isEmpty() ? "" : ", ").append(NoteText.decode(value.rest()));
            bylineCount++;
        }
    }
}
