package dev.switchboard.gateway.engine;

import dev.switchboard.gateway.GatewaySettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The engine that {@code switchboard.engine} names. */
@Singleton
final class EngineChoice {
    @Produces
    @Singleton
    ConversationEngine engine(GatewaySettings settings) {
        return switch (settings.engine()) {
            case BUILTIN -> new BuiltinEngine();
            case HTTP ->
                new HttpEngine(
                        settings.bot()
                                .url()
                                .orElseThrow(
                                        () -> new IllegalStateException(
                                                "SWITCHBOARD_ENGINE is http, so SWITCHBOARD_BOT_URL has to be set to your bot's address.")),
                        settings.bot().timeout());
        };
    }
}
