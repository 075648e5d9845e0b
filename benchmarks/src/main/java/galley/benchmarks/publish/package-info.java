/** How fast readers and sites are served, beside a server that only hands out bytes. */
package galley.benchmarks.publish;
