/** What happens by itself at a time: scheduled releases, and the calendar of all that is due. */
package galley.editorial.schedule;
