/** Documents as they came, byte for byte. */
package galley.ingest.document;
