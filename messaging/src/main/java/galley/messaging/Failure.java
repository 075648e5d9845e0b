package galley.messaging;

/**
 * Why an event could not be handled, as operators read it.
 *
 * @param reason the message of what went wrong first, shortened
 * @param exception the name of its class
 */
record Failure(String reason, String exception) {
    private static final int MAX_REASON = 1000;

    static Failure of(Throwable thrown) {
        Throwable root = root(thrown);
        String message = StorableText.of(String.valueOf(root.getMessage()));
        return new Failure(
                message.substring(0, Math.min(message.length(), MAX_REASON)),
                root.getClass().getName());
    }

    /** The wrappers of transactions and interceptors tell an operator nothing. */
    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; depth < 50 && root.getCause() != null; depth++) {
            if (root instanceof UnreadableEventException) {
                return root;
            }
            root = root.getCause();
        }
        return root;
    }
}
