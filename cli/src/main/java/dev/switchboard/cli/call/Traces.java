package dev.switchboard.cli.call;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What a call leaves behind in the systems: the records that were not there before it. */
final class Traces {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final SandboxRecords records;
    private final List<RecordKind> kinds;
    private final Clock clock;
    private final Set<Finding> before;

    /** Takes note of what is there now. */
    Traces(SandboxRecords records, List<String> systems, Clock clock) {
        this.records = records;
        this.kinds = Arrays.stream(RecordKind.values())
                .filter(kind -> systems.contains(kind.system()))
                .toList();
        this.clock = clock;
        this.before = new HashSet<>(all());
    }

    /** The new records as soon as they are complete; those there are when that does not happen. */
    List<Finding> await(Predicate<List<Finding>> complete) {
        var end = clock.instant().plus(PATIENCE);
        var found = now();
        while (!complete.test(found) && clock.instant().isBefore(end)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            found = now();
        }
        return found;
    }

    /** Known before the call, with this telephone number. */
    List<Finding> contactsOf(String phone) {
        var digits = phone.substring(2);
        return before.stream()
                .filter(finding -> finding.kind().noun().equals("contact"))
                .filter(finding ->
                        finding.record().toString().replaceAll("[^0-9]", "").contains(digits))
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    private List<Finding> now() {
        var known = new HashSet<String>();
        before.forEach(finding -> known.add(finding.kind() + finding.id()));
        return all().stream()
                .filter(finding -> !known.contains(finding.kind() + finding.id()))
                .toList();
    }

    private List<Finding> all() {
        return kinds.stream()
                .flatMap(kind -> records.of(kind).stream().map(record -> new Finding(kind, record)))
                .toList();
    }
}
