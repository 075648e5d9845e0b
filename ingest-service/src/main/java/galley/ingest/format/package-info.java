/**
 * What every format is read into, and the seam at which formats are added: a {@link
 * galley.ingest.format.FormatReader} each.
 */
package galley.ingest.format;
