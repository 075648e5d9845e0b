package galley.editorial.comment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import galley.editorial.mention.Mentions;
import galley.editorial.mention.Shown;
import galley.operations.staff.Staff;

import static java.util.stream.Collectors.groupingBy;

/** Shows comments with their replies and the present names of people. */
@ApplicationScoped
class CommentViews {
    private final Comments comments;
    private final Anchors anchors;
    private final Staff staff;

    CommentViews(Comments comments, Anchors anchors, Staff staff) {
        this.comments = comments;
        this.anchors = anchors;
        this.staff = staff;
    }

    CommentView of(Comment comment) {
        return of(List.of(comment)).getFirst();
    }

    List<CommentView> of(List<Comment> shown) {
        List<Comment> replies = comments.replies(shown.stream().map(it -> it.id).toList());
        Map<UUID, List<Comment>> byThread = replies.stream().collect(groupingBy(it -> it.threadId));
        Map<UUID, Anchor> places = anchors.of(shown.stream().map(it -> it.id).toList());
        Map<String, String> names =
                staff.names(
                        Stream.concat(shown.stream(), replies.stream())
                                .flatMap(CommentViews::people)
                                .toList());
        return shown.stream()
                .map(
                        it ->
                                view(
                                        it,
                                        places.get(it.id),
                                        byThread.getOrDefault(it.id, List.of()),
                                        names))
                .toList();
    }

    private static Stream<String> people(Comment comment) {
        return Stream.concat(
                Stream.of(comment.author, comment.resolvedBy).filter(Objects::nonNull),
                comment.isTakenBack() ? Stream.of() : Mentions.in(comment.text).stream());
    }

    private static CommentView view(
            Comment comment, Anchor anchor, List<Comment> replies, Map<String, String> names) {
        Shown shown =
                comment.isTakenBack()
                        ? new Shown(null, List.of())
                        : Mentions.show(comment.text, names);
        return new CommentView(
                comment.id,
                comment.threadId,
                comment.at,
                comment.author,
                names.get(comment.author),
                shown.text(),
                shown.mentions(),
                comment.editedAt,
                comment.isTakenBack(),
                anchor,
                anchor != null && anchor.isOrphaned(),
                comment.suggestion,
                comment.outcome,
                comment.resolvedAt != null,
                comment.resolvedAt == null
                        ? null
                        : new CommentView.Resolution(
                                comment.resolvedAt,
                                comment.resolvedBy,
                                names.get(comment.resolvedBy)),
                replies.stream().map(reply -> view(reply, null, List.of(), names)).toList());
    }
}
