/** Server-sent events of what is read from a log, for many clients at once (WHATWG HTML). */
package galley.kit.stream;
