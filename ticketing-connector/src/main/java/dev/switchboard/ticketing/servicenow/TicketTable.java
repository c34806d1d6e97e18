package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.port.TicketStatus;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where tickets are: incidents, or cases of Customer Service Management. They number their states differently. */
enum TicketTable {
    INCIDENT("incident", "INC", "caller_id", "sys_user") {
        @Override
        TicketStatus status(String state, @Nullable String holdReason) {
            return switch (state) {
                case "1" -> TicketStatus.NEW;
                case "2" -> TicketStatus.OPEN;
                case "3" -> AWAITING_CALLER.equals(holdReason) ? TicketStatus.PENDING : TicketStatus.ON_HOLD;
                case "6" -> TicketStatus.SOLVED;
                case "7", "8" -> TicketStatus.CLOSED;
                default -> TicketStatus.UNKNOWN;
            };
        }
    },
    CASE("sn_customerservice_case", "CS", "contact", "customer_contact") {
        @Override
        TicketStatus status(String state, @Nullable String holdReason) {
            return switch (state) {
                case "1" -> TicketStatus.NEW;
                case "10" -> TicketStatus.OPEN;
                case "18" -> TicketStatus.PENDING;
                case "6" -> TicketStatus.SOLVED;
                case "3", "7" -> TicketStatus.CLOSED;
                default -> TicketStatus.UNKNOWN;
            };
        }
    };

    private static final String AWAITING_CALLER = "1";
    private static final int NUMBER_DIGITS = 7;

    private final String table;
    private final String prefix;
    private final String callerColumn;
    private final String people;

    TicketTable(String table, String prefix, String callerColumn, String people) {
        this.table = table;
        this.prefix = prefix;
        this.callerColumn = callerColumn;
        this.people = people;
    }

    /** What the instance's own states, as it comes, mean; unknown for those a company added. */
    abstract TicketStatus status(String state, @Nullable String holdReason);

    String table() {
        return table;
    }

    String callerColumn() {
        return callerColumn;
    }

    /** The table callers are usually in. */
    String people() {
        return people;
    }

    /** The number as it is stored; people say it with or without the letters and the leading zeros. Empty when it is none. */
    Optional<String> number(String said) {
        String bare = said.replaceAll("[\\s#-]", "").toUpperCase(Locale.ROOT);
        if (bare.matches("[0-9]{1,15}")) {
            String digits = bare.replaceFirst("^0+(?=.)", "");
            return Optional.of(prefix + "0".repeat(Math.max(0, NUMBER_DIGITS - digits.length())) + digits);
        }
        return bare.matches("[A-Z]{1,10}[0-9]{1,15}") ? Optional.of(bare) : Optional.empty();
    }

    /** Who a row says it is from. */
    @Nullable
    String callerOf(ServicenowJson.Task task) {
        return switch (this) {
            case INCIDENT -> task.callerId();
            case CASE -> task.contact();
        };
    }
}
