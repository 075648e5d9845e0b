/** Published articles as IPTC NewsML-G2 items. */
package galley.publish.newsml;
