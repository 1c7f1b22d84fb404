package com.sessionanalyzer.security;

import com.sessionanalyzer.schema.OrganizationId;
import java.time.ZoneId;

/** The tenant of a request: whose records it reads and writes, and in which zone its days begin. */
public record Organization(OrganizationId id, String name, ZoneId zone) {}
