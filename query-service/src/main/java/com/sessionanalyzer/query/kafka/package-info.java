/** Settings of the Kafka clients of this service. */
@NullMarked
package com.sessionanalyzer.query.kafka;

import org.jspecify.annotations.NullMarked;
