package com.sessionanalyzer.embedded;

import java.util.Locale;
import java.util.function.Supplier;

/** The locale in which Kafka's configuration is read: it changes case by the default locale, which a Turkish one breaks. */
final class NeutralLocale {

    private NeutralLocale() {}

    static <T> T during(Supplier<T> action) {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return action.get();
        } finally {
            Locale.setDefault(locale);
        }
    }
}
