package galley.ingest.wire;

/** Whom to credit for a picture, as it stands under one. */
final class CreditLine {
    private CreditLine() {}

    /** The maker and the agency, each of which may be null; null when both are. */
    static String of(String maker, String agency) {
        if (maker == null || agency == null) {
            return agency == null ? maker : agency;
        }
        return agency.contains(maker) ? agency : maker + " / " + agency;
    }
}
