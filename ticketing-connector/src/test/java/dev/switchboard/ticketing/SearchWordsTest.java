package dev.switchboard.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testkit.HostileText;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void areWhatWasAskedWithoutPunctuation() {
        assertThat(SearchWords.of("How do I return an item, please?")).isEqualTo("How do I return an item please");
        assertThat(SearchWords.of("Rücksendung größer 2 straße")).isEqualTo("Rücksendung größer 2 straße");
        assertThat(SearchWords.of("title:\"x\" OR -y*")).isEqualTo("title x OR y");
        assertThat(SearchWords.of("😀 ?!")).isEmpty();
    }

    @Test
    void areFewLettersAndDigitsWhateverWasSaid() {
        HostileText.strings()
                .forEach(text -> assertThat(SearchWords.of(text))
                        .hasSizeLessThanOrEqualTo(200)
                        .matches("[\\p{L}\\p{M}\\p{N} ]*"));
    }
}
