/**
 * Galley on one machine: a real PostgreSQL, a real Kafka broker and the three services as child
 * processes, and the program behind the {@code ./galley} script that looks after them.
 */
package galley.localstack;
