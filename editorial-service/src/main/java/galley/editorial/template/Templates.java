package galley.editorial.template;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.content.Times;
import galley.events.Kind;
import galley.kit.etag.ETag;
import galley.kit.paging.Cursor;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** All templates. */
@ApplicationScoped
public class Templates implements PanacheRepositoryBase<Template, UUID> {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private final Clock clock;

    Templates(Clock clock) {
        this.clock = clock;
    }

    /**
     * Some of the content with which an article begins.
     *
     * @param id of the template, as it came
     * @throws Problem 422 when there is none
     */
    public JsonNode contentOf(String id) {
        return findByIdOptional(idOf(id)).orElseThrow(Templates::unknown).content;
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problems.unprocessable("template", "There is no template with this id.");
    }

    /**
     * A template.
     *
     * @throws Problem 404
     */
    Template get(UUID id) {
        return findByIdOptional(id).orElseThrow(Templates::notFound);
    }

    private static Problem notFound() {
        return Problems.notFound("There is no template with this id.");
    }

    /**
     * Rows for a page in the order in which the templates were made.
     *
     * @param kind null for all
     * @param desk those that a desk can use: its own and every desk's; null for all
     * @return one row more than the page holds, where there are more
     */
    List<Template> page(Kind kind, String desk, PageRequest request) {
        StringBuilder query = new StringBuilder("from Template where true");
        Map<String, Object> parameters = new HashMap<>();
        if (kind != null) {
            query.append(" and kind = :kind");
            parameters.put("kind", kind);
        }
        if (desk != null) {
            query.append(" and (desk is null or desk = :desk)");
            parameters.put("desk", desk);
        }
        if (request.after() != null) {
            query.append(" and (createdAt, id) > (:time, :id)");
            parameters.put("time", request.after().time());
            parameters.put("id", request.after().id());
        }
        return find(query.append(" order by createdAt, id").toString(), parameters)
                .page(0, request.rowsToRead())
                .list();
    }

    static Cursor place(Template template) {
        return new Cursor(template.createdAt, template.id);
    }

    @Transactional(TxType.MANDATORY)
    Template add(SentTemplate sent) {
        Template template = new Template();
        template.id = IDS.generate();
        template.createdAt = Times.asStored(clock.instant());
        template.take(sent);
        persist(template);
        return template;
    }

    /**
     * A template to change or to delete, locked until the transaction ends.
     *
     * @param ifMatch the header, or null
     * @throws Problem 404, 428 or 412, in this order
     */
    @Transactional(TxType.MANDATORY)
    Template lock(UUID id, String ifMatch) {
        Template template = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (template == null) {
            throw notFound();
        }
        ETag.of(template.revision).requireMatch(ifMatch);
        return template;
    }
}
