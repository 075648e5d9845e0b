/** Strong entity tags and the preconditions of RFC 9110. */
package galley.kit.etag;
