/** Keeps secrets that the service has to use again, so that a copy of the database tells none. */
package galley.ingest.secret;
