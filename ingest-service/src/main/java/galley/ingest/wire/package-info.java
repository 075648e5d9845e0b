/**
 * The news agencies' formats in XML: NewsML-G2, NewsML 1 and NITF, standards of the IPTC, read as
 * agencies write them.
 */
package galley.ingest.wire;
