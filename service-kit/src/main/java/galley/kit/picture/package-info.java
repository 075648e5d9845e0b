/** Pictures that strangers deliver: read, checked and cleaned before they are kept. */
package galley.kit.picture;
