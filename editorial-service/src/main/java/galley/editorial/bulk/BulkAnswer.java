package galley.editorial.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jboss.logging.Logger;

import galley.editorial.bulk.BulkRequest.Item;
import galley.events.Article;
import galley.kit.problem.Faults;
import galley.kit.problem.Problem;

/** What became of each of many articles, in their order. */
record BulkAnswer(List<Each> items) {
    private static final Logger LOG = Logger.getLogger(BulkAnswer.class);

    /**
     * Decides on each. A failure keeps nobody from learning what became of the others; once the
     * service can't work any more (503), those that are left are not tried.
     *
     * @param action throws a {@link Problem} where it refuses
     */
    static BulkAnswer of(List<Item> items, Function<Item, Article> action) {
        List<Each> answers = new ArrayList<>();
        Problem unavailable = null;
        for (Item item : items) {
            if (unavailable != null) {
                answers.add(Each.refused(item.id(), unavailable));
                continue;
            }
            try {
                answers.add(Each.done(item.id(), action.apply(item).revision()));
            } catch (Problem refused) {
                answers.add(Each.refused(item.id(), refused));
            } catch (RuntimeException e) {
                LOG.errorf(e, "A decision on %s failed, as one of many", item.id());
                Problem fault = Faults.problem(e);
                answers.add(Each.refused(item.id(), fault));
                unavailable = fault.status() == 503 ? fault : null;
            }
        }
        return new BulkAnswer(answers);
    }

    /**
     * What became of one.
     *
     * @param status as it would have been answered alone
     * @param revision the article's now; null where it was refused
     * @param problem why it was refused (RFC 9457), or null
     */
    record Each(UUID id, int status, Long revision, Map<String, Object> problem) {

        static Each done(UUID id, long revision) {
            return new Each(id, 200, revision, null);
        }

        static Each refused(UUID id, Problem problem) {
            return new Each(id, problem.status(), null, problem.body());
        }
    }
}
