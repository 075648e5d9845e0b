/** Fetches of sources: by the clock or by hand, at most one at a time for each source. */
package galley.ingest.run;
