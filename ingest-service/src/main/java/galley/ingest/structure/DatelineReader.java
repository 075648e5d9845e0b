package galley.ingest.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import galley.events.Dateline;

/**
 * Reads the dateline with which a wire report begins: {@code PORTO, May 18 (Lusa) —}. Place, day,
 * agency and dash are each optional, but not all at once.
 */
final class DatelineReader {
    private static final int MAX_LENGTH = 160;
    private static final int MAX_PLACE = 7;
    private static final int MAX_AGENCY = 6;

    /** Without one of these there is neither an agency nor a dash. */
    private static final String MARKS = "—–-―(/";

    private static final Set<String> DASHES = Set.of("—", "–", "-", "--", "―");

    private final Vocabulary vocabulary;
    private final Dates dates;

    DatelineReader(Vocabulary vocabulary, LocalDate published) {
        this.vocabulary = vocabulary;
        this.dates = new Dates(vocabulary, published);
    }

    /**
     * A dateline that was read.
     *
     * @param confidence from 0 to 1; the more of its elements are there, the higher
     */
    record Read(Dateline dateline, double confidence) {

        /** Whether it is enough to tell that a text begins here. */
        boolean isCertain() {
            return confidence >= 0.8;
        }
    }

    /** The dateline with which a text begins, or null. */
    Read read(String text) {
        var start = Excerpt.beginning(text, MAX_LENGTH);
        if (!hasMark(start)) {
            return null;
        }
        var tokens = Token.of(start);
        int place = endOfPlace(tokens);
        if (place == 0) {
            return null;
        }
        int i = skip(tokens, place);
        Dates.Read day = null;
        String agency = null;
        for (int elements = 0; elements < 2; elements++) {
            int closing = closing(tokens, i);
            if (day == null && dates.read(tokens, i) != null) {
                day = dates.read(tokens, i);
                i = skip(tokens, day.end());
            } else if (agency == null && closing > 0) {
                int end = closing;
                for (int j = i + 2; day == null && j < closing; j++) {
                    day = dates.read(tokens, j);
                    end = day == null ? closing : j;
                }
                agency = agency(start, tokens.subList(i + 1, end));
                i = skip(tokens, closing + 1);
            }
        }
        boolean dash = i < tokens.size() && DASHES.contains(tokens.get(i).text());
        boolean upper = isUpperCase(tokens.getFirst());
        double confidence = confidence(upper, day != null, agency, dash);
        if (confidence == 0 || i + (dash ? 1 : 0) >= tokens.size()) {
            return null;
        }
        int end = dash ? tokens.get(i).end() : tokens.get(i - 1).end();
        return new Read(
                new Dateline(
                        start.substring(0, tokens.get(place - 1).end()),
                        day == null ? null : day.day(),
                        agency,
                        start.substring(0, end)),
                confidence);
    }

    private static boolean hasMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String agency(String text, List<Token> tokens) {
        int end = tokens.size();
        while (end > 1 && !tokens.get(end - 1).isWord()) {
            end--;
        }
        return text.substring(tokens.getFirst().start(), tokens.get(end - 1).end());
    }

    private static double confidence(boolean upper, boolean day, String agency, boolean dash) {
        boolean named = agency != null && Character.isLetter(agency.codePointAt(0));
        if (named && dash) {
            return upper || day ? 0.97 : 0.85;
        } else if (named && day) {
            return 0.85;
        } else if (agency != null) {
            return 0;
        } else if (day && dash) {
            return upper ? 0.9 : 0.7;
        }
        return upper && dash ? 0.5 : 0;
    }

    /** A place is one or two names: {@code PORT ELLERY}, {@code SPRINGFIELD, Illinois}. */
    private int endOfPlace(List<Token> tokens) {
        int end = 0;
        boolean isSentence = !tokens.isEmpty() && vocabulary.has("no-names", tokens.get(0).lower());
        for (int i = 0; !isSentence && i < tokens.size() && i < MAX_PLACE; i++) {
            var token = tokens.get(i);
            boolean isDay = i > 0 && dates.read(tokens, i) != null;
            if (isDay || vocabulary.has("weekdays", token.lower())) {
                break;
            } else if (token.isCapitalised() || isDotOfAbbreviation(tokens, i)) {
                end = i + 1;
            } else if (!isInsidePlace(tokens, i, end)) {
                break;
            }
        }
        return end;
    }

    /** As in {@code D.C.} */
    private static boolean isDotOfAbbreviation(List<Token> tokens, int i) {
        return i > 0 && tokens.get(i).is(".") && tokens.get(i - 1).text().indexOf('.') > 0;
    }

    private boolean isInsidePlace(List<Token> tokens, int i, int end) {
        var token = tokens.get(i);
        return i > 0
                && i + 1 < tokens.size()
                && (token.is(",")
                        || token.is("/")
                        || (token.is("-")
                                && tokens.get(i - 1).end() == token.start()
                                && token.end() == tokens.get(i + 1).start())
                        || (token.is(".") && end == i && tokens.get(i - 1).text().length() <= 2)
                        || vocabulary.has("name-particles", token.lower()));
    }

    /** Where the agency's parenthesis or second slash is; 0 where there is none. */
    private static int closing(List<Token> tokens, int open) {
        if (open >= tokens.size() || !(tokens.get(open).is("(") || tokens.get(open).is("/"))) {
            return 0;
        }
        var closer = tokens.get(open).is("(") ? ")" : "/";
        for (int i = open + 2; i < tokens.size() && i <= open + MAX_AGENCY + 2; i++) {
            if (tokens.get(i).is(closer)) {
                return i;
            }
        }
        return 0;
    }

    private static int skip(List<Token> tokens, int at) {
        boolean isMark = at < tokens.size() && (tokens.get(at).is(",") || tokens.get(at).is("."));
        return isMark ? at + 1 : at;
    }

    private static boolean isUpperCase(Token word) {
        return word.isUpperCase() && word.text().length() > 1;
    }
}
