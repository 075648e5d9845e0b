package galley.ingest.format;

/** What an item is known by within its source: its guid, else its address, else what it says. */
public final class Identity {
    static final int MAX_LENGTH = 500;

    private Identity() {}

    /**
     * The identity of an item.
     *
     * @param guid the source's own id, or null
     * @param url the canonical address, or null
     * @param contentHash the last resort: with neither, a changed item is another item
     */
    public static String of(String guid, String url, String contentHash) {
        var name = guid != null ? guid : url;
        if (name == null) {
            return "sha256:" + contentHash;
        }
        return name.length() <= MAX_LENGTH ? name : "sha256:" + Sha256.of(name);
    }
}
