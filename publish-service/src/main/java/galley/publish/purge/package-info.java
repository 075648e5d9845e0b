/** What caches in front of the service drop when an article changes. */
package galley.publish.purge;
