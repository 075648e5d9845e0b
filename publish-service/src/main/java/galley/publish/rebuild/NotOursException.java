package galley.publish.rebuild;

/** The rebuild was canceled, or another process has taken it over. */
class NotOursException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
