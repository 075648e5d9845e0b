/** The parts of an article as HTML, the same on pages, in feeds and on the public topic. */
package galley.publish.html;
