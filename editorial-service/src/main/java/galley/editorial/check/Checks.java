package galley.editorial.check;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

import galley.editorial.article.ReleaseChecks;
import galley.editorial.article.StoredArticle;
import galley.events.Article;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Puts every check to an article. */
@ApplicationScoped
public class Checks implements ReleaseChecks {
    private final List<Check> checks;
    private final CheckSettings settings;
    private final SourceRecords sources;
    private final Clock clock;

    Checks(@All List<Check> checks, CheckSettings settings, SourceRecords sources, Clock clock) {
        this.checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
        this.settings = settings;
        this.sources = sources;
        this.clock = clock;
    }

    /** What is found in an article as it is now: by the checks' names, then by its parts. */
    public List<Finding> of(StoredArticle article) {
        return of(article, clock.instant(), Set.of(Severity.BLOCK, Severity.WARN));
    }

    private List<Finding> of(StoredArticle stored, Instant at, Set<Severity> wanted) {
        Article article = stored.article();
        Proof proof = new Proof(article, sources.of(stored), at);
        Map<String, Severity> set = settings.inForce(article.desk());
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            Severity severity = set.getOrDefault(check.name(), check.usualSeverity());
            if (wanted.contains(severity)) {
                Stream.concat(
                                check.look(proof).stream(),
                                severity == Severity.BLOCK
                                        ? check.doubts(proof).stream()
                                        : Stream.empty())
                        .map(defect -> Finding.of(check, severity, defect, article.parts()))
                        .forEach(findings::add);
            }
        }
        return List.copyOf(findings);
    }

    @Override
    public Set<String> require(StoredArticle article, Set<String> overridden, Instant at) {
        List<Finding> blocking = blockingFindings(article, at);
        List<Finding> standing =
                blocking.stream().filter(found -> !overridden.contains(found.check())).toList();
        if (!standing.isEmpty()) {
            throw inTheWay(standing);
        }
        return names(blocking);
    }

    @Override
    public void requireKnown(Set<String> overridden) {
        List<String> unknown =
                overridden.stream().filter(name -> !names().contains(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw Problems.unprocessable(
                    "override",
                    "There is no check of this name: %s.".formatted(String.join(", ", unknown)));
        }
    }

    @Override
    public Set<String> blocking(StoredArticle article, Instant at) {
        return names(blockingFindings(article, at));
    }

    private List<Finding> blockingFindings(StoredArticle article, Instant at) {
        return of(article, at, Set.of(Severity.BLOCK));
    }

    private static Set<String> names(List<Finding> findings) {
        return findings.stream().map(Finding::check).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Problem inTheWay(List<Finding> standing) {
        return new Problem(
                409,
                "checks-block",
                "Checks stand in the way",
                "It may go out once this is mended or overridden: "
                        + String.join(", ", names(standing))
                        + ".",
                Map.of("findings", standing));
    }

    /** All checks, by their names. */
    List<Check> all() {
        return checks;
    }

    /** The names of all checks. */
    Set<String> names() {
        return checks.stream().map(Check::name).collect(Collectors.toSet());
    }
}
