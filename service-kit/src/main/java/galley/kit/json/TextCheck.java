package galley.kit.json;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Finds what no field may hold, wherever it stands: unsound text, also in names, and nulls in
 * lists.
 */
final class TextCheck {
    private final Errors errors;

    TextCheck(Errors errors) {
        this.errors = errors;
    }

    void visit(String path, JsonNode node) {
        if (node.isTextual() && !SoundText.isSound(node.textValue())) {
            errors.add(path, "The text holds a control character or half a character.");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            visitMember(path, member.getKey(), member.getValue());
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visitElement(path + "[" + i + "]", node.get(i));
            }
        }
    }

    private void visitMember(String path, String name, JsonNode value) {
        if (!SoundText.isSound(name)) {
            errors.add(path, "A member's name holds a control character or half a character.");
        }
        visit(path.isEmpty() ? name : path + "." + name, value);
    }

    private void visitElement(String path, JsonNode element) {
        if (element.isNull()) {
            errors.add(path, "A list has no empty places.");
        }
        visit(path, element);
    }
}
