package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.integration.port.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Incidents or cases. Our key is their correlation id, which nobody keeps unique. */
final class ServicenowTickets {
    private static final int LONGEST_SUBJECT = 160;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final String ELLIPSIS = "…";
    private static final String SOURCE = "switchboard";
    private static final int FEW = 5;
    private static final int MOST_PAGES = 5;

    private final ServicenowApi api;
    private final TicketDefaults defaults;

    ServicenowTickets(ServicenowApi api, TicketDefaults defaults) {
        this.api = api;
        this.defaults = defaults;
    }

    /** Whole, its first work note included. The description is for the caller: it says no more than the subject does. */
    ServicenowJson.Task create(OpenTicket command, Optional<ServicenowJson.Person> caller, String workNote) {
        Map<String, String> values = new LinkedHashMap<>();
        String subject = cut(command.subject().strip().replaceAll("\\s+", " "), LONGEST_SUBJECT);
        values.put("short_description", subject);
        values.put("description", cut(command.subject().strip(), LONGEST_DESCRIPTION));
        caller.ifPresent(person -> values.put(defaults.tickets().callerColumn(), person.sysId()));
        String channel = command.fields().get("channel");
        if (channel != null) {
            values.put("contact_type", channel.equals("phone") ? "phone" : "chat");
        }
        switch (defaults.tickets()) {
            case INCIDENT -> {
                values.putAll(weight(command.priority()));
                values.put("category", defaults.category());
            }
            case CASE -> {
                values.put("priority", priority(command.priority()));
                caller.map(ServicenowJson.Person::account)
                        .filter(account -> !account.isEmpty())
                        .ifPresent(account -> values.put("account", account));
            }
        }
        if (defaults.group() != null) {
            values.put("assignment_group", defaults.group());
        }
        values.put("correlation_id", command.key().value());
        values.put("correlation_display", SOURCE);
        values.putAll(defaults.values(command.fields()));
        if (defaults.tagsColumn() != null && !command.tags().isEmpty()) {
            values.put(defaults.tagsColumn(), String.join(",", command.tags()));
        }
        values.put("work_notes", workNote);
        try {
            return task(made(values), subject, command.key());
        } catch (IntegrationException refused) {
            return earlier(command.key(), refused).orElseThrow(() -> refused);
        }
    }

    /** Strongly consistent: a ticket made a moment ago is there. */
    Optional<ServicenowJson.Task> opened(IdempotencyKey key) {
        return first("correlation_id", key.value(), ServicenowJson.Task::correlationId);
    }

    Optional<ServicenowJson.Task> numbered(String said) {
        return defaults.tickets().number(said).flatMap(number -> first("number", number, ServicenowJson.Task::number));
    }

    List<ServicenowJson.Task> of(String caller, int limit) {
        Optional<ServicenowQuery> query =
                ServicenowQuery.equal(defaults.tickets().callerColumn(), caller);
        List<ServicenowJson.Task> tasks = new ArrayList<>();
        long total = query.isEmpty() ? 0 : Long.MAX_VALUE;
        for (int page = 0; page < MOST_PAGES && tasks.size() < limit && (long) page * limit < total; page++) {
            RestResponse<ServicenowJson.Rows<ServicenowJson.Task>> rows = api.pageOfTasks(
                    defaults.tickets().table(),
                    query.orElseThrow().newestFirst().text(),
                    ServicenowJson.Task.FIELDS,
                    limit,
                    page * limit);
            List<ServicenowJson.Task> found = rows.getEntity().complete();
            ServicenowRows.check(found, task -> caller.equals(defaults.tickets().callerOf(task)));
            tasks.addAll(found);
            total = ServicenowPages.total(rows);
        }
        return tasks.stream().limit(limit).toList();
    }

    private Optional<ServicenowJson.Task> first(String column, String value, Column read) {
        return ServicenowQuery.equal(column, value).flatMap(query -> {
            List<ServicenowJson.Task> tasks = api.tasks(
                            defaults.tickets().table(), query.oldestFirst().text(), ServicenowJson.Task.FIELDS, FEW)
                    .complete();
            ServicenowRows.check(tasks, task -> value.equalsIgnoreCase(read.of(task)));
            return tasks.stream().findFirst();
        });
    }

    /**
     * An instance can be slower than we wait, and then nobody finds the ticket yet that is being made. Companies that made
     * correlation ids unique refuse the second one.
     */
    private Optional<ServicenowJson.Task> earlier(IdempotencyKey key, IntegrationException refused) {
        return ServicenowFailures.isDouble(refused.failure()) ? opened(key) : Optional.empty();
    }

    private static ServicenowJson.Task task(ServicenowJson.Made made, String subject, IdempotencyKey key) {
        String number = made.number() == null ? made.sysId() : made.number();
        return new ServicenowJson.Task(
                made.sysId(), number, subject, made.state(), null, key.value(), null, null, made.updatedOn());
    }

    private ServicenowJson.Made made(Map<String, String> values) {
        return switch (defaults.tickets()) {
            case INCIDENT ->
                api.createTask(defaults.tickets().table(), ServicenowJson.Made.FIELDS, values)
                        .complete();
            case CASE -> api.createCase(values).complete();
        };
    }

    /** An incident's priority is looked up from these two; one that is sent is overwritten. */
    private static Map<String, String> weight(Priority priority) {
        return switch (priority) {
            case LOW -> Map.of("impact", "3", "urgency", "3");
            case NORMAL -> Map.of("impact", "2", "urgency", "2");
            case HIGH -> Map.of("impact", "1", "urgency", "2");
            case URGENT -> Map.of("impact", "1", "urgency", "1");
        };
    }

    private static String priority(Priority priority) {
        return switch (priority) {
            case LOW -> "4";
            case NORMAL -> "3";
            case HIGH -> "2";
            case URGENT -> "1";
        };
    }

    /** ServiceNow would cut it without a word. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - ELLIPSIS.length();
        int word = text.lastIndexOf(' ', end);
        int cut = word > 0 ? word : Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, cut) + ELLIPSIS;
    }

    @FunctionalInterface
    private interface Column {
        @Nullable
        String of(ServicenowJson.Task task);
    }
}
