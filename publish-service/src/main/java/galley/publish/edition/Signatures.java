package galley.publish.edition;

import galley.events.Article;
import galley.events.Ninjs;

/**
 * Signatures of what the world is told of an article: compact JWS (RFC 7515) of a statement that
 * has the hashes of the documents. A version has the same one at every door.
 */
public interface Signatures {
    /**
     * The CloudEvents extension attribute, and the member of JSON objects, that has a signature.
     */
    String ATTRIBUTE = "signature";

    /** The HTTP header field that has the signature of the document in the body. */
    String HEADER = "Galley-Signature";

    /**
     * Signs a version as it is announced, in the caller's transaction. What was announced before is
     * not signed again: it has the signature that it had.
     *
     * @param article as the public gets it; of a killed or withheld one, only its id, revision and
     *     version count
     * @param document what is announced
     */
    String sign(Article article, Ninjs document);

    /**
     * The signature of what the world was told last of an article; made now where that was before
     * there were signatures.
     */
    String of(Entry entry);

    /**
     * The signature of a live article that fits a document; made now where the document has changed
     * without a new version, as it does when the site moves to another address.
     *
     * @param hash of the document's bytes, as a representation has it
     */
    String of(Entry entry, String hash);
}
