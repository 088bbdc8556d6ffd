package nl.bovenstrooms.queue.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "/\\example.org",
                "\\\\example.org",
                "javascript:alert(1)",
                "",
                "page",
                "/a b",
                "/%zz"
            })
    void afterSigningInNobodyIsSentElsewhere(String back) {
        assertThat(SignInResource.local(back)).hasToString("/");
    }

    @Test
    void afterSigningInAPersonComesBackToThePage() {
        assertThat(SignInResource.local("/audit?after=3")).hasToString("/audit?after=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/audit", "/cases/of/today", "/queue", "/apiary"})
    void anAddressOfTheScreenIsThePage(String path) {
        assertThat(SinglePage.isPage(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html",
                "/icon.svg",
                "/assets/nowhere",
                "/api/v1/nowhere",
                "/q/health",
                "/openapi",
                "/sign-in",
                "/sign-out"
            })
    void otherAddressesAreNot(String path) {
        assertThat(SinglePage.isPage(path)).isFalse();
    }
}
