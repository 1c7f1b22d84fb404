package com.sessionanalyzer.query.session;

import java.time.Instant;
import java.util.List;

/**
 * All customers of an organization at one moment.
 *
 * @param version   of the numbers they are from
 * @param asOf      when the newest record contained was received
 * @param customers without order
 */
public record CustomerSnapshot(long version, Instant asOf, List<KnownCustomer> customers) {}
