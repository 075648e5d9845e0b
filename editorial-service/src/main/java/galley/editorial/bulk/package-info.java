/** One decision on many articles, each answered for itself. */
package galley.editorial.bulk;
