package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.util.List;
import java.util.function.Predicate;

/** What a query selected, checked against what was asked: the instance ignores the parts of a query it cannot use. */
final class ServicenowRows {
    private ServicenowRows() {}

    /**
     * All of them, or a failure that an administrator has to mend: a column is renamed, or the integration user may not read it.
     * {@code glide.invalid_query.returns_no_rows} helps against the harm, not against the cause.
     */
    static <T> void check(List<T> rows, Predicate<T> matches) {
        if (!rows.stream().allMatch(matches)) {
            throw new IntegrationException("servicenow", "query", new Failure.Forbidden(200, "query_ignored"));
        }
    }
}
