/** Single texts as people write them: plain, Markdown, word processor documents. */
package galley.ingest.text;
