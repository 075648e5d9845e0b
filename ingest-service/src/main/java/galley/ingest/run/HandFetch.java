package galley.ingest.run;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.clock.DatabaseClock;

/** A fetch by hand: does a run, or waits for the one that is under way. */
@ApplicationScoped
class HandFetch {
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Runs runs;
    private final Fetching fetching;
    private final DatabaseClock clock;

    HandFetch(Runs runs, Fetching fetching, DatabaseClock clock) {
        this.runs = runs;
        this.fetching = fetching;
        this.clock = clock;
    }

    /** Answers the finished run, whoever did it; one that died is done again. */
    Run fetch(UUID source) throws InterruptedException {
        while (true) {
            var started = runs.startByHand(source);
            if (started.isPresent()) {
                fetching.run(started.get());
                var run = runs.current(started.get().run());
                if (!run.isOver()) {
                    throw FetchFailure.LOST.problem("The fetch was called off.");
                }
                return run;
            }
            var underWay = runs.underWay(source);
            if (underWay.isPresent()) {
                var finished = await(underWay.get().id);
                if (finished.isOver() && finished.failure != FetchFailure.LOST) {
                    return finished;
                }
            }
        }
    }

    private Run await(UUID run) throws InterruptedException {
        var seen = runs.current(run);
        while (!seen.isOver() && !seen.isDead(clock.now())) {
            Thread.sleep(GLANCE);
            seen = runs.current(run);
        }
        return seen;
    }
}
