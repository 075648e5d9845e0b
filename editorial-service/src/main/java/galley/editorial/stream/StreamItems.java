package galley.editorial.stream;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.editorial.article.ArticleChanged;
import galley.editorial.notification.NotificationView;
import galley.editorial.notification.Notifications;
import galley.kit.stream.StreamLog;
import galley.operations.staff.Staff;

/** Makes what streams tell of what is in the log; looks people's present names up. */
@ApplicationScoped
class StreamItems implements StreamLog<ChangeItem> {
    private final ChangeLog log;
    private final Staff staff;
    private final Notifications notifications;
    private final ObjectMapper json;

    StreamItems(ChangeLog log, Staff staff, Notifications notifications, ObjectMapper json) {
        this.log = log;
        this.staff = staff;
        this.notifications = notifications;
        this.json = json;
    }

    @Override
    public void catchUp() {
        log.giveAllPositions();
    }

    @Override
    public long last() {
        return log.head().last();
    }

    @Override
    public boolean goesOnFrom(long position) {
        return log.head().goesOnFrom(position);
    }

    @Override
    public List<ChangeItem> after(long position, int most) {
        List<LoggedChange> logged = log.after(position, most);
        Map<String, String> names =
                staff.names(
                        logged.stream()
                                .map(LoggedChange::change)
                                .filter(Objects::nonNull)
                                .map(ArticleChanged::actor)
                                .toList());
        Map<UUID, NotificationView> told =
                notifications.byId(
                        logged.stream()
                                .map(LoggedChange::notification)
                                .filter(Objects::nonNull)
                                .toList());
        return logged.stream().map(it -> item(it, names, told)).toList();
    }

    private ChangeItem item(
            LoggedChange logged, Map<String, String> names, Map<UUID, NotificationView> told) {
        ArticleChanged change = logged.change();
        Object data =
                change == null
                        ? told.get(logged.notification())
                        : ArticleEvent.of(change, names.get(change.actor()));
        return new ChangeItem(
                logged.position(), change, logged.recipient(), data == null ? null : text(data));
    }

    private String text(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event that can't be written as JSON", e);
        }
    }
}
