package galley.publish.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a standard allows inside which element, as far as the documents here use it.
 *
 * @param namespace of the elements that are looked at
 * @param models for each element a pattern of the names of its children, each followed by a blank
 * @param mixed the elements that may hold text
 * @param required attributes that an element must have
 */
public record Structure(
        String namespace,
        Map<String, String> models,
        Set<String> mixed,
        Map<String, List<String>> required) {

    /** What an element and everything in it has against the standard. */
    public List<String> errors(Element element) {
        List<String> errors = new ArrayList<>();
        check(element, errors);
        return errors;
    }

    private void check(Element element, List<String> errors) {
        if (!namespace.equals(element.getNamespaceURI())) {
            return;
        }
        var name = element.getLocalName();
        var model = models.get(name);
        if (model == null) {
            errors.add("unknown element " + name);
            return;
        }
        var children =
                Xml.children(element).stream()
                        .map(child -> child.getLocalName() + " ")
                        .collect(Collectors.joining());
        if (!children.matches(model)) {
            errors.add(name + " may not hold " + children);
        }
        if (!mixed.contains(name) && holdsText(element)) {
            errors.add(name + " may not hold text");
        }
        for (var attribute : required.getOrDefault(name, List.of())) {
            if (element.getAttribute(attribute).isEmpty()) {
                errors.add(name + " without " + attribute);
            }
        }
        Xml.children(element).forEach(child -> check(child, errors));
    }

    private static boolean holdsText(Element element) {
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE && !node.getTextContent().isBlank()) {
                return true;
            }
        }
        return false;
    }
}
