/** People who are named in what others write. */
package galley.editorial.mention;
