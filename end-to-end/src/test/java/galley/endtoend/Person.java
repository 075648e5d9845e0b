package galley.endtoend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

import galley.localstack.TokenIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** One of a crowd, who takes any article through any replica and tries any step of the role. */
final class Person {
    private static final String LOCK = "lock";
    private static final String EDIT = "edit";
    private static final String APPROVE = "approve";

    /** To approve what one has just written. */
    private static final String OWN_WORDS = "own-words";

    /** To take whatever step leads the article on; else few would ever go out. */
    private static final String ONWARD = "onward";

    private static final List<String> WRITING = List.of(EDIT, LOCK, "submit", "withdraw");
    private static final List<String> REVIEWING = List.of(APPROVE, OWN_WORDS, "request-changes");
    private static final List<String> PUBLISHING =
            List.of("release", "correct", ONWARD, ONWARD, ONWARD, ONWARD);

    /** What everybody must expect who works beside others: status and type. */
    static final Set<String> REFUSALS =
            Set.of(
                    "412 urn:galley:problem:precondition-failed",
                    "409 urn:galley:problem:illegal-step",
                    "409 urn:galley:problem:locked",
                    "403 urn:galley:problem:four-eyes");

    private final String name;
    private final String role;
    private final String token;
    private final List<Replica> replicas;
    private final Crowd crowd;
    private int headlines;

    /**
     * @param name nobody else's
     */
    Person(String name, String role, Platform platform, List<Replica> replicas, Crowd crowd) {
        this.name = name;
        this.role = role;
        this.token = platform.tokens().issue(role, name, TokenIssuer.LIFE);
        this.replicas = replicas;
        this.crowd = crowd;
    }

    /** Writes a new article; answers its id. */
    String write() {
        String headline = newHeadline();
        var answer = ask(caller -> caller.post("/v1/articles", Map.of("headline", headline)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().path("id").asText();
        crowd.noteAttempt(new Attempt(id, name, "create", 0, headline, 1L));
        return id;
    }

    /** Works until it is enough. */
    void work() {
        while (crowd.goesOn()) {
            String article = any(crowd.articles());
            String step = any(steps(article));
            switch (step) {
                case LOCK -> editUnderLock(article);
                case OWN_WORDS -> {
                    change(article, EDIT);
                    change(article, APPROVE);
                }
                default -> change(article, step);
            }
        }
    }

    private List<String> steps(String article) {
        List<String> steps = new ArrayList<>(WRITING);
        if (!role.equals("writer")) {
            steps.addAll(REVIEWING);
        }
        if (role.equals("publisher")) {
            steps.addAll(PUBLISHING);
            if (crowd.mayKill(article)) {
                steps.add("kill");
            }
        }
        return steps;
    }

    /** Takes a step on the article as it is at a replica, where that one answers. */
    private void change(String article, String step) {
        for (var replica : inAnyOrder()) {
            var read = replica.ask(token, caller -> caller.get("/v1/articles/" + article));
            if (read.isPresent()) {
                assertThat(read.get().status()).as(read.get().text()).isEqualTo(200);
                var workflow = read.get().json().path("workflow").asText();
                var taken = step.equals(ONWARD) ? onward(workflow) : step;
                change(replica, article, taken, read.get());
                return;
            }
        }
        throw new AssertionError("No replica answers");
    }

    private static String onward(String workflow) {
        return switch (workflow) {
            case "in-review" -> APPROVE;
            case "approved" -> "release";
            case "released" -> "correct";
            default -> "submit";
        };
    }

    private void change(Replica replica, String article, String step, Answer read) {
        long seen = read.json().path("revision").asLong();
        String headline = step.equals(EDIT) ? newHeadline() : null;
        var answer = replica.ask(token, caller -> send(caller, article, step, headline, read));
        if (answer.filter(each -> !each.ok()).isPresent()) {
            noteRefusal(step, answer.get());
            return;
        }
        Long made = answer.map(each -> each.json().path("revision").asLong()).orElse(null);
        answer.ifPresent(
                each -> {
                    assertThat(each.status()).isEqualTo(200);
                    assertThat(each.header("ETag")).isEqualTo("\"%d\"".formatted(made));
                    assertThat(made).as(each.text()).isEqualTo(seen + 1);
                });
        crowd.noteAttempt(new Attempt(article, name, step, seen, headline, made));
    }

    private Answer send(Caller caller, String article, String step, String headline, Answer read) {
        String path = "/v1/articles/" + article;
        var ifMatch = Map.of("If-Match", read.header("ETag"));
        return step.equals(EDIT)
                ? caller.patch(path, Map.of("headline", headline), ifMatch)
                : caller.post(path + "/" + step, Map.of("note", "Says " + name), ifMatch);
    }

    /** Keeps others from writing meanwhile, and from taking the lock. */
    private void editUnderLock(String article) {
        var taken = ask(caller -> caller.post("/v1/articles/" + article + "/lock", null));
        if (!taken.ok()) {
            noteRefusal(LOCK, taken);
            return;
        }
        crowd.noteTaken(article, name);
        change(article, EDIT);
        crowd.noteGivenBack(article);
        var given = ask(caller -> caller.post("/v1/articles/" + article + "/unlock", null));
        if (!given.ok()) {
            // it was given back by a request that was never answered, and then taken
            noteRefusal("unlock", given);
        }
    }

    private void noteRefusal(String step, Answer answer) {
        String what = answer.status() + " " + answer.json().path("type").asText();
        assertThat(what).as("%s tries to %s: %s", name, step, answer.text()).isIn(REFUSALS);
        crowd.noteRefusal(what);
    }

    /** Asks for what can be asked for again: one replica, or the other when that is away. */
    private Answer ask(Function<Caller, Answer> request) {
        return inAnyOrder().stream()
                .map(replica -> replica.ask(token, request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No replica answers"));
    }

    private List<Replica> inAnyOrder() {
        List<Replica> mixed = new ArrayList<>(replicas);
        Collections.shuffle(mixed, ThreadLocalRandom.current());
        return mixed;
    }

    private String newHeadline() {
        return "Ferry %d of %s".formatted(++headlines, name);
    }

    private static <T> T any(List<T> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }
}
