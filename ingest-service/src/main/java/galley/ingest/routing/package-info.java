/** Rules that say where items go and what happens to them without hands. */
package galley.ingest.routing;
