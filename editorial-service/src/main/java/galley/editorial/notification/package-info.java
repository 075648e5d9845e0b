/** What somebody should know of: that they were named, or answered. */
package galley.editorial.notification;
