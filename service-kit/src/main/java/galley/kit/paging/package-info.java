/** Lists that page by an opaque cursor. */
package galley.kit.paging;
