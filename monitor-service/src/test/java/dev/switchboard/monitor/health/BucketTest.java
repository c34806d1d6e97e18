package dev.switchboard.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketTest {
    @Test
    void comesBackFromTheStoreAsItWas() {
        Bucket bucket = new Bucket();
        bucket.add(150, false);
        bucket.add(90_000, true);

        Bucket restored = Bucket.fromBytes(bucket.toBytes());
        restored.add(3_600_000, true);

        assertThat(restored.errors()).isEqualTo(2);
        assertThat(restored.durations().getTotalCount()).isEqualTo(3);
        assertThat(restored.durations().getMinValue()).isEqualTo(150);
    }

    @Test
    void staysSmallHoweverManyCallsItHolds() {
        Bucket bucket = new Bucket();
        for (int call = 0; call < 100_000; call++) {
            bucket.add(call % 2_000, false);
        }

        assertThat(bucket.toBytes()).hasSizeLessThan(8_000);
    }
}
