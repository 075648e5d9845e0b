/** Items that are sent rather than fetched. */
package galley.ingest.push;
