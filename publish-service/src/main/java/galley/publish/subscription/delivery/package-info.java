/**
 * What subscribers are sent: announcements are handed out once, and each goes to its subscriber
 * until it is taken, overtaken or given up.
 */
package galley.publish.subscription.delivery;
