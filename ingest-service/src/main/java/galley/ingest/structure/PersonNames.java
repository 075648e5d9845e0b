package galley.ingest.structure;

import java.util.List;

import galley.ingest.structure.PhraseMatch.Found;

/**
 * Reads names of people: at least two capitalised words, or one after a title, and what is said
 * before them of the person: {@code the poet Ana de Sousa}, {@code Dr Quist}.
 */
final class PersonNames {
    private static final int MAX_WORDS = 5;
    private static final int MAX_ROLES = 6;

    private final NameWords words;

    PersonNames(Vocabulary vocabulary) {
        this.words = new NameWords(vocabulary);
    }

    /** The person who is named from that token on, or null. */
    Found person(String slot, Sentence sentence, int at) {
        var person = read(slot, sentence, at);
        return person == null || isGenitive(sentence, person) ? null : person;
    }

    /** The person to whom, in the genitive, something belongs, or null. */
    Found owner(String slot, Sentence sentence, int at) {
        var person = read(slot, sentence, at);
        return person == null || !isGenitive(sentence, person) ? null : person;
    }

    private static boolean isGenitive(Sentence sentence, Found person) {
        int last = person.end() - 1;
        return sentence.token(last).isPossessive() || NameWords.isGenitiveMark(sentence, last);
    }

    /** A person's name in whatever case, or null. */
    Found read(String slot, Sentence sentence, int at) {
        int title = afterRoleAsNoun(sentence, afterRoles(sentence, at));
        int name = afterTitles(sentence, title);
        int end = name;
        int count = 0;
        while (count < MAX_WORDS && (count == 0 || !endsName(sentence, end))) {
            int word = afterParticles(sentence, end, count);
            if (!isPart(sentence, word)) {
                break;
            }
            count++;
            end = afterInitial(sentence, word);
        }
        boolean isName = count >= 2 || (count == 1 && name > title);
        if (!isName || namesInstitution(sentence, name, end)) {
            return null;
        }
        end = NameWords.isGenitiveMark(sentence, end) ? end + 1 : end;
        var text = NameWords.bare(sentence.text(count >= 2 ? name : title, end));
        return text == null ? null : new Found(slot, List.of(text), at, end);
    }

    private int afterRoles(Sentence sentence, int at) {
        int i = at;
        while (i < at + MAX_ROLES
                && (words.has("roles", sentence, i)
                        || (words.has("articles", sentence, i)
                                && words.has("roles", sentence, i + 1)))) {
            i++;
        }
        return i;
    }

    /** Where nouns are capitalised: {@code der Vermesserin Pia Lang}. */
    private int afterRoleAsNoun(Sentence sentence, int at) {
        boolean isRole =
                words.has("articles-before-roles", sentence, at - 1)
                        && isPart(sentence, at)
                        && isPart(sentence, at + 1)
                        && isPart(sentence, at + 2);
        return isRole ? at + 1 : at;
    }

    private int afterTitles(Sentence sentence, int at) {
        int i = at;
        while (words.has("titles", sentence, i)) {
            i += i + 1 < sentence.size() && sentence.token(i + 1).is(".") ? 2 : 1;
        }
        return i;
    }

    /** Particles stand inside a name; before it they are something else. */
    private int afterParticles(Sentence sentence, int at, int words) {
        int i = at;
        while (words > 0 && i < at + 3 && isParticle(sentence, i, i > at)) {
            i++;
        }
        return isPart(sentence, i) ? i : at;
    }

    private boolean isParticle(Sentence sentence, int at, boolean isSecond) {
        return words.has("person-particles", sentence, at)
                || (isSecond && words.has("second-person-particles", sentence, at));
    }

    private static int afterInitial(Sentence sentence, int word) {
        boolean isInitial =
                sentence.token(word).text().length() == 1
                        && word + 1 < sentence.size()
                        && sentence.token(word + 1).is(".");
        return isInitial ? word + 2 : word + 1;
    }

    private static boolean endsName(Sentence sentence, int end) {
        return sentence.token(end - 1).isPossessive() || NameWords.isGenitiveMark(sentence, end);
    }

    private boolean isPart(Sentence sentence, int at) {
        return at < sentence.size()
                && sentence.token(at).isCapitalised()
                && !words.has("no-names", sentence, at)
                && !words.has("generic-nouns", sentence, at)
                && !words.isInDate(sentence, at);
    }

    private boolean namesInstitution(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.has("institutions", sentence, i)) {
                return true;
            }
        }
        return false;
    }
}
