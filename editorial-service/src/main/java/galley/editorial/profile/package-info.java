/** What an article of each kind needs before it is whole, and what of it an article lacks. */
package galley.editorial.profile;
