/** How events get from the outbox table to the broker: our relay against following the log. */
package galley.benchmarks.outbox;
