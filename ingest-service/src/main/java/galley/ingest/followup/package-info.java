/**
 * What is done about an item after it was taken in: its page is read whole, its pictures are kept.
 */
package galley.ingest.followup;
