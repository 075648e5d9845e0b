/** Answers kept ready in memory, none of them longer than it is true. */
package galley.publish.ready;
