/**
 * All that is live, in forms in which it can be taken elsewhere. Everything is written as it is
 * read, some articles at a time, so an archive of any size takes the same memory.
 */
package galley.publish.export;
