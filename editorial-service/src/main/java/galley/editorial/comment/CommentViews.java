package galley.editorial.comment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.operations.staff.Staff;

import static java.util.stream.Collectors.groupingBy;

/** Shows comments with their replies and the present names of people. */
@ApplicationScoped
class CommentViews {
    private final Comments comments;
    private final Staff staff;

    CommentViews(Comments comments, Staff staff) {
        this.comments = comments;
        this.staff = staff;
    }

    CommentView of(Comment comment) {
        return of(List.of(comment)).getFirst();
    }

    List<CommentView> of(List<Comment> shown) {
        List<Comment> replies = comments.replies(shown.stream().map(it -> it.id).toList());
        Map<UUID, List<Comment>> byThread = replies.stream().collect(groupingBy(it -> it.threadId));
        Map<String, String> names =
                staff.names(
                        Stream.concat(shown.stream(), replies.stream())
                                .flatMap(it -> Stream.of(it.author, it.resolvedBy))
                                .filter(Objects::nonNull)
                                .toList());
        return shown.stream()
                .map(it -> view(it, byThread.getOrDefault(it.id, List.of()), names))
                .toList();
    }

    private static CommentView view(
            Comment comment, List<Comment> replies, Map<String, String> names) {
        return new CommentView(
                comment.id,
                comment.threadId,
                comment.at,
                comment.author,
                names.get(comment.author),
                comment.text,
                comment.editedAt,
                comment.isTakenBack(),
                comment.resolvedAt != null,
                comment.resolvedAt == null
                        ? null
                        : new CommentView.Resolution(
                                comment.resolvedAt,
                                comment.resolvedBy,
                                names.get(comment.resolvedBy)),
                replies.stream().map(reply -> view(reply, List.of(), names)).toList());
    }
}
