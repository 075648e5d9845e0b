/** Requests that this service makes to others' servers. */
package galley.publish.outbound;
