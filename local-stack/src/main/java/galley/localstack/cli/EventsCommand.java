package galley.localstack.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a topic of the running stack as lines of JSON. */
@Command(name = "events", description = "Prints a topic from its start to its present end.")
final class EventsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TOPIC", description = "for example galley.article.published.v1")
    private String topic;

    @Option(names = "--follow", description = "goes on as events come in")
    private boolean follow;

    @Override
    public Integer call() throws IOException {
        try (TopicReader reader = new TopicReader(Project.current().reachable().kafka(), topic)) {
            EventLines lines = new EventLines(System.out);
            reader.toPresentEnd(lines::print);
            lines.flush();
            while (follow && !System.out.checkError()) {
                reader.next(lines::print);
                lines.flush();
            }
        }
        return 0;
    }
}
