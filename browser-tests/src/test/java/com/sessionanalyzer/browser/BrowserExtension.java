package com.sessionanalyzer.browser;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts product and browser before the first browser test, and stops them after the last. */
final class BrowserExtension implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(parts(context).chromium() != null, "there is no Chromium on this machine");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Parts.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parts(context);
    }

    private static Parts parts(ExtensionContext context) {
        Store store = context.getRoot().getStore(Namespace.create(BrowserExtension.class));
        return store.computeIfAbsent(Parts.class, type -> Parts.start(), Parts.class);
    }

    /** Product and browser of a test run. */
    record Parts(@Nullable Chromium chromium, @Nullable RunningProduct product) implements AutoCloseable {

        static Parts start() {
            return Chromium.start()
                    .map(chromium -> new Parts(chromium, started()))
                    .orElseGet(() -> new Parts(null, null));
        }

        private static RunningProduct started() {
            try {
                return RunningProduct.start();
            } catch (IOException failed) {
                throw new IllegalStateException("the product did not start", failed);
            }
        }

        @Override
        public void close() throws IOException {
            if (chromium != null) {
                chromium.close();
            }
            if (product != null) {
                product.close();
            }
        }
    }
}
