/**
 * Proof of what was published: every version is signed, and so is that one no longer stands. The
 * edition asks for signatures through {@link galley.publish.edition.Signatures}.
 */
package galley.publish.proof;
