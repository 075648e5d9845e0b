/** Errors as clients see them: RFC 9457 problems with stable types. */
package galley.kit.problem;
