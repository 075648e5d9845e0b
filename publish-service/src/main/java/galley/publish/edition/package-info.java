/**
 * What is live: a projection of the lifecycle log that anyone may drop and build again.
 *
 * <p>One row for each article, written only by a newer revision than it holds, so that any replica
 * may apply any event at any time, again or out of order, and all end with the same.
 */
package galley.publish.edition;
