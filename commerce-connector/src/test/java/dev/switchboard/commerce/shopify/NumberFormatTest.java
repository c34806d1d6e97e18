package dev.switchboard.commerce.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {
    @ParameterizedTest
    @CsvSource({
        "'#','',1001,#1001,1001,true",
        "'#','',#1001,#1001,1001,true",
        "'#','',100,#1001,1001,false",
        "'#','',10010,#1001,1001,false",
        "'EN','',1001,EN1001,1001,true",
        "'EN','',en1001,EN1001,1001,true",
        "'EN','',FR1001,EN1001,1001,false",
        "'#','-A',1,#1-A,1,true",
        "'#','-A',1-A,#1-A,1,true",
        "'#','-A',1-A,#12-A,12,false",
        "'#','-A',1-A,#13-A,13,false",
        "'# ','',1001,# 1001,1001,true",
        "'','',1001,1001,7,true",
    })
    void namesOnlyTheOrderThatWasSaid(
            String prefix, String suffix, String said, String name, long number, boolean named) {
        assertThat(new NumberFormat(prefix, suffix).names(said, order(name, number)))
                .isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"EN,'',1001,EN1001", "EN,'',en1001,EN1001", "'#',-A,12,#12-A", "'','',12,12"})
    void writesANumberAsTheShopDoes(String prefix, String suffix, String said, String whole) {
        assertThat(new NumberFormat(prefix, suffix).whole(said)).isEqualTo(whole);
    }

    private static ShopifyJson.Order order(String name, long number) {
        return new ShopifyJson.Order(
                "gid://shopify/Order/1",
                name,
                number,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
