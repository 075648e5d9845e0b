package galley.editorial.check.link;

/**
 * What a fetch told of a link.
 *
 * @param outcome what it means
 * @param status of the answer; null where none came
 * @param problem why none came, in a sentence; else null
 */
record LinkResult(Outcome outcome, Integer status, String problem) {

    static LinkResult answered(Outcome outcome, int status) {
        return new LinkResult(outcome, status, null);
    }

    static LinkResult silent(Outcome outcome, String problem) {
        return new LinkResult(outcome, null, problem);
    }

    /** What a fetch means for its link. */
    enum Outcome {
        /** Something is there, or somebody who does not let us see. */
        WORKS,

        /** It certainly leads nowhere. */
        BROKEN,

        /** It may be a bad moment. */
        FAILED,

        /** The server may answer GET where it does not HEAD. */
        HEAD_REFUSED,

        /** Nobody may fetch it from here; readers may. */
        NOT_ALLOWED
    }
}
