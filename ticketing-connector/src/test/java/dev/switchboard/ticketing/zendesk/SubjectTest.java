package dev.switchboard.ticketing.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectTest {
    @Test
    void leavesAShortOneAlone() {
        assertThat(Subject.of("Parcel arrived broken")).isEqualTo(new Subject("Parcel arrived broken", false));
        assertThat(Subject.of("x".repeat(150)).cut()).isFalse();
    }

    @Test
    void isOneLine() {
        assertThat(Subject.of(" Parcel\r\n\tbroken ").line()).isEqualTo("Parcel broken");
    }

    @Test
    void isCutAtAWord() {
        Subject subject = Subject.of("word ".repeat(60));
        assertThat(subject.cut()).isTrue();
        assertThat(subject.line()).hasSizeLessThanOrEqualTo(150).endsWith("word…");
    }

    @Test
    void isNeverCutInsideACharacter() {
        String line = Subject.of("x" + "😀".repeat(100)).line();
        assertThat(line).hasSizeLessThanOrEqualTo(150);
        assertThat(line.codePoints().filter(point -> Character.getType(point) == Character.SURROGATE))
                .isEmpty();
    }
}
