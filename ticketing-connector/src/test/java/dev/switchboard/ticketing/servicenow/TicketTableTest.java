package dev.switchboard.ticketing.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.port.TicketStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTableTest {
    @ParameterizedTest
    @CsvSource({
        "INC0010001,INC0010001",
        "inc 0010001,INC0010001",
        "'#INC-0010001 ',INC0010001",
        "10001,INC0010001",
        "0010001,INC0010001",
        "123456789,INC123456789",
        "CS0010001,CS0010001"
    })
    void readsANumberAsPeopleSayIt(String said, String stored) {
        assertThat(TicketTable.INCIDENT.number(said)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INC", "not a number' OR 1=1", "INC1^NQactive=true", "javascript:1", "1,2"})
    void readsNoNumberInAnythingElse(String said) {
        assertThat(TicketTable.INCIDENT.number(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,NEW", "10,OPEN", "18,PENDING", "6,SOLVED", "3,CLOSED", "7,CLOSED", "99,UNKNOWN"})
    void numbersTheStatesOfCasesOtherwise(String state, TicketStatus status) {
        assertThat(TicketTable.CASE.status(state, null)).isEqualTo(status);
    }
}
