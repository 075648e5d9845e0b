/** Shows what would happen, without doing it. */
package galley.ingest.trial;
