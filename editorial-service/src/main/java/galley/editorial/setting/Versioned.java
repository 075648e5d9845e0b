package galley.editorial.setting;

import galley.kit.etag.ETag;

/**
 * A setting as it is now.
 *
 * @param revision counts the changes, from 0
 */
public record Versioned<T>(long revision, T value) {

    /** The strong ETag that a change of the setting must name. */
    public String etag() {
        return ETag.of(revision).toString();
    }
}
