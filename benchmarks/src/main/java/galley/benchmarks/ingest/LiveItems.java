package galley.benchmarks.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import galley.events.Topics;
import galley.localstack.TokenIssuer;

/** A source that pushes an article now and then, and sees when editorial tells of it. */
final class LiveItems implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ARTICLE = Pattern.compile("\"articleId\":\"([^\"]+)\"");

    /**
     * How long an article took, in milliseconds.
     *
     * @param answered until the push was answered
     * @param inEditorial until the event with which editorial tells that it has it
     */
    record Journey(double answered, double inEditorial) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI items;
    private final String token;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Thread reading;
    private volatile boolean closing;
    private int pushed;

    LiveItems(int port, TokenIssuer tokens, String broker) {
        this.items = URI.create("http://127.0.0.1:" + port + "/v1/items");
        this.token = tokens.issue("source", "live", TokenIssuer.LIFE);
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(Topics.LIFECYCLE).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.reading = Thread.ofPlatform().start(this::read);
    }

    /** Pushes another article, and waits until editorial has it. */
    Journey push() throws InterruptedException {
        Thread.sleep(PAUSE);
        var request =
                HttpRequest.newBuilder(items)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Articles.line(pushed++)))
                        .build();
        long began = System.nanoTime();
        var answer = send(request);
        long answered = System.nanoTime();
        var article = ARTICLE.matcher(answer.body());
        if (answer.statusCode() != 201 || !article.find()) {
            throw new IllegalStateException(
                    "answered " + answer.statusCode() + ": " + answer.body());
        }
        return new Journey((answered - began) / 1e6, (await(article.group(1)) - began) / 1e6);
    }

    private long await(String article) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.containsKey(article)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("editorial has not got " + article);
            }
            Thread.sleep(1);
        }
        return seen.get(article);
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        while (!closing) {
            for (var event : consumer.poll(Duration.ofMillis(100))) {
                seen.putIfAbsent(event.key(), System.nanoTime());
            }
        }
        consumer.close();
    }

    @Override
    public void close() {
        closing = true;
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
