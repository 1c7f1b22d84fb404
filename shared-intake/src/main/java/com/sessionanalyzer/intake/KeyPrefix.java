package com.sessionanalyzer.intake;

import java.util.Arrays;

/** What keys that belong together begin with. */
final class KeyPrefix {

    private KeyPrefix() {}

    static boolean matches(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
