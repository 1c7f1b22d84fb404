package com.sessionanalyzer.schema;

/** The slug of a tenant; the first part of every key, row and cell. */
public record OrganizationId(String value) implements Comparable<OrganizationId> {

    private static final int MAX_LENGTH = 63;

    public OrganizationId {
        if (!isSlug(value)) {
            throw new IllegalArgumentException("organization must be a slug like 'acme-eu', was '" + value + "'");
        }
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Small letters, digits, and dashes between them; each record that is read makes one of these. */
    private static boolean isSlug(String value) {
        int last = value.length() - 1;
        if (last < 0 || last >= MAX_LENGTH || value.charAt(0) == '-' || value.charAt(last) == '-') {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            boolean isAllowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
            if (!isAllowed) {
                return false;
            }
        }
        return true;
    }
}
