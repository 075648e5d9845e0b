/** What the public was told, as a log that every way of telling it reads. */
package galley.publish.announcement;
