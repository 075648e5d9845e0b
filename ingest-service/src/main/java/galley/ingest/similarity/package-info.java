/** Finds the same text, lightly edited, in items of other sources. */
package galley.ingest.similarity;
