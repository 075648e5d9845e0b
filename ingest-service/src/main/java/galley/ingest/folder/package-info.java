/** Folders into which others drop files. */
package galley.ingest.folder;
