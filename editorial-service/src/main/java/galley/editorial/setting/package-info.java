/** What the publication has settled for itself, and who changed it: a document for each thing. */
package galley.editorial.setting;
