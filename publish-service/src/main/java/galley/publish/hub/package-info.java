/** The WebSub hub: sends feeds to their subscribers when they change (W3C Recommendation). */
package galley.publish.hub;
