/** Who is writing on an article, so that others wait: locks that end by themselves. */
package galley.editorial.lock;
