/** How every service listens. */
package galley.kit.server;
