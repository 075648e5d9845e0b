// Keeps a folder with the ninjs document of every article that stands, starting from nothing:
// java -cp 'libraries/*' KeepACopy.java 127.0.0.1:19092 copy
import module java.base;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.*;

void main(String[] args) throws IOException {
    var topic = "galley.article.published.v1";
    var copy = Files.createDirectories(Path.of(args[1]));
    var newest = new HashMap<String, Long>(); // the latest revision of each article, of gone ones too
    Map<String, Object> broker = Map.of("bootstrap.servers", args[0]);
    var consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
    var all = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())).toList();
    consumer.assign(all);
    consumer.seekToBeginning(all); // compacted: from here on comes the last state of every article
    while (true) {
        for (var event : consumer.poll(Duration.ofSeconds(1))) {
            var revision = Long.parseLong(new String(event.headers().lastHeader("ce_sequence").value()));
            if (newest.merge(event.key(), revision, Math::max) > revision) continue; // a kill overtook it
            var file = copy.resolve(event.key() + ".json");
            if (new ObjectMapper().readTree(event.value()).path("pubStatus").asText().equals("usable"))
                Files.write(file, event.value());
            else
                Files.deleteIfExists(file); // withheld for now, or canceled for good
        }
    }
}
