package galley.kit.picture;

/**
 * A chunk of a RIFF file.
 *
 * @param type its four characters
 * @param data its content
 */
record RiffChunk(String type, ByteReader data) {
    /** Reads a chunk and what fills it up to an even length, which the last one may lack. */
    static RiffChunk read(ByteReader chunks) throws UnfitPictureException {
        var type = chunks.ascii(4);
        long length = chunks.u32();
        var data = chunks.part(length);
        chunks.skip(Math.min(length & 1, chunks.remaining()));
        return new RiffChunk(type, data);
    }

    void write(ByteWriter out) {
        var whole = data.from(0, data.position() + data.remaining());
        int length = whole.remaining();
        out.ascii(type).u32(length).rest(whole);
        if (length % 2 == 1) {
            out.u8(0);
        }
    }
}
