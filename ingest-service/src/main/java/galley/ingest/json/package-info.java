/**
 * Documents in JSON: JSON Feed and IPTC's ninjs, read as they are found rather than as they should
 * be.
 */
package galley.ingest.json;
