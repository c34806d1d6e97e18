package dev.switchboard.crm.zoho;

import dev.switchboard.crm.zoho.ZohoJson.Rows;
import dev.switchboard.crm.zoho.ZohoJson.Select;
import dev.switchboard.crm.zoho.ZohoJson.SubRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that reads, alone or together with others. */
sealed interface ZohoPart {
    /** Zoho's lists sort by their ids otherwise; downwards by either. */
    String CREATED = "Created_Time";

    /** Whether the others are worth something without it, where this account lacks the module, or we the right to see it. */
    boolean optional();

    /** Made alone. Null when nothing is found. */
    @Nullable
    Rows alone(ZohoApi api, String version);

    /** Made as one of a composite. */
    SubRequest together(String id, String version);

    /** Sees what was written just now. */
    record Query(String coql, boolean optional) implements ZohoPart {
        @Override
        public @Nullable Rows alone(ZohoApi api, String version) {
            return api.query(version, new Select(coql));
        }

        @Override
        public SubRequest together(String id, String version) {
            return new SubRequest(id, "POST", "/crm/" + version + "/coql", null, new Select(coql));
        }
    }

    /** One record by its id. */
    record Read(String module, String id, String fields, boolean optional) implements ZohoPart {
        @Override
        public @Nullable Rows alone(ZohoApi api, String version) {
            return api.read(version, module, id, fields);
        }

        @Override
        public SubRequest together(String subRequest, String version) {
            return new SubRequest(
                    subRequest, "GET", "/crm/" + version + "/" + module + "/" + id, Map.of("fields", fields), null);
        }
    }

    /** What was lately added to a record's list, newest first. */
    record Newest(ZohoId owner, String related, String fields, int most, boolean optional) implements ZohoPart {
        @Override
        public @Nullable Rows alone(ZohoApi api, String version) {
            return api.related(version, owner.module(), owner.id(), related, fields, CREATED, 1, most);
        }

        @Override
        public SubRequest together(String id, String version) {
            return new SubRequest(
                    id,
                    "GET",
                    "/crm/" + version + "/" + owner.module() + "/" + owner.id() + "/" + related,
                    Map.of("fields", fields, "sort_by", CREATED, "per_page", Integer.toString(most)),
                    null);
        }
    }

    /** In the index, which is behind what was written just now, and compares numbers by their words. */
    record ByPhone(String module, String phone, String fields, boolean optional) implements ZohoPart {
        @Override
        public @Nullable Rows alone(ZohoApi api, String version) {
            return api.search(version, module, phone, null, fields);
        }

        @Override
        public SubRequest together(String id, String version) {
            return new SubRequest(
                    id,
                    "GET",
                    "/crm/" + version + "/" + module + "/search",
                    Map.of("phone", phone, "fields", fields),
                    null);
        }
    }

    /** In the same index; takes an address that no query takes. */
    record ByEmail(String module, String email, String fields, boolean optional) implements ZohoPart {
        @Override
        public @Nullable Rows alone(ZohoApi api, String version) {
            return api.search(version, module, null, email, fields);
        }

        @Override
        public SubRequest together(String id, String version) {
            return new SubRequest(
                    id,
                    "GET",
                    "/crm/" + version + "/" + module + "/search",
                    Map.of("email", email, "fields", fields),
                    null);
        }
    }
}
