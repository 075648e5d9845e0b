/** Keeps pictures and other files under the hash of their bytes. */
package galley.kit.media;
