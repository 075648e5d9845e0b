package galley.provisioning;

import java.util.List;

import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DefinedAccessTest {
    private final DefinedAccess access = DefinedAccess.read();

    @Test
    void aSubscriberReadsThePublicTopicInGroupsOfItsOwnAndNothingElse() {
        assertThat(rightsOf("subscriber"))
                .containsExactlyInAnyOrder(
                        "READ TOPIC LITERAL galley.article.published.v1",
                        "READ GROUP PREFIXED subscriber");
    }

    @Test
    void ingestWritesOneTopicAndReadsNone() {
        assertThat(rightsOf("ingest"))
                .containsExactlyInAnyOrder("WRITE TOPIC LITERAL galley.article.ingested.v1");
    }

    @Test
    void whoReceivesMayWriteWhatItCouldNotHandle() {
        assertThat(rightsOf("publish"))
                .contains(
                        "READ TOPIC LITERAL galley.article.kill.v1",
                        "READ GROUP LITERAL publish-kill",
                        "WRITE TOPIC LITERAL galley.article.kill.v1.publish-kill.dead-letter")
                .doesNotContain("WRITE TOPIC LITERAL galley.article.kill.v1");
    }

    @Test
    void editorialArrangesPagesAndPublishReadsThem() {
        assertThat(rightsOf("editorial")).contains("WRITE TOPIC LITERAL galley.front-page.v1");
        assertThat(rightsOf("publish"))
                .contains(
                        "READ TOPIC LITERAL galley.front-page.v1",
                        "READ GROUP LITERAL publish-front-page",
                        "WRITE TOPIC LITERAL galley.front-page.v1.publish-front-page.dead-letter")
                .doesNotContain("WRITE TOPIC LITERAL galley.front-page.v1");
    }

    private List<String> rightsOf(String account) {
        return access.bindings().stream()
                .filter(binding -> binding.entry().principal().equals("User:" + account))
                .map(DefinedAccessTest::described)
                .toList();
    }

    private static String described(AclBinding binding) {
        var on = binding.pattern();
        return "%s %s %s %s"
                .formatted(
                        binding.entry().operation(),
                        on.resourceType(),
                        on.patternType(),
                        on.name());
    }
}
