/** Keeps staff tools fresh: server-sent events of what happens to articles and to the caller. */
package galley.editorial.stream;
