/**
 * Feeds in XML: RSS 2.0 and Atom (RFC 4287), read as they are found rather than as they should be.
 */
package galley.ingest.feed;
