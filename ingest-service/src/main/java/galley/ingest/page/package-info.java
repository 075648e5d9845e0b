/** Web pages: their main text, what they say about themselves, and the feeds they name. */
package galley.ingest.page;
