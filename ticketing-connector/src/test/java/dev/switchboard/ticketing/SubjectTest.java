package dev.switchboard.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testkit.HostileText;
import org.junit.jupiter.api.Test;

class SubjectTest {
    private static final int LONGEST = 150;

    @Test
    void leavesAShortOneAlone() {
        assertThat(Subject.of("Parcel arrived broken", LONGEST)).isEqualTo(new Subject("Parcel arrived broken", false));
        assertThat(Subject.of("x".repeat(150), LONGEST).cut()).isFalse();
    }

    @Test
    void isOneLine() {
        assertThat(Subject.of(" Parcel\r\n\tbroken ", LONGEST).line()).isEqualTo("Parcel broken");
    }

    @Test
    void isCutAtAWord() {
        Subject subject = Subject.of("word ".repeat(60), LONGEST);
        assertThat(subject.cut()).isTrue();
        assertThat(subject.line()).hasSizeLessThanOrEqualTo(150).endsWith("word…");
    }

    @Test
    void isNeverCutInsideACharacter() {
        assertWhole(Subject.of("x" + "😀".repeat(100), LONGEST).line());
    }

    @Test
    void fitsWhateverWasSaid() {
        HostileText.strings()
                .forEach(text -> assertWhole(Subject.of(text, LONGEST).line()));
    }

    private static void assertWhole(String line) {
        assertThat(line).hasSizeBetween(1, LONGEST);
        assertThat(line.codePoints().filter(point -> Character.getType(point) == Character.SURROGATE))
                .isEmpty();
    }
}
