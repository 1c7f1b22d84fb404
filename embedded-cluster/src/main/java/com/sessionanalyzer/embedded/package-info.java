/** A Kafka broker and a PostgreSQL server that live with this process and keep their data. */
@NullMarked
package com.sessionanalyzer.embedded;

import org.jspecify.annotations.NullMarked;
