package galley.editorial.check.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How feeds end a text that they cut off: marks, invitations to read on, and closing credits. */
final class TeaserPhrases {
    private static final int FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** Invitations to read on, by language; each is a pattern. */
    private static final String INVITATION =
            String.join(
                    "|",
                    // English
                    "continue reading|continued? (here|below|on)|keep reading|click here to read",
                    "read (more|on|the (rest|full|whole|entire|complete|original)\\b.{0,30})",
                    "(see|view) (more|full (story|article|post))|full (story|article)",
                    // German
                    "weiterlesen|mehr lesen|weiter lesen|mehr erfahren",
                    "lesen sie (hier )?(weiter|mehr|den ganzen)|zum (ganzen |vollständigen"
                            + " )?artikel",
                    // Dutch
                    "lees (meer|verder)|verder lezen|meer lezen|lees het (hele|volledige) artikel",
                    // Swedish, Danish, Norwegian, Icelandic, Finnish
                    "läs mer|läs vidare|fortsätt läsa|läs hela (artikeln|inlägget)",
                    "læs mere|læs videre|fortsæt med at læse|læs hele (artiklen|historien)",
                    "les mer|les videre|fortsett å lese|les hele (saken|artikkelen)|lesa meira",
                    "lue lisää|jatka lukemista|lue koko (juttu|artikkeli)",
                    // French, Spanish, Catalan, Galician
                    "lire (la suite|plus)|en savoir plus|(continuer|poursuivre) (la|votre) lecture",
                    "lire l[’']article( complet| entier)?|suite de l[’']article",
                    "leer (más|la nota completa|el artículo completo)|continuar leyendo|ver más",
                    "(seguir|sigue|continúa|sigue?r?) leyendo|llegi(r|u)?(-ne)? més|continua"
                            + " llegint",
                    "ler máis|continúa lendo",
                    // Portuguese, Italian, Romanian
                    "(ler|leia|saber|saiba) mais|continu(e|ar|a) (lendo|a ler|a leitura)",
                    "ler (o )?artigo completo|leia a (matéria|notícia) completa|leia na íntegra",
                    "leggi (tutto|di più|il resto|l[’']articolo.{0,20})|continua (a leggere|la"
                            + " lettura)",
                    "cite[sșş]te (mai (mult|departe)|tot|articolul complet)",
                    // Polish, Czech, Slovak, Hungarian, the South Slavs
                    "czytaj (dalej|więcej|całość)|dowiedz się więcej",
                    "(číst|čtěte) (dále?|více)|celý článek|čítať (ďalej|viac)|čítajte ďalej",
                    "tovább( a cikkhez| olvasom)?|olvass(on)? tovább|bővebben",
                    "pročitaj(te)? (više|još)|čitaj(te)? dalje|opširnije|preberi več|beri dalje",
                    "прочитај(те)? више|прочети (още|повече)|опширније",
                    // Russian, Ukrainian, Belarusian
                    "читать? (далее|дальше|полностью|ещ[её])|подробнее|читайте (далее|дальше)",
                    "читати (далі|більше|повністю)|докладніше|детальніше|чытаць далей",
                    // Greek, Turkish, Albanian, Lithuanian, Latvian, Estonian
                    "διαβάστε (περισσότερα|τη συνέχεια)|συνέχεια ανάγνωσης|περισσότερα",
                    "devamını oku(yun)?|devamı( için)?|okumaya devam( et)?|lexo më shumë",
                    "skaityti (daugiau|toliau)|lasīt (vairāk|tālāk)|loe (edasi|lisaks)",
                    // Arabic, Persian, Hebrew, Urdu
                    "[اإأ]قر[أا] المزيد|[اإأ]كمل القراءة|متابعة القراءة|المزيد|ادامه( مطلب)?",
                    "קרא(ו)? עוד|המשך (קריאה|לקרוא)|להמשך קריאה|مزید پڑھیں",
                    // Hindi, Bengali, Indonesian, Vietnamese, Swahili
                    "और पढ़ें|आगे पढ़ें|আরও পড়ুন",
                    "baca (selengkapnya|selanjutnya|lagi)|xem thêm|đọc (thêm|tiếp)|soma zaidi",
                    // Chinese, Japanese, Korean, Esperanto
                    "(继续|繼續)(阅读|閱讀)|(阅读|閱讀)(更多|全文)|(查看|了解)更多",
                    "続きを読む|もっと読む|全文を読む|(더|계속) ?(보기|읽기)|전문 ?보기",
                    "legi (plu|pli)|daŭrigi legadon");

    /** More than such an end takes; what stands before it is not searched. */
    private static final int LONGEST = 400;

    private static final String MARKS = "[\\s\\p{P}\\p{S}]*";

    private static final List<Pattern> ENDS =
            List.of(
                    // […], (...), (more…), [Read more]
                    Pattern.compile(
                            "[\\[(]\\s*(…|\\.{3,}|(read"
                                    + " )?more\\s*(…|\\.{3,})?)\\s*[\\])][\\s→»›>]*$",
                            FLAGS),
                    // a line, or what follows a sentence, that says nothing else
                    Pattern.compile(
                            "(?:^|(?<=[.!?…。！？\\]»”\"’)]\\s))"
                                    + MARKS
                                    + "\\b("
                                    + INVITATION
                                    + ")"
                                    + MARKS
                                    + "$",
                            FLAGS),
                    // the same in scripts without spaces between words
                    Pattern.compile(
                            "(?:^|[。！？…])" + MARKS + "(" + INVITATION + ")" + MARKS + "$", FLAGS),
                    // what follows an ellipsis may name the text that goes on
                    Pattern.compile(
                            "(…|\\.{3,})[\\])]?\\s*[\\[(]?(" + INVITATION + ")\\b.{0,150}$", FLAGS),
                    // a line that names the text, without being a sentence
                    Pattern.compile(
                            "^" + MARKS + "(" + INVITATION + ")\\b.{0,150}([^.!?\\s]|[→»›>…])\\s*$",
                            FLAGS),
                    // WordPress names the site at the end of feed entries
                    Pattern.compile(
                            "^(the post .+ (first )?appeared first on|der beitrag .+ erschien"
                                + " zuerst (auf|bei)|l[’']article .+ est apparu en premier sur|la"
                                + " entrada .+ (se publicó|aparece) primero en|o post .+ apareceu"
                                + " primeiro (em|no)|l[’']articolo .+ (proviene da|sembra essere il"
                                + " primo su)|het bericht .+ verscheen eerst op|artykuł .+ pochodzi"
                                + " z serwisu|сообщение .+ появились сначала на) .+$",
                            FLAGS));

    private TeaserPhrases() {}

    /**
     * Tells whether a line is how a teaser ends.
     *
     * @param line the last line of a text
     * @return the words that tell it; empty for the end of a text like any other
     */
    static Optional<String> endOf(String line) {
        int from = Math.max(0, line.length() - LONGEST);
        return ENDS.stream()
                // the bounds are no start of a line
                .map(end -> end.matcher(line).region(from, line.length()))
                .map(end -> end.useAnchoringBounds(false).useTransparentBounds(true))
                .filter(Matcher::find)
                .map(found -> found.group().strip())
                .findFirst();
    }
}
