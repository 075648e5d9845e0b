/** What articles can begin with. */
package galley.editorial.template;
