package galley.kit.picture;

/**
 * What a picture says of itself, as one line of plain text each: control characters and line breaks
 * become spaces, and what is too long is cut. Null where it says nothing.
 *
 * @param credit who is to be named: the maker, the provider or "maker / provider"; up to 250
 *     characters
 * @param copyrightNotice the copyright notice; up to 500 characters
 * @param caption the description; up to 5,000 characters
 */
public record PictureNotes(String credit, String copyrightNotice, String caption) {
    static final PictureNotes NONE = new PictureNotes(null, null, null);

    /** Tidies and bounds the texts. */
    public PictureNotes {
        credit = NoteText.line(credit, 250);
        copyrightNotice = NoteText.line(copyrightNotice, 500);
        caption = NoteText.line(caption, 5_000);
    }

    static PictureNotes of(String maker, String provider, String copyrightNotice, String caption) {
        return new PictureNotes(credit(maker, provider), copyrightNotice, caption);
    }

    /** These, and the other's where these say nothing. */
    PictureNotes or(PictureNotes other) {
        return new PictureNotes(
                credit == null ? other.credit : credit,
                copyrightNotice == null ? other.copyrightNotice : copyrightNotice,
                caption == null ? other.caption : caption);
    }

    /** Credit lines often name the maker already, and makers are often the providers. */
    private static String credit(String maker, String provider) {
        if (maker == null || maker.isBlank() || (provider != null && provider.contains(maker))) {
            return provider;
        }
        if (provider == null || provider.isBlank() || maker.contains(provider)) {
            return maker;
        }
        return maker + " / " + provider;
    }
}
