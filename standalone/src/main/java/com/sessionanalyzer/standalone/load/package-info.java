/** {@code csa load}: streams files of records through Kafka, and goes on where it was interrupted. */
@NullMarked
package com.sessionanalyzer.standalone.load;

import org.jspecify.annotations.NullMarked;
