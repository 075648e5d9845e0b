/** How fast articles are taken in. */
package galley.benchmarks.ingest;
