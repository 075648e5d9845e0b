package galley.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may read and write which topic, as the operations of the AsyncAPI document say: {@code
 * x-account} names the account, {@code action} what it does. Whoever receives in a group may use
 * that group and write its dead letters. The account {@code operator} reads every topic.
 */
public final class DefinedAccess {
    private static final String ANY_HOST = "*";
    private static final String EVERY_TOPIC = "galley.";

    private final List<AclBinding> bindings;

    private DefinedAccess(List<AclBinding> bindings) {
        this.bindings = bindings;
    }

    /** Reads the operations of the contract on the class path. */
    public static DefinedAccess read() {
        JsonNode contract = Contract.read();
        List<AclBinding> bindings = new ArrayList<>();
        for (JsonNode operation : contract.path("operations")) {
            addTo(bindings, contract, operation);
        }
        bindings.add(
                new AclBinding(
                        new ResourcePattern(ResourceType.TOPIC, EVERY_TOPIC, PatternType.PREFIXED),
                        entry("operator", AclOperation.READ)));
        return new DefinedAccess(bindings);
    }

    /** The accounts that are named. */
    public Set<String> accounts() {
        return bindings.stream()
                .map(binding -> binding.entry().principal().substring("User:".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is allowed. */
    List<AclBinding> bindings() {
        return bindings;
    }

    /** Allows what is defined; nothing is allowed that the brokers were not told. */
    void createWith(Admin admin) throws ExecutionException, InterruptedException {
        admin.createAcls(bindings).all().get();
    }

    private static void addTo(List<AclBinding> bindings, JsonNode contract, JsonNode operation) {
        String account = operation.path("x-account").asText();
        String channel = operation.at("/channel/$ref").asText().substring(1);
        String topic = contract.at(channel + "/address").asText();
        if (operation.path("action").asText().equals("send")) {
            bindings.add(allow(account, AclOperation.WRITE, ResourceType.TOPIC, topic));
            return;
        }
        bindings.add(allow(account, AclOperation.READ, ResourceType.TOPIC, topic));
        JsonNode group = operation.at("/bindings/kafka/groupId");
        if (group.has("const")) {
            String name = group.path("const").asText();
            String deadLetters = topic + "." + name + ".dead-letter";
            bindings.add(allow(account, AclOperation.READ, ResourceType.GROUP, name));
            bindings.add(allow(account, AclOperation.WRITE, ResourceType.TOPIC, deadLetters));
        } else {
            bindings.add(allowGroupsOf(account));
        }
    }

    /** Groups whose name begins with the account's are its own to make. */
    private static AclBinding allowGroupsOf(String account) {
        return new AclBinding(
                new ResourcePattern(ResourceType.GROUP, account, PatternType.PREFIXED),
                entry(account, AclOperation.READ));
    }

    private static AclBinding allow(
            String account, AclOperation operation, ResourceType type, String name) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL), entry(account, operation));
    }

    private static AccessControlEntry entry(String account, AclOperation operation) {
        return new AccessControlEntry(
                "User:" + account, ANY_HOST, operation, AclPermissionType.ALLOW);
    }
}
