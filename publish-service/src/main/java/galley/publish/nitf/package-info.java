/** Published articles as NITF documents, IPTC's News Industry Text Format. */
package galley.publish.nitf;
