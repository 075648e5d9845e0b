/** Pictures that the staff upload, and how articles refer to what is in the store. */
package galley.editorial.picture;
