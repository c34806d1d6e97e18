package dev.switchboard.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Customer.RecentCase;
import dev.switchboard.integration.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who was looked up lately is known, until something is said of them. */
class RememberedCustomersTest {
    private static final PhoneNumber PHONE = new PhoneNumber("+14155550100");
    private static final Customer SARAH = new Customer(
            "hubspot",
            "501",
            "Sarah",
            "Sarah Lee",
            null,
            null,
            null,
            null,
            List.of(new RecentCase("77", "Lamp", "open")));

    private final List<Crm> crms = List.of(new RememberingCrm("hubspot").connected());
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final RememberedCustomers remembered = new RememberedCustomers(Settings.DEFAULT, new TestClock());

    @Test
    void knowsThemForAWhile() {
        remembered.remember(PHONE, crms, SARAH, now);

        assertThat(remembered.find(PHONE, crms)).contains(SARAH);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(remembered.find(PHONE, crms)).isEmpty();
    }

    @Test
    void keepsOneTenantsCustomersFromAnothers() {
        remembered.remember(PHONE, crms, SARAH, now);

        assertThat(remembered.find(PHONE, List.of(new RememberingCrm("zoho").connected())))
                .isEmpty();
    }

    static Stream<Change> changesOfSarah() {
        Instant at = Instant.EPOCH;
        return Stream.of(
                new ContactChanged("hubspot", "501", What.CHANGED, null, "e", at),
                new ContactChanged("hubspot", "501", What.DELETED, null, "e", at),
                new ContactChanged("hubspot", "501", What.MERGED, "9", "e", at),
                new ContactChanged("hubspot", "9", What.MERGED, "501", "e", at),
                new Change.TicketChanged("hubspot", "t1", "77", "solved", "e", at));
    }

    @ParameterizedTest
    @MethodSource("changesOfSarah")
    void forgetsWhomAChangeIsAbout(Change change) {
        remembered.remember(PHONE, crms, SARAH, now);
        remembered.learn(change);
        assertThat(remembered.find(PHONE, crms)).isEmpty();
    }

    static Stream<Change> changesOfOthers() {
        Instant at = Instant.EPOCH;
        return Stream.of(
                new ContactChanged("hubspot", "502", What.CHANGED, null, "e", at),
                new ContactChanged("zoho", "501", What.CHANGED, null, "e", at),
                new Change.TicketChanged("hubspot", "t1", "78", "solved", "e", at));
    }

    @ParameterizedTest
    @MethodSource("changesOfOthers")
    void keepsTheOthers(Change change) {
        remembered.remember(PHONE, crms, SARAH, now);
        remembered.learn(change);
        assertThat(remembered.find(PHONE, crms)).contains(SARAH);
    }

    @Test
    void remembersNobodyWhoChangedWhileTheyWereLookedUp() {
        Instant asked = now;
        now = now.plusMillis(200);
        remembered.learn(new ContactChanged("hubspot", "501", What.CHANGED, null, "e", now));

        remembered.remember(PHONE, crms, SARAH, asked);

        assertThat(remembered.find(PHONE, crms)).isEmpty();
        remembered.remember(PHONE, crms, SARAH, now.plusMillis(1));
        assertThat(remembered.find(PHONE, crms)).contains(SARAH);
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
