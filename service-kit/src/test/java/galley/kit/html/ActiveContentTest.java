package galley.kit.html;

import java.util.Locale;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActiveContentTest {
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "href",
                    "src",
                    "alt",
                    "title",
                    "lang",
                    "dir",
                    "rel",
                    "cite",
                    "data-embed",
                    "width",
                    "height",
                    "colspan",
                    "rowspan",
                    "scope",
                    "start",
                    "type",
                    "reversed",
                    "value",
                    "datetime",
                    "hreflang");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"x` `<script>alert(1)</script>\"` `>",
                "<img \"\"\"><script>alert(1)</script>\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"java\nscript:alert(1)\">x</a>",
                "<a href=\"java&#x09;script:alert(1)\">x</a>",
                "<a href=\" &#14; javascript:alert(1)\">x</a>",
                "<a href=\"&#106;&#97;vascript:alert(1)\">x</a>",
                "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<a href=\"\u0000javascript:alert(1)\">x</a>",
                "<a href=\"view-source:javascript:alert(1)\">x</a>",
                "<a href=\"http:javascript:alert(1)\">x</a>",
                "<svg onload=alert(1)><a"
                        + " xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><mtext><table><mglyph><style><!--</style>"
                        + "<img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<template><script>alert(1)</script></template>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<iframe><script>alert(1)</script></iframe>",
                "<object data=\"javascript:alert(1)\"><embed src=\"javascript:alert(1)\"></object>",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<base href=\"javascript:alert(1)//\"><a href=\"x\">x</a>",
                "<link rel=stylesheet href=\"https://evil.example/x.css\">",
                "<style>@import 'https://evil.example/x.css'</style>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<input onfocus=alert(1) autofocus>",
                "<details open ontoggle=alert(1)>x</details>",
                "<textarea><img src=x onerror=alert(1)></textarea>",
                "<xmp><img src=x onerror=alert(1)></xmp>",
                "<title><img src=x onerror=alert(1)></title>",
                "<plaintext><img src=x onerror=alert(1)>",
                "<p title='\"><img src=x onerror=alert(1)>'>x</p>",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<!--[if IE]><script>alert(1)</script><![endif]-->",
                "<!--><img src=x onerror=alert(1)>-->",
                "<figure data-embed=\"javascript:alert(1)\"></figure>",
                "<button formaction=\"javascript:alert(1)\">x</button>",
                "<a href=\"https://x.example\" ping=\"https://evil.example\" target=_top>x</a>",
                "<table background=\"javascript:alert(1)\"><tr><td background=x>x</td></tr></table>"
            })
    void nothingThatActsIsLeft(String html) {
        var clean = SafeHtml.clean(html, "https://ferry.example.org/");
        for (var element : Jsoup.parseBodyFragment(clean).body().children().select("*")) {
            assertIsHarmless(element);
        }
        assertThat(SafeHtml.clean(clean, "")).isEqualTo(clean);
    }

    static void assertIsHarmless(Element element) {
        assertThat(
                        Vocabulary.keptAs(element.normalName()).equals(element.normalName())
                                || element.nameIs("img"))
                .as(element.outerHtml())
                .isTrue();
        for (Attribute attribute : element.attributes()) {
            assertThat(attribute.getKey()).isIn(ATTRIBUTES);
            if (Set.of("href", "src", "cite", "data-embed").contains(attribute.getKey())) {
                assertThat(attribute.getValue().toLowerCase(Locale.ROOT))
                        .matches("(https?://|mailto:).*");
            }
        }
    }
}
