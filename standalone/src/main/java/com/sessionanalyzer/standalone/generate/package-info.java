/** {@code csa generate}: files of made-up records, for trying and measuring. */
@NullMarked
package com.sessionanalyzer.standalone.generate;

import org.jspecify.annotations.NullMarked;
