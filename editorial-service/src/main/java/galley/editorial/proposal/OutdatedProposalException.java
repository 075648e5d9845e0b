package galley.editorial.proposal;

/** The article is no longer what the proposal was read from. */
class OutdatedProposalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutdatedProposalException(String message) {
        super(message);
    }
}
