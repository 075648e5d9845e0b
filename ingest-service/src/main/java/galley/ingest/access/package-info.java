/** Who may do what. */
package galley.ingest.access;
