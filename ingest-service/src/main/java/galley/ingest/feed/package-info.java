/**
 * Feeds in XML: RSS of all versions, Atom (RFC 4287, and 0.3 before it) and its tombstones (RFC
 * 6721), read as they are found rather than as they should be.
 */
package galley.ingest.feed;
