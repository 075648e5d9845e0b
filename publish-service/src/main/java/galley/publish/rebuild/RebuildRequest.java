package galley.publish.rebuild;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a call that asks for a rebuild; it may be missing.
 *
 * @param removeUnknown whether articles go from readers that the log does not know of; null is no
 */
record RebuildRequest(
        @Schema(
                        description =
                                "Whether articles that the log does not know of are removed;"
                                        + " they stay and are named as problems otherwise",
                        defaultValue = "false")
                Boolean removeUnknown) {
    /** What a body asks for. */
    boolean removesUnknown() {
        return Boolean.TRUE.equals(removeUnknown);
    }
}
