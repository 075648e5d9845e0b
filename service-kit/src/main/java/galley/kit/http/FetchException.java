package galley.kit.http;

import java.io.IOException;

/** Why nothing was fetched. The message is a sentence for the one who gave the address. */
public abstract sealed class FetchException extends IOException {
    private static final long serialVersionUID = 1L;

    private FetchException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The address is none that may be asked. */
    public static final class RefusedAddress extends FetchException {
        private static final long serialVersionUID = 1L;

        RefusedAddress(String message) {
            super(message, null);
        }
    }

    /** The host can't be found or connected. */
    public static final class Unreachable extends FetchException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** It took too long. */
    public static final class TimedOut extends FetchException {
        private static final long serialVersionUID = 1L;

        TimedOut(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The thread that waits for it was interrupted, because its process ends. */
    public static final class CalledOff extends FetchException {
        private static final long serialVersionUID = 1L;

        CalledOff(Throwable cause) {
            super("The fetch was called off.", cause);
        }
    }

    /** The body is larger than is accepted. */
    public static final class TooLarge extends FetchException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message, null);
        }
    }

    /** What came is no whole answer, or the redirects lead nowhere. */
    public static final class BrokenAnswer extends FetchException {
        private static final long serialVersionUID = 1L;

        BrokenAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
