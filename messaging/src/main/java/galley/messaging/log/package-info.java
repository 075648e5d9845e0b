/** Tables that are read like a log: in the order of their commits, without missing any. */
package galley.messaging.log;
