/**
 * Reads from the words of an item how it is built: which of its blocks are an introduction and
 * which were first published elsewhere, by whom, when and in which language. All of it is a
 * proposal for an editor; the text itself is never touched.
 */
package galley.ingest.structure;
