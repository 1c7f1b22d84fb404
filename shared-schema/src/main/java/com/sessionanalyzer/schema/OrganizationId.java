package com.sessionanalyzer.schema;

import java.util.regex.Pattern;

/** The slug of a tenant; the first part of every key, row and cell. */
public record OrganizationId(String value) implements Comparable<OrganizationId> {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public OrganizationId {
        if (!SLUG.matcher(value).matches()) {
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
}
