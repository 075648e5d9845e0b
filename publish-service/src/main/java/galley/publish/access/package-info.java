/** Who calls, and what is theirs. */
package galley.publish.access;
