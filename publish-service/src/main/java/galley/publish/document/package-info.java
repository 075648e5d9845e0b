/** What the documents of all formats are made of. */
package galley.publish.document;
