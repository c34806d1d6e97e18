package dev.switchboard.ticketing.servicenow;

import org.jboss.resteasy.reactive.RestResponse;

/** Pages are cut first, then what we may not read is taken out: a short page is not the last one, only the count tells. */
final class ServicenowPages {
    private ServicenowPages() {}

    /** How many rows the query selects, those included that we may not read; 0 when the instance does not say. */
    static long total(RestResponse<?> page) {
        String counted = page.getHeaderString("X-Total-Count");
        return counted != null && counted.matches("[0-9]{1,12}") ? Long.parseLong(counted) : 0;
    }
}
