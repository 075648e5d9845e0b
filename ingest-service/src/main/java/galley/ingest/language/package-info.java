/** In which language a text is written. */
package galley.ingest.language;
