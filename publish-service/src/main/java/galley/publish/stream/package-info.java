/** Tells whoever listens what the public is told, as it is told: server-sent events. */
package galley.publish.stream;
