/** What was read, item by item, and how it is handed on. */
package galley.ingest.item;
