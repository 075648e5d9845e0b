package galley.ingest.format;

import java.net.URI;

/** A document as it came, read or not. */
public final class RawDocument {
    private final byte[] bytes;
    private final String contentType;
    private final URI address;
    private final String text;

    /**
     * Keeps the bytes as they are; the caller must not change them.
     *
     * @param contentType the header field with its parameters, or null
     * @param address where it came from, against which relative addresses are read
     */
    public RawDocument(byte[] bytes, String contentType, URI address) {
        this.bytes = bytes;
        this.contentType = contentType;
        this.address = address;
        this.text = DocumentText.decode(bytes, contentType);
    }

    /** The bytes as they came; not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** The media type with its parameters, or null. */
    public String contentType() {
        return contentType;
    }

    /** Where it came from. */
    public URI address() {
        return address;
    }

    /** The text, without byte order mark and without characters that no text has. */
    public String text() {
        return text;
    }

    /** The text as far as this many characters, or all of it. */
    public String beginning(int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
