/** Published articles as IPTC ninjs 3.1 documents. */
package galley.publish.ninjs;
