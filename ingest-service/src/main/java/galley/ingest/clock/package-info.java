/** The time that all replicas agree on. */
package galley.ingest.clock;
