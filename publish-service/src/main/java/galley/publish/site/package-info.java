/** The publication: its name and its addresses. */
package galley.publish.site;
