/** The pages that readers get: semantic HTML, no script, nothing from anyone else. */
package galley.publish.page;
