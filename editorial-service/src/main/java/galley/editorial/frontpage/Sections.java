package galley.editorial.frontpage;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import galley.editorial.staff.Caller;
import galley.events.Section;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Changes the settings of sections. */
@ApplicationScoped
class Sections {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 80;

    private final Pages pages;

    Sections(Pages pages) {
        this.pages = pages;
    }

    /** A section's page after a write, and whether there was none before. */
    record Written(StoredPage page, boolean begun) {}

    /**
     * Sets a section, or begins one.
     *
     * @param ifMatch the header, or null, which begins a section
     * @throws Problem 428, 412, 400 or 422
     */
    @Transactional
    Written put(String key, String ifMatch, byte[] body, Caller caller) {
        pages.lock();
        Optional<StoredPage> present = pages.find(Pages.ofSection(key));
        if (present.isPresent()) {
            present.get().etag().requireMatch(ifMatch);
        } else if (ifMatch != null) {
            throw Problems.preconditionFailed(
                    "There is no such section; begin it without If-Match.");
        }
        Section wanted = SectionReader.read(key, body);
        requireKey(key);
        requireOwnName(key, wanted.name());
        PageState after =
                present.map(page -> page.state().with(wanted))
                        .orElseGet(() -> PageState.begun(wanted));
        return new Written(pages.change(Pages.ofSection(key), after, caller), present.isEmpty());
    }

    /**
     * Deletes a section with its page; articles keep the name that they carry.
     *
     * @throws Problem 404, 428 or 412
     */
    @Transactional
    void delete(String key, String ifMatch, Caller caller) {
        pages.lock();
        pages.get(Pages.ofSection(key)).etag().requireMatch(ifMatch);
        pages.change(Pages.ofSection(key), PageState.NONE, caller);
    }

    private static void requireKey(String key) {
        if (!SLUG.matcher(key).matches() || key.length() > LONGEST_KEY) {
            throw Problems.unprocessable(
                    "key",
                    "A key is words of a to z and digits with hyphens between them, at most %d characters."
                            .formatted(LONGEST_KEY));
        }
    }

    private void requireOwnName(String key, String name) {
        boolean taken =
                pages.sections().stream()
                        .filter(page -> !page.key.equals(Pages.ofSection(key)))
                        .anyMatch(page -> page.section.name().equals(name));
        if (taken) {
            throw Problems.unprocessable("name", "Another section has this name.");
        }
    }
}
