package galley.editorial.frontpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import galley.editorial.staff.Caller;
import galley.kit.problem.Problem;

/** Changes how pages are arranged. */
@ApplicationScoped
class Arrangements {
    private final Pages pages;
    private final ArrangementReader reader;

    Arrangements(Pages pages, ArrangementReader reader) {
        this.pages = pages;
        this.reader = reader;
    }

    /**
     * Arranges a page anew.
     *
     * @param page as the contract names it
     * @param ifMatch the header, or null
     * @throws Problem 404, 428, 412, 400 or 422
     */
    @Transactional
    StoredPage put(String page, String ifMatch, byte[] body, Caller caller) {
        pages.lock();
        StoredPage present = pages.get(page);
        present.etag().requireMatch(ifMatch);
        return pages.change(page, present.state().with(reader.read(body)), caller);
    }
}
